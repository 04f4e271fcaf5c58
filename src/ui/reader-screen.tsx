import { useMemo, useState } from 'preact/hooks';
import { watchOwnRecords } from '../app/own-records.ts';
import { openReader } from '../app/reader.ts';
import type { ReadingMode } from '../app/reader-view.ts';
import { keepReadingScale, scaleBeside, watchReadingScale, type ReadingScale } from '../app/reading-scale.ts';
import type { Services } from '../app/services.ts';
import type { DeviceControl } from '../app/settings.ts';
import { FileQuestion } from 'lucide';
import { ButtonLink } from './kit/button.tsx';
import { Page } from './kit/page.tsx';
import { Empty, Loading } from './kit/waiting-states.tsx';
import { OpenPaper } from './reader/open-paper.tsx';
import { useText } from './use-text.ts';
import { useWatch } from './use-watch.ts';

export interface ReaderScreenProps {
  readonly services: Services;
  readonly control: DeviceControl;
  readonly meetingId: string;
  readonly paperId: string;
  /** The printed page number that the address asks for, `?page=21`. */
  readonly page?: string | undefined;
}

/** The reader: one paper of a meeting, as text or as pages, with the agenda beside it or one tap away. */
export function ReaderScreen({ services, control, meetingId, paperId, page }: ReaderScreenProps) {
  const { t } = useText();
  const reader = useMemo(() => openReader(services, meetingId, paperId), [services, meetingId, paperId]);
  const watched = useWatch(reader.view);
  const own = useWatch(useMemo(() => watchOwnRecords(services, meetingId), [services, meetingId]));
  const [scale, resize] = useReadingScale(control);
  const [wish, setWish] = useState<ReadingMode | null>(null);
  // A store that cannot be read is a fault for the one handler of the app.
  if (watched.state === 'failed') throw watched.cause;
  if (watched.state === 'loading' || scale === null) return <Loading words={t('reader.loading')} />;
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
      scale={Number(scale)}
      onScale={resize}
    />
  );
}

/** The text size of this tablet, null while it is looked up, and the way to change and keep it. */
function useReadingScale(
  control: DeviceControl,
): readonly [ReadingScale | null, (direction: 'larger' | 'smaller') => void] {
  const kept = useWatch(useMemo(() => watchReadingScale(control), [control]));
  // Two quick presses are two steps, before the first is written.
  const [chosen, choose] = useState<ReadingScale | null>(null);
  const scale = chosen ?? (kept.state === 'ready' ? kept.value : kept.state === 'failed' ? '1' : null);
  const resize = (direction: 'larger' | 'smaller'): void => {
    const next = scaleBeside(scale ?? '1', direction);
    choose(next);
    void keepReadingScale(control, next);
  };
  return [scale, resize];
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
