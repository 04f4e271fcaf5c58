import { FileInput, Inbox } from 'lucide';
import { useMemo } from 'preact/hooks';
import { watchDeskMeeting, type DeskMeeting } from '../../app/desk.ts';
import { countSetAside, isQuietDesk, watchSetAside, type SetAsideView } from '../../app/desk-set-aside.ts';
import { isClerkOfAll } from '../../app/import/clerk-of-all.ts';
import type { Services } from '../../app/services.ts';
import { ButtonLink } from '../kit/button.tsx';
import { BackLink } from '../kit/back-link.tsx';
import { Page, Section } from '../kit/page.tsx';
import { Empty } from '../kit/waiting-states.tsx';
import { OpenFaultPage } from '../records/open-fault-page.tsx';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { WatchedScreen } from '../watched-screen.tsx';
import { DeskApologies } from './desk-apologies.tsx';
import { DeskDraft } from './desk-draft.tsx';
import { DeskItems } from './desk-items.tsx';
import { DeskRow, DeskRows } from './desk-rows.tsx';
import { DeskSetAside } from './desk-set-aside.tsx';
import { countWords, seatWords } from './desk-words.ts';

type Known = Extract<DeskMeeting, { kind: 'known' }>;

/** `/desk/:meetingId`: what arrived, by item, beside what minutes say of it. */
export const DeskScreen = (props: { readonly services: Services; readonly meetingId: string }) => {
  const { services, meetingId } = props;
  const watched = useWatch(useMemo(() => watchDeskMeeting(services, meetingId), [services, meetingId]));
  const aside = useWatch(useMemo(() => watchSetAside(services, meetingId), [services, meetingId]));
  return (
    <WatchedScreen watched={watched}>
      {(view) =>
        view.kind === 'unknown' ? (
          <OpenFaultPage fault="unknown" />
        ) : (
          <Desk
            services={services}
            view={view}
            aside={aside.state === 'ready' ? aside.value : { kind: 'asking' }}
          />
        )
      }
    </WatchedScreen>
  );
};

interface DeskProps {
  readonly services: Services;
  readonly view: Known;
  readonly aside: SetAsideView;
}

const Desk = ({ services, view, aside }: DeskProps) => {
  const text = useText();
  const { t, dates } = text;
  const { manifest, desk, counts, seats, draft } = view;
  const declared = desk.items.filter(
    (item) => item.declarations.length + item.whips.length + item.movements.length > 0,
  );
  const setAside = countSetAside(aside);
  const arrived = [
    countWords(text, counts),
    setAside > 0 ? t('desk.count.setAside', { count: setAside }) : '',
  ].filter((part) => part !== '');
  return (
    <Page
      title={manifest.committee.name}
      caption={t('desk.caption', {
        day: dates.day(manifest.start),
        time: dates.time(manifest.start),
        venue: manifest.venue,
      })}
      back={<BackLink href="/desk">{t('desk.title')}</BackLink>}
      aside={
        isClerkOfAll(services.enrolment) && (
          <ButtonLink kind="secondary" icon={FileInput} href={`/desk/import?meeting=${manifest.meetingId}`}>
            {t('import.meeting.add')}
          </ButtonLink>
        )
      }
    >
      <p class="second" role="status">
        {t('desk.summary', {
          seats: seatWords(text, seats),
          counts: arrived.join(', ') || t('desk.list.nothing'),
        })}
      </p>
      <div class="desk">
        <div class="desk__arrivals">
          {isQuietDesk(desk, aside) && (
            <Empty icon={Inbox} title={t('desk.nothing.title')}>
              <p>{t('desk.nothing.text')}</p>
            </Empty>
          )}
          {desk.apologies.length > 0 && <DeskApologies rows={desk.apologies} />}
          {declared.length > 0 && <DeskItems items={declared} />}
          {desk.late.length > 0 && (
            <Section id="late" title={t('desk.late.title')}>
              <p>{t('desk.late.text')}</p>
              <DeskRows caption={t('desk.late.title')}>
                {desk.late.map((arrival) => (
                  <DeskRow key={arrival.event.id} arrival={arrival} more={<LateItem arrival={arrival} />} />
                ))}
              </DeskRows>
            </Section>
          )}
          <DeskSetAside view={aside} />
        </div>
        <DeskDraft draft={draft} late={desk.late} />
      </div>
    </Page>
  );
};

const LateItem = ({ arrival }: { readonly arrival: Known['desk']['late'][number] }) => {
  const { t } = useText();
  const { body } = arrival.event;
  if (!('item' in body)) return null;
  const { number, title } = body.item;
  return <p class="second">{number === null ? title : t('declaration.item.caption', { number, title })}</p>;
};
