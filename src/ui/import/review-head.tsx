import { ArrowDown, CircleHelp, FilePlus2, GitBranchPlus, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { ImportMeeting } from '../../domain/import-state.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { StateLine } from '../kit/state-line.tsx';
import { useText } from '../use-text.ts';
import { countWords } from './count-words.ts';
import { EvidenceLine, leadToEvidence } from './evidence-line.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewHeadProps {
  readonly tools: ReviewTools;
  readonly meeting: ImportMeeting;
  readonly onReadAgain: (apart: readonly string[]) => void;
}

/** Which meeting of ours it becomes, what is in it, and how much is still to be looked at. */
export const ReviewHead = ({ tools, meeting, onReadAgain }: ReviewHeadProps) => {
  const { t } = useText();
  const { draft } = tools.review;
  const [first] = tools.open;
  return (
    <div class="review-head">
      <Match tools={tools} meeting={meeting} onReadAgain={onReadAgain} />
      <p class="second">{countWords(t, draft)}</p>
      {first === undefined ? null : (
        <div class="review-head__open">
          <StateLine
            tone="waiting"
            icon={TriangleAlert}
            state={t('review.open', { count: tools.open.size })}
          />
          <Button kind="secondary" icon={ArrowDown} onPress={() => leadToEvidence(first)}>
            {t('review.openFirst')}
          </Button>
        </div>
      )}
    </div>
  );
};

const Match = ({ tools, meeting, onReadAgain }: ReviewHeadProps) => {
  const { t } = useText();
  const { match, draft } = meeting;
  const [isAsking, setAsking] = useState(false);
  // Another reading knows nothing of what was corrected in this one.
  const isCorrected = tools.review.draft !== draft || tools.review.checked.length > 0;
  const words = { committee: draft.committee.name };
  const { committee, date } = tools.review.draft;
  if (match === null && (committee.name.trim() === '' || date === '')) {
    return (
      <Notice tone="waiting" icon={CircleHelp} title={t('review.match.unknown')}>
        <p>{t('review.match.unknownText')}</p>
      </Notice>
    );
  }
  if (match === null) {
    return (
      <Notice tone="plain" icon={FilePlus2} title={t('review.match.new')}>
        <p>{t('review.match.newText')}</p>
      </Notice>
    );
  }
  const apart = (): void => onReadAgain([match.meetingId]);
  return (
    <Notice
      tone="plain"
      icon={GitBranchPlus}
      title={t('review.match.next', { ...words, version: String(match.version + 1) })}
    >
      <p>{t('review.match.nextText', { version: String(match.version) })}</p>
      <EvidenceLine tools={tools} place="match" what={t('review.match.what')} ask={t('review.doubt.match')} />
      <ButtonRow>
        <Button kind="quiet" onPress={() => (isCorrected ? setAsking(true) : apart())}>
          {t('review.match.apart')}
        </Button>
      </ButtonRow>
      <Dialog title={t('review.apart.title')} open={isAsking} onClose={() => setAsking(false)}>
        <p>{t('review.apart.text')}</p>
        <ButtonRow>
          <Button onPress={apart}>{t('review.readAgain')}</Button>
          <Button kind="secondary" onPress={() => setAsking(false)}>
            {t('review.apart.no')}
          </Button>
        </ButtonRow>
      </Dialog>
    </Notice>
  );
};
