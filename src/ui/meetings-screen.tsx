import { CalendarDays, CircleAlert, WifiOff } from 'lucide';
import { useMemo } from 'preact/hooks';
import { watchMeetings, type MeetingsView } from '../app/meetings.ts';
import type { Services } from '../app/services.ts';
import { ButtonLink } from './kit/button.tsx';
import { Notice } from './kit/notice.tsx';
import { Page, Section } from './kit/page.tsx';
import { Empty } from './kit/waiting-states.tsx';
import { MeetingRows } from './meeting-rows.tsx';
import { NextMeeting } from './meetings-next.tsx';
import { useText } from './use-text.ts';
import { UnfinishedNotes } from './unfinished-notes.tsx';
import { useWatch } from './use-watch.ts';
import { WatchedScreen } from './watched-screen.tsx';

/** The first screen: the next meeting large, the others under it. */
export const MeetingsScreen = ({ services }: { readonly services: Services }) => {
  const watched = useWatch(useMemo(() => watchMeetings(services), [services]));
  return (
    <WatchedScreen watched={watched}>{(view) => <Meetings services={services} view={view} />}</WatchedScreen>
  );
};

const Meetings = ({ services, view }: { readonly services: Services; readonly view: MeetingsView }) => {
  const { t } = useText();
  const { next, coming, past } = view;
  const title = next ? (next.isMine ? 'meetings.title' : 'meetings.title-open') : 'meetings.title-none';
  if (!next && coming.length === 0 && past.length === 0) return <NoMeetings view={view} />;
  return (
    <Page title={t(title)}>
      {view.isFull && (
        <Notice tone="waiting" icon={CircleAlert} title={t('meetings.full.title')}>
          <p>{t('meetings.full.text')}</p>
          <p>
            <ButtonLink kind="secondary" href="/settings#space">
              {t('meetings.full.action')}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <UnfinishedNotes services={services} meetingId={null} />
      {next ? (
        <NextMeeting services={services} row={next} now={view.now} isOffline={view.network === 'offline'} />
      ) : (
        <p class="second">{t('meetings.none-coming')}</p>
      )}
      {coming.length > 0 && (
        <Section id="coming" title={t('meetings.coming')}>
          <MeetingRows rows={coming} withYear={false} />
        </Section>
      )}
      {past.length > 0 && (
        <Section id="past" title={t('meetings.past')}>
          <MeetingRows rows={past} withYear />
        </Section>
      )}
    </Page>
  );
};

const NoMeetings = ({ view }: { readonly view: MeetingsView }) => {
  const { t } = useText();
  const isOffline = view.network === 'offline';
  const why = isOffline && !view.wasInContact ? 'offline' : view.wasInContact ? 'online' : 'first-contact';
  return (
    <Page title={t('meetings.title-none')}>
      <Empty icon={isOffline ? WifiOff : CalendarDays} title={t('meetings.empty.title')}>
        <p>{t(`meetings.empty.${why}`)}</p>
        <ButtonLink kind="quiet" href="/help">
          {t('shell.tab.help')}
        </ButtonLink>
      </Empty>
    </Page>
  );
};
