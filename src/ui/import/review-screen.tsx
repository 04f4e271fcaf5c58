import { CopyCheck } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { openReview, readingNotes } from '../../app/import/review.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { BackLink } from '../kit/back-link.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Select } from '../kit/select.tsx';
import { Loading } from '../kit/waiting-states.tsx';
import { useOpened } from '../records/use-opened.ts';
import { useText, type Text } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { ReviewForm } from './review-form.tsx';
import { ReviewNotes } from './review-notes.tsx';
import type { ReviewProps } from './review-props.ts';
import { type Published, ReviewPublished } from './review-published.tsx';

/** What was understood of papers, to be looked at, corrected and published. One meeting at a time. */
export const ReviewScreen = (props: ReviewProps) => {
  const { state, read, onRemove } = props;
  const text = useText();
  const { t } = text;
  const [at, setAt] = useState(0);
  const notes = readingNotes(read);
  // Until the server is asked again.
  const [published, setPublished] = useState<ReadonlyMap<number, Published>>(new Map());
  const done = published.get(at) ?? read.meetings[at]?.published ?? null;
  const names = read.meetings.map(({ draft }) => meetingName(text, draft));
  return (
    <Page
      title={t(done === null ? 'review.title' : 'review.published.page')}
      caption={t('review.caption', { count: notes.files })}
      back={<BackLink href="/desk/import">{t('review.back')}</BackLink>}
    >
      <ReviewNotes {...notes} />
      {names.length === 0 && <NoMeeting {...props} />}
      {names.length > 1 && (
        <Select
          name="which-meeting"
          label={t('review.which', { count: names.length })}
          choices={names.map((label, place) => ({ value: String(place), label }))}
          value={String(at)}
          onChange={(place) => setAt(Number(place))}
        />
      )}
      {done !== null && <ReviewPublished {...done} />}
      {done === null && read.meetings[at] !== undefined && (
        <OneMeeting
          key={at}
          {...props}
          at={at}
          onPublished={(one) => setPublished(new Map([...published, [at, one]]))}
        />
      )}
      <ButtonRow>
        <Button kind="quiet" onPress={() => props.onReadAgain([])}>
          {t('review.readAgain')}
        </Button>
        <Button kind="quiet" onPress={onRemove}>
          {t('review.remove')}
        </Button>
      </ButtonRow>
      {done === null && names.length > 0 && (
        <p class="second small">{t('review.kept', { begun: text.dates.date(state.begunAt.slice(0, 10)) })}</p>
      )}
    </Page>
  );
};

const meetingName = (
  { t, dates }: Text,
  { committee, date }: { committee: { name: string }; date: string },
) =>
  [
    committee.name === '' ? t('review.noCommittee') : committee.name,
    date === '' ? t('review.noDate') : dates.date(date),
  ].join(', ');

/** Lists of committees, meetings or councillors are understood, but there is nothing in them to publish. */
const NoMeeting = ({ read }: ReviewProps) => {
  const { t } = useText();
  const { committees, listedMeetings, councillors, memberships } = read.proposal;
  const listed = [
    ...(committees.length > 0 ? [t('review.listed.committees', { count: committees.length })] : []),
    ...(listedMeetings.length > 0 ? [t('review.listed.meetings', { count: listedMeetings.length })] : []),
    ...(councillors.length > 0 ? [t('review.listed.councillors', { count: councillors.length })] : []),
    ...memberships.map(({ committee, members }) =>
      t('review.listed.members', { committee, count: members.length }),
    ),
  ];
  return (
    <div class="review-nothing">
      <p>{t('review.nothing')}</p>
      {listed.length > 0 && <p>{t('review.listed', { what: listed.join(', ') })}</p>}
    </div>
  );
};

interface OneMeetingProps extends ReviewProps {
  readonly at: number;
  readonly onPublished: (published: Published) => void;
}

const OneMeeting = (props: OneMeetingProps) => {
  const { services, state, read, at } = props;
  const { t } = useText();
  const meeting = read.meetings[at];
  const proposed = read.proposal.meetings[at];
  // Corrections are of one reading: papers that were read again have others.
  const reading = useMemo(() => JSON.stringify(meeting?.draft), [meeting]);
  const form = useOpened(
    `${state.id}/${at}/${reading}`,
    async () => (meeting === undefined ? null : openReview(services, state.id, at, meeting)),
    (opened) => opened?.close(),
  );
  if (meeting === undefined || proposed === undefined) return null;
  if (form === null) return <Loading words={t('review.opening')} />;
  return <Opened {...props} meeting={meeting} proposed={proposed} form={form} />;
};

/** In the place of a form whose corrections were published or cleared in another tab. */
const ReviewEnded = ({ onStartAgain }: { readonly onStartAgain: () => void }) => {
  const { t } = useText();
  return (
    <Notice tone="waiting" icon={CopyCheck} role="status" title={t('review.ended.title')}>
      <p>{t('review.ended.text')}</p>
      <ButtonRow>
        <Button kind="secondary" onPress={onStartAgain}>
          {t('review.ended.again')}
        </Button>
      </ButtonRow>
    </Notice>
  );
};

const Opened = (props: Omit<Parameters<typeof ReviewForm>[0], 'view'>) => {
  const { t } = useText();
  const watched = useWatch(props.form.view);
  if (watched.state !== 'ready') return <Loading words={t('review.opening')} />;
  if (watched.value.ended) {
    const startAgain = async (): Promise<void> => {
      await props.form.startAgain();
      props.onRefresh();
    };
    return <ReviewEnded onStartAgain={() => void startAgain()} />;
  }
  return <ReviewForm {...props} view={watched.value} />;
};
