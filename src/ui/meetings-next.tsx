import { packOffer, type MeetingRow } from '../app/meetings.ts';
import type { Services } from '../app/services.ts';
import { DateBlock } from './date-block.tsx';
import { ButtonLink } from './kit/button.tsx';
import { OwnTags } from './own-tags.tsx';
import { PackStateLine } from './pack-state.tsx';
import { useText } from './use-text.ts';

export interface NextMeetingProps {
  readonly services: Services;
  readonly row: MeetingRow;
  readonly now: string;
  readonly isOffline: boolean;
}

/** The one thing that is most important on the first screen. */
export const NextMeeting = ({ services, row, now, isOffline }: NextMeetingProps) => {
  const { t, dates } = useText();
  const offer = packOffer(row.pack);
  const here = `/meetings/${row.meetingId}`;
  return (
    <article class="next" aria-labelledby="next-name">
      <DateBlock start={row.start} />
      <div class="next__body">
        <h2 class="next__name" id="next-name">
          <a href={here}>{row.committee}</a>
        </h2>
        <p class="facts">
          <span>{dates.time(row.start)}</span>
          <span>{row.venue}</span>
          <span>{dates.relative(row.start, now)}</span>
        </p>
        {row.version > 1 && <p class="second">{t('meetings.new-version', { reason: row.reason })}</p>}
        {!row.isMine && <p class="second">{t('meetings.not-member')}</p>}
        <OwnTags own={row.own} />
        <PackStateLine
          services={services}
          meetingId={row.meetingId}
          committee={row.committee}
          pack={row.pack}
          isOffline={isOffline}
        />
        <div class="button-row next__buttons">
          {row.readPath && offer !== 'download' && (
            <ButtonLink kind={offer === 'both' ? 'secondary' : 'primary'} href={row.readPath}>
              {t('meetings.read')}
            </ButtonLink>
          )}
          <ButtonLink kind={offer === 'nothing' ? 'primary' : 'secondary'} href={`${here}/declare`}>
            {t('meetings.declare')}
          </ButtonLink>
          {!row.own.apology && (
            <ButtonLink kind="secondary" href={`${here}/apology`}>
              {t('meetings.cannot-come')}
            </ButtonLink>
          )}
        </div>
      </div>
    </article>
  );
};
