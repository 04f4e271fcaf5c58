import { ArrowDown, FilePlus2, GitBranchPlus, TriangleAlert } from 'lucide';
import { papersOf } from '../../app/import/review-edit.ts';
import type { ImportMeeting } from '../../domain/import-state.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { StateLine } from '../kit/state-line.tsx';
import { useText } from '../use-text.ts';
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
  const counts = { items: draft.items.length, papers: papersOf(draft).length, members: draft.seats.length };
  const words = (['items', 'papers', 'members'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`review.count.${kind}`, { count: counts[kind] }));
  return (
    <div class="review-head">
      <Match tools={tools} meeting={meeting} onReadAgain={onReadAgain} />
      <p class="second">{words.join(' · ')}</p>
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
  const words = { committee: draft.committee.name };
  if (match === null) {
    return (
      <Notice tone="plain" icon={FilePlus2} title={t('review.match.new')}>
        <p>{t('review.match.newText')}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="plain"
      icon={GitBranchPlus}
      title={t('review.match.next', { ...words, version: String(match.version + 1) })}
    >
      <p>{t('review.match.nextText', { version: String(match.version) })}</p>
      <EvidenceLine tools={tools} place="match" what={t('review.match.what')} />
      <ButtonRow>
        <Button kind="quiet" onPress={() => onReadAgain([match.meetingId])}>
          {t('review.match.apart')}
        </Button>
      </ButtonRow>
    </Notice>
  );
};
