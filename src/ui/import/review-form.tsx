import { useState } from 'preact/hooks';
import type { DraftForm, DraftView } from '../../app/drafts.ts';
import { gapsOf } from '../../app/import/review-gaps.ts';
import { publishReview, type Review } from '../../app/import/review.ts';
import type { ImportMeeting } from '../../domain/import-state.ts';
import type { ProposedMeeting } from '../../domain/proposal.ts';
import type { ReadFrom } from '../../domain/understood.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { DraftNotes } from '../records/draft-notes.tsx';
import { useText } from '../use-text.ts';
import { ReviewHead } from './review-head.tsx';
import { ReviewItems } from './review-items.tsx';
import { ReviewMeeting } from './review-meeting.tsx';
import { ReviewMinutes } from './review-minutes.tsx';
import { ReviewMembers } from './review-members.tsx';
import { ReviewPlans } from './review-plans.tsx';
import type { ReviewProps } from './review-props.ts';
import { type PublishProblem, ReviewPublish } from './review-publish.tsx';
import { ReviewWholePapers } from './review-whole-papers.tsx';
import { SourcePane } from './source-pane.tsx';
import { useReviewTools } from './use-review-tools.ts';

export interface ReviewFormProps extends ReviewProps {
  readonly at: number;
  readonly meeting: ImportMeeting;
  readonly proposed: ProposedMeeting;
  readonly form: DraftForm<Review>;
  readonly view: DraftView<Review>;
  readonly onPublished: (published: { readonly meetingId: string; readonly version: number }) => void;
}

/** The proposed meeting beside the page that each part of it came from. */
export const ReviewForm = (props: ReviewFormProps) => {
  const { services, state, read, at, meeting, proposed, form, view } = props;
  const { t } = useText();
  const [from, setFrom] = useState<ReadFrom | null>(null);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PublishProblem | null>(null);
  const review = view.value;
  const tools = useReviewTools({ read, meeting, proposed, form, onSee: setFrom }, review);
  const version = (meeting.match?.version ?? 0) + 1;
  const gaps = gapsOf(review.draft, version > 1);
  const errors = isTried ? gaps.map(({ field, kind }) => ({ field, message: t(`review.gap.${kind}`) })) : [];
  const errorOf = new Map(errors.map(({ field, message }) => [field, message]));
  const publish = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await publishReview(services, state.id, at, form);
    setBusy(false);
    if (!answer.ok) setProblem({ kind: 'fault', fault: answer.error });
    else if (answer.value.kind === 'published') props.onPublished(answer.value);
    else setProblem(answer.value);
  };
  return (
    <div class="review">
      <div class="review__form">
        <DraftNotes resumed={view.resumed} kept={view.kept} onStartAgain={() => void form.startAgain()} />
        <ErrorSummary title={t('review.gaps')} errors={errors} />
        <ReviewHead tools={tools} meeting={meeting} onReadAgain={props.onReadAgain} />
        <ReviewMeeting tools={tools} committees={read.committees} errors={errorOf} />
        <ReviewItems tools={tools} errors={errorOf} newId={services.newId} />
        <ReviewWholePapers tools={tools} proposed={meeting.draft} />
        <ReviewPlans tools={tools} news={read.proposal.planNews} />
        <ReviewMinutes tools={tools} proposed={proposed} />
        <ReviewMembers tools={tools} people={read.people} errors={errorOf} />
        <ReviewPublish
          tools={tools}
          version={version}
          proposed={meeting.draft}
          people={read.people}
          open={tools.open.size}
          reasonError={errorOf.get('reason') ?? null}
          problem={problem}
          isBusy={isBusy}
          onCheckAll={() => {
            setTried(true);
            return gaps.length === 0;
          }}
          onPublish={() => void publish()}
          onReadAgain={() => props.onReadAgain([])}
        />
      </div>
      <SourcePane services={services} state={state} from={from} onClose={() => setFrom(null)} />
    </div>
  );
};
