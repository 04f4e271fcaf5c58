import { FileInput, Inbox } from 'lucide';
import { useMemo } from 'preact/hooks';
import { watchDesk, type DeskLine } from '../../app/desk.ts';
import { isClerkOfAll } from '../../app/import/clerk-of-all.ts';
import type { Services } from '../../app/services.ts';
import { ButtonLink } from '../kit/button.tsx';
import { Page } from '../kit/page.tsx';
import { Empty } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { WatchedScreen } from '../watched-screen.tsx';
import { countWords } from './desk-words.ts';

/** `/desk`: every meeting with what has arrived for it. For clerks; the address is theirs alone. */
export const DeskMeetingsScreen = ({ services }: { readonly services: Services }) => {
  const { t } = useText();
  const mayImport = isClerkOfAll(services.enrolment);
  const watched = useWatch(useMemo(() => watchDesk(services), [services]));
  return (
    <WatchedScreen watched={watched}>
      {(lines) => (
        <Page
          title={t('desk.title')}
          caption={services.enrolment.council.name}
          aside={
            mayImport && (
              <ButtonLink icon={FileInput} href="/desk/import">
                {t('import.title')}
              </ButtonLink>
            )
          }
        >
          {lines.length === 0 ? (
            <Empty icon={Inbox} title={t('desk.empty.title')}>
              <p>{t('desk.empty.text')}</p>
            </Empty>
          ) : (
            <DeskTable lines={lines} />
          )}
        </Page>
      )}
    </WatchedScreen>
  );
};

const DeskTable = ({ lines }: { readonly lines: readonly DeskLine[] }) => {
  const text = useText();
  const { t, dates } = text;
  return (
    <table class="table table--cards">
      <caption class="govuk-visually-hidden">{t('desk.list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.list.meeting')}</th>
          <th scope="col">{t('desk.list.when')}</th>
          <th scope="col">{t('desk.list.arrived')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ manifest, counts }) => (
          <tr key={manifest.meetingId}>
            <th scope="row">
              <a href={`/desk/${manifest.meetingId}`}>{manifest.committee.name}</a>
            </th>
            <td data-column={t('desk.list.when')}>
              {t('records.meetingTime', { day: dates.day(manifest.start), time: dates.time(manifest.start) })}
            </td>
            <td data-column={t('desk.list.arrived')}>{countWords(text, counts) || t('desk.list.nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
