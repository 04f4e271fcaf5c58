import { useMemo, useState } from 'preact/hooks';
import { watchOwnRecords } from '../app/own-records.ts';
import { openReader } from '../app/reader.ts';
import type { ReadingMode } from '../app/reader-view.ts';
import type { Services } from '../app/services.ts';
import { FileQuestion } from 'lucide';
import { ButtonLink } from './kit/button.tsx';
import { Page } from './kit/page.tsx';
import { Empty, Loading } from './kit/waiting-states.tsx';
import { OpenPaper } from './reader/open-paper.tsx';
import { useText } from './text-context.tsx';
import { useWatch } from './use-watch.ts';

export interface ReaderScreenProps {
  readonly services: Services;
  readonly meetingId: string;
  readonly paperId: string;
  /** The printed page number that the address asks for, `?page=21`. */
  readonly page?: string | undefined;
}

// Of 20 px: from 18 to 40.
const scales = [0.9, 1, 1.2, 1.4, 1.7, 2];

/** The reader: one paper of a meeting, as text or as pages, with the agenda beside it or one tap away. */
export function ReaderScreen({ services, meetingId, paperId, page }: ReaderScreenProps) {
  const { t } = useText();
  const reader = useMemo(() => openReader(services, meetingId, paperId), [services, meetingId, paperId]);
  const watched = useWatch(reader.view);
  const own = useWatch(useMemo(() => watchOwnRecords(services, meetingId), [services, meetingId]));
  const [step, setStep] = useState(1);
  const [wish, setWish] = useState<ReadingMode | null>(null);
  // A store that cannot be read is a fault for the one handler of the app.
  if (watched.state === 'failed') throw watched.cause;
  if (watched.state === 'loading') return <Loading words={t('reader.loading')} />;
  const view = watched.value;
  if (view.kind === 'unknown') return <Unknown what={view.what} meetingId={meetingId} />;
  if (view.content.kind === 'looking') return <Loading words={t('reader.loading')} />;
  return (
    <OpenPaper
      // Another paper, or the same one once it has arrived, begins at its own place.
      key={`${paperId} ${view.content.kind}`}
      reader={reader}
      view={view}
      page={page ?? null}
      services={services}
      declarations={own.state === 'ready' ? own.value.declarations : []}
      wish={wish}
      onWish={setWish}
      scale={scales[step] ?? 1}
      onScale={(direction) =>
        setStep((now) => Math.min(Math.max(now + (direction === 'larger' ? 1 : -1), 0), scales.length - 1))
      }
    />
  );
}

function Unknown(props: { readonly what: 'meeting' | 'paper'; readonly meetingId: string }) {
  const { t } = useText();
  const isMeeting = props.what === 'meeting';
  const title = t(isMeeting ? 'reader.unknownMeetingTitle' : 'reader.unknownPaperTitle');
  return (
    <Page title={title} width="narrow">
      <Empty icon={FileQuestion} title={t('reader.unknown')}>
        <ButtonLink href={isMeeting ? '/' : `/meetings/${props.meetingId}`}>
          {t(isMeeting ? 'reader.toMeetings' : 'reader.toMeeting')}
        </ButtonLink>
      </Empty>
    </Page>
  );
}
