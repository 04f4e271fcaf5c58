import { CircleAlert, CircleCheck, Hourglass } from 'lucide';
import type { MeetingPack, MeetingRow } from '../app/meetings.ts';
import { readLocal, weekdayOf } from '../i18n/local-time.ts';
import { Tag } from './kit/tag.tsx';
import { OwnTags } from './own-tags.tsx';
import { useText } from './use-text.ts';

const PackTag = ({ pack }: { readonly pack: MeetingPack }) => {
  const { t } = useText();
  if (pack.papers === 0) return <Tag tone="plain">{t('meetings.pack.no-papers')}</Tag>;
  if (pack.kind === 'ready') {
    return (
      <Tag tone="done" icon={CircleCheck}>
        {t('meetings.pack.ready')}
      </Tag>
    );
  }
  if (pack.kind === 'failed') {
    return (
      <Tag tone="waiting" icon={CircleAlert}>
        {t('meetings.pack.failed')}
      </Tag>
    );
  }
  if (pack.kind === 'loading' || pack.kind === 'waiting') {
    return (
      <Tag tone="waiting" icon={Hourglass}>
        {t(`meetings.pack.${pack.kind}`)}
      </Tag>
    );
  }
  const isPaused = pack.kind === 'none' && pack.have > 0;
  return <Tag tone="plain">{t(isPaused ? 'meetings.pack.paused' : `meetings.pack.${pack.kind}`)}</Tag>;
};

export interface MeetingRowsProps {
  readonly rows: readonly MeetingRow[];
  /** Past meetings are told apart by their year. */
  readonly withYear: boolean;
}

/** Meetings under each other: when, which, and its state. The whole row opens the meeting. */
export const MeetingRows = ({ rows, withYear }: MeetingRowsProps) => {
  const { t, dates } = useText();
  const dayAndMonth = (start: string): string => {
    const { day, month } = readLocal(start);
    return withYear ? dates.date(start) : `${day} ${t(`date.month.${month}`)}`;
  };
  const weekdayAndTime = (start: string): string => {
    const weekday = t(`date.weekday.${weekdayOf(start)}`);
    return t('meetings.weekday-time', { weekday, time: dates.time(start) });
  };
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li class="row" key={row.meetingId}>
          <p class="row__when">
            <span class="row__day">{dayAndMonth(row.start)}</span>
            <span class="second">{weekdayAndTime(row.start)}</span>
          </p>
          <div class="row__what">
            <h3 class="row__name">
              <a class="row__link" href={`/meetings/${row.meetingId}`}>
                {row.committee}
              </a>
            </h3>
            <p class="second">
              {row.version > 1 && row.state === 'coming'
                ? t('meetings.new-version', { reason: row.reason })
                : row.venue}
            </p>
            <OwnTags own={row.own} />
          </div>
          <p class="row__state">
            {row.state === 'cancelled' ? (
              <Tag tone="plain">{t('meetings.cancelled')}</Tag>
            ) : (
              <PackTag pack={row.pack} />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
};
