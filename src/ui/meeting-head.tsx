import { CalendarX } from 'lucide';
import { asksForWhip } from '../domain/question-context.ts';
import type { MeetingView } from '../app/meeting.ts';
import { packOffer } from '../app/meetings.ts';
import type { Services } from '../app/services.ts';
import { ButtonLink, ButtonRow } from './kit/button.tsx';
import { Details } from './kit/details.tsx';
import { Notice } from './kit/notice.tsx';
import { PackStateLine } from './pack-state.tsx';
import { useText } from './use-text.ts';

type Known = Extract<MeetingView, { kind: 'known' }>;

export interface MeetingHeadProps {
  readonly services: Services;
  readonly view: Known;
  readonly isOffline: boolean;
}

/** When and where, whether it is on this tablet, what I have said, and what can be done. */
export const MeetingHead = ({ services, view, isOffline }: MeetingHeadProps) => {
  const { t, dates } = useText();
  const { manifest, own, isOver } = view;
  return (
    <div class="meeting-head">
      <p class="facts">
        <span>{manifest.venue}</span>
        <span>
          {manifest.state === 'held' ? t('meeting.held') : dates.relative(manifest.start, view.now)}
        </span>
      </p>
      {manifest.state === 'cancelled' && (
        <Notice tone="waiting" icon={CalendarX}>
          <p>{t('meeting.cancelled')}</p>
        </Notice>
      )}
      {own.apology && (
        <p>
          {t(
            own.apology.extent.kind === 'whole'
              ? 'meeting.apology'
              : `meeting.apology-${own.apology.extent.part}`,
          )}{' '}
          <a href={`/records/${own.apology.recordId}`}>{t('meeting.apology-see')}</a>
        </p>
      )}
      <PackStateLine
        services={services}
        meetingId={manifest.meetingId}
        committee={manifest.committee.name}
        pack={view.pack}
        isOffline={isOffline}
      />
      <MeetingButtons view={view} />
      {!isOver && asksForWhip(manifest.committee) && (
        <p>
          <a href={`/meetings/${manifest.meetingId}/whip`}>{t('meeting.whip')}</a>
        </p>
      )}
      {isOver && manifest.state !== 'cancelled' && <LateRecords meetingId={manifest.meetingId} />}
    </div>
  );
};

const MeetingButtons = ({ view }: { readonly view: Known }) => {
  const { t } = useText();
  const { manifest, readPath, own, isOver } = view;
  const offer = packOffer(view.pack);
  const here = `/meetings/${manifest.meetingId}`;
  const canRead = readPath !== null && offer !== 'download';
  if (isOver && !canRead) return null;
  return (
    <ButtonRow>
      {canRead && (
        <ButtonLink kind={offer === 'both' ? 'secondary' : 'primary'} href={readPath}>
          {t('meetings.read')}
        </ButtonLink>
      )}
      {!isOver && (
        <ButtonLink kind="secondary" href={`${here}/declare`}>
          {t('meetings.declare')}
        </ButtonLink>
      )}
      {!isOver && !own.apology && (
        <ButtonLink kind="secondary" href={`${here}/apology`}>
          {t('meetings.cannot-come')}
        </ButtonLink>
      )}
    </ButtonRow>
  );
};

/** Nothing is refused for being late. */
const LateRecords = ({ meetingId }: { readonly meetingId: string }) => {
  const { t } = useText();
  return (
    <Details summary={t('meeting.late.summary')}>
      <p>{t('meeting.late.text')}</p>
      <ButtonRow>
        <ButtonLink kind="secondary" href={`/meetings/${meetingId}/declare`}>
          {t('meeting.late.declare')}
        </ButtonLink>
        <ButtonLink kind="secondary" href={`/meetings/${meetingId}/apology`}>
          {t('meeting.late.apology')}
        </ButtonLink>
      </ButtonRow>
    </Details>
  );
};
