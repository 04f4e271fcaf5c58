import { CircleAlert, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { ImportFault } from '../../app/import/import-desk.ts';
import type { PublishAnswer } from '../../domain/import-state.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { Section } from '../kit/page.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import type { ReviewTools } from './review-tools.ts';

/** Why it was not published, as far as the person can do something about it. */
export type PublishProblem =
  | Exclude<PublishAnswer, { kind: 'published' }>
  | { readonly kind: 'fault'; readonly fault: ImportFault };

export interface ReviewPublishProps {
  readonly tools: ReviewTools;
  /** The version that it will be. */
  readonly version: number;
  /** How many places are still marked to be looked at. */
  readonly open: number;
  readonly reasonError: string | null;
  readonly problem: PublishProblem | null;
  readonly isBusy: boolean;
  /** Answers whether everything is filled in; else the faults are shown above. */
  readonly onCheckAll: () => boolean;
  readonly onPublish: () => void;
  readonly onReadAgain: () => void;
}

/** The last step: why there is a new version, and the press that publishes it. Asks first. */
export const ReviewPublish = (props: ReviewPublishProps) => {
  const { tools, version, open, reasonError, problem, isBusy } = props;
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const { draft } = tools.review;
  return (
    <Section id="review-publish" title={t('review.publish.title')}>
      <div class="review-publish">
        {version > 1 && (
          <TextInput
            name="reason"
            label={t('review.publish.reason')}
            hint={t('review.publish.reasonHint')}
            value={draft.reason ?? ''}
            error={reasonError}
            onInput={(reason) => tools.change((now) => ({ ...now, reason }))}
          />
        )}
        {open > 0 && (
          <Notice tone="waiting" icon={TriangleAlert}>
            <p>{t('review.publish.open', { count: open })}</p>
          </Notice>
        )}
        {problem !== null && <Problem problem={problem} onReadAgain={props.onReadAgain} />}
        <ButtonRow>
          <Button busy={isBusy} onPress={() => setAsking(props.onCheckAll())}>
            {t(isBusy ? 'review.publish.busy' : 'review.publish.press', { version: String(version) })}
          </Button>
        </ButtonRow>
        <p class="second">{t('review.publish.note')}</p>
      </div>
      <Dialog title={t('review.publish.ask')} open={isAsking} onClose={() => setAsking(false)}>
        <p>{askWords(t, draft, version)}</p>
        <ButtonRow>
          <Button
            onPress={() => {
              setAsking(false);
              props.onPublish();
            }}
          >
            {t('review.publish.yes')}
          </Button>
          <Button kind="secondary" onPress={() => setAsking(false)}>
            {t('review.publish.no')}
          </Button>
        </ButtonRow>
      </Dialog>
    </Section>
  );
};

const askWords = (t: ReturnType<typeof useText>['t'], draft: MeetingDraft, version: number): string =>
  t('review.publish.askText', {
    committee: draft.committee.name,
    items: draft.items.length,
    version: String(version),
  });

interface ProblemProps {
  readonly problem: PublishProblem;
  readonly onReadAgain: () => void;
}

const Problem = ({ problem, onReadAgain }: ProblemProps) => {
  const { t } = useText();
  return (
    <Notice tone="waiting" icon={CircleAlert} role="alert" title={t('review.publish.failed')}>
      {problem.kind === 'refused' && <p>{problem.sentence}</p>}
      {problem.kind === 'fault' && <p>{t(`review.fault.${problem.fault}`)}</p>}
      {problem.kind === 'published-since' && (
        <>
          <p>{t('review.publish.since', { version: String(problem.version) })}</p>
          <ButtonRow>
            <Button kind="secondary" onPress={onReadAgain}>
              {t('review.readAgain')}
            </Button>
          </ButtonRow>
        </>
      )}
    </Notice>
  );
};
