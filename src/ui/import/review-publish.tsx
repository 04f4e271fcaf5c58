import { CircleAlert, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { ImportFault } from '../../app/import/import-desk.ts';
import { leftOutOf, newcomersOf } from '../../app/import/review-edit.ts';
import type { KnownPerson, PublishAnswer } from '../../domain/import-state.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { Section } from '../kit/page.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText, type Text } from '../use-text.ts';
import { countWords } from './count-words.ts';
import type { ReviewTools } from './review-tools.ts';

/** Why it was not published, as far as the person can do something about it. */
export type PublishProblem =
  | Exclude<PublishAnswer, { kind: 'published' }>
  | { readonly kind: 'fault'; readonly fault: ImportFault };

export interface ReviewPublishProps {
  readonly tools: ReviewTools;
  /** The version that it will be. */
  readonly version: number;
  /** As it was proposed. */
  readonly proposed: MeetingDraft;
  /** Everybody on the council's list. */
  readonly people: readonly KnownPerson[];
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
  return (
    <Section id="review-publish" title={t('review.publish.title')}>
      <div class="review-publish">
        {version > 1 && (
          <TextInput
            name="reason"
            label={t('review.publish.reason')}
            hint={t('review.publish.reasonHint')}
            value={tools.review.draft.reason ?? ''}
            error={reasonError}
            onInput={(reason) => tools.change((now) => ({ ...now, reason }))}
          />
        )}
        {open > 0 && (
          <Notice tone="waiting" icon={TriangleAlert}>
            <p>{t('review.publish.open', { count: open })}</p>
          </Notice>
        )}
        {problem !== null && (
          <Problem problem={problem} isFirst={version === 1} onReadAgain={props.onReadAgain} />
        )}
        <ButtonRow>
          <Button busy={isBusy} onPress={() => setAsking(props.onCheckAll())}>
            {t(isBusy ? 'review.publish.busy' : 'review.publish.press', { version: String(version) })}
          </Button>
        </ButtonRow>
        <p class="second">{t('review.publish.note')}</p>
      </div>
      <Dialog title={t('review.publish.ask')} open={isAsking} onClose={() => setAsking(false)}>
        {isAsking && <Asked {...props} />}
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

/** What will happen. Every field was checked before this is asked. */
const Asked = ({ tools, version, open, people, proposed }: ReviewPublishProps) => {
  const text = useText();
  const { t } = text;
  const { draft } = tools.review;
  const newcomers = newcomersOf(draft, people).length;
  const leftOut = leftOutOf(draft, proposed).length;
  return (
    <>
      <p>{t('review.publish.askText', { committee: draft.committee.name, version: String(version) })}</p>
      <ul class="plain-list review-ask">
        <li>{whenWords(text, draft)}</li>
        <li>{countWords(t, draft)}</li>
        {newcomers > 0 && <li>{t('review.publish.newPeople', { count: newcomers })}</li>}
        {leftOut > 0 && <li>{t('review.publish.leftOut', { count: leftOut })}</li>}
        {open > 0 && <li>{t('review.publish.unchecked', { count: open })}</li>}
      </ul>
    </>
  );
};

const whenWords = ({ dates }: Text, { date, time, venue }: MeetingDraft): string =>
  [dates.date(date), time, venue].filter((one) => one !== '').join(', ');

interface ProblemProps {
  readonly problem: PublishProblem;
  /** It was to be the first version: then a published one is a meeting that the papers did not name. */
  readonly isFirst: boolean;
  readonly onReadAgain: () => void;
}

const Problem = ({ problem, isFirst, onReadAgain }: ProblemProps) => {
  const { t } = useText();
  return (
    <Notice tone="waiting" icon={CircleAlert} role="alert" title={t('review.publish.failed')}>
      {problem.kind === 'refused' && <p>{problem.sentence}</p>}
      {problem.kind === 'fault' && <p>{t(`review.fault.${problem.fault}`)}</p>}
      {problem.kind === 'published-since' && (
        <>
          <p>
            {t(isFirst ? 'review.publish.exists' : 'review.publish.since', {
              version: String(problem.version),
            })}
          </p>
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
