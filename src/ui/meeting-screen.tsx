import { CalendarX } from 'lucide';
import { useMemo } from 'preact/hooks';
import { watchMeeting, type MeetingView } from '../app/meeting.ts';
import type { Services } from '../app/services.ts';
import { ContactsList } from './contacts-list.tsx';
import { BackLink } from './kit/back-link.tsx';
import { Page, Section } from './kit/page.tsx';
import { Empty } from './kit/waiting-states.tsx';
import { MeetingAgenda } from './meeting-agenda.tsx';
import { MeetingDocuments } from './meeting-documents.tsx';
import { LeaveBarLater } from './records/leave-bar-later.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { MeetingMembers } from './meeting-members.tsx';
import { PlanTable } from './plan-table.tsx';
import { useText } from './use-text.ts';
import { UnfinishedNotes } from './unfinished-notes.tsx';
import { useWatch } from './use-watch.ts';
import { WatchedScreen } from './watched-screen.tsx';

export interface MeetingScreenProps {
  readonly services: Services;
  readonly meetingId: string;
}

/** One meeting, all of it that is not a paper. */
export const MeetingScreen = ({ services, meetingId }: MeetingScreenProps) => {
  const watched = useWatch(useMemo(() => watchMeeting(services, meetingId), [services, meetingId]));
  const sync = useWatch(services.sync.state);
  const isOffline = sync.state === 'ready' && sync.value.network === 'offline';
  return (
    <WatchedScreen watched={watched}>
      {(view) =>
        view.kind === 'known' ? (
          <Meeting services={services} view={view} isOffline={isOffline} />
        ) : (
          <UnknownMeeting />
        )
      }
    </WatchedScreen>
  );
};

interface MeetingProps {
  readonly services: Services;
  readonly view: Extract<MeetingView, { kind: 'known' }>;
  readonly isOffline: boolean;
}

const Meeting = ({ services, view, isOffline }: MeetingProps) => {
  const { t, dates } = useText();
  const { manifest } = view;
  const version = { version: manifest.version, reason: manifest.reason };
  return (
    <Page
      title={manifest.committee.name}
      caption={t('meeting.starts', { day: dates.day(manifest.start), time: dates.time(manifest.start) })}
      back={<BackLink href="/">{t('shell.back.meetings')}</BackLink>}
    >
      <LeaveBarLater services={services} meetingId={manifest.meetingId} itemId={null} />
      <UnfinishedNotes services={services} meetingId={manifest.meetingId} />
      <MeetingHead services={services} view={view} isOffline={isOffline} />
      <div class="columns">
        <div class="columns__main">
          <Section id="agenda" title={t(view.hasMinutes ? 'meeting.agenda-and-minutes' : 'meeting.agenda')}>
            <MeetingAgenda view={view} />
          </Section>
          <Plans view={view} />
        </div>
        <div class="columns__side">
          <Section id="documents" title={t('meeting.documents')}>
            <MeetingDocuments services={services} view={view} />
          </Section>
          <Section id="members" title={t('meeting.members')}>
            <MeetingMembers groups={view.groups} personId={view.personId} />
          </Section>
          {view.contacts.length > 0 && (
            <Section id="contacts" title={t('meeting.contacts')}>
              <ContactsList contacts={view.contacts} />
            </Section>
          )}
        </div>
      </div>
      <p class="version">
        {t(manifest.version === 1 ? 'meeting.version-first' : 'meeting.version', version)}
      </p>
    </Page>
  );
};

const Plans = ({ view }: Pick<MeetingProps, 'view'>) => {
  const { t } = useText();
  return (
    <>
      {view.items.map(({ item, plan }) => {
        if (plan === null) return null;
        const title =
          item.number === null
            ? t('meeting.plan')
            : t('meeting.plan-of', { number: item.number, title: item.title });
        return (
          <Section key={item.id} id={`plan-${item.id}`} title={title}>
            <PlanTable areas={plan.areas} labelledBy={`plan-${item.id}`} />
          </Section>
        );
      })}
    </>
  );
};

const UnknownMeeting = () => {
  const { t } = useText();
  return (
    <Page title={t('meeting.unknown.title')} back={<BackLink href="/">{t('shell.back.meetings')}</BackLink>}>
      <Empty icon={CalendarX} title={t('meeting.unknown.text')} />
    </Page>
  );
};
