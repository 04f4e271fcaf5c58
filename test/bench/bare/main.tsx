import { Dexie, type EntityTable } from 'dexie';
import { createInstance } from 'i18next';
import { render } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { Workbox } from 'workbox-window';

/**
 * The least that these libraries can do: read one meeting from IndexedDB and draw its agenda, offline,
 * from a service worker. What Order Paper takes longer than this is Order Paper's own doing.
 */
interface Meeting {
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
}

const db = new Dexie('bare') as Dexie & { readonly meetings: EntityTable<Meeting, 'id'> };
db.version(1).stores({ meetings: 'id' });

const i18n = createInstance();
await i18n.init({
  lng: 'en-GB',
  resources: { 'en-GB': { translation: { agenda: 'Agenda of {{title}}' } } },
  interpolation: { escapeValue: false },
});

const first: Meeting = {
  id: 'one',
  title: 'a scrutiny panel',
  items: Array.from({ length: 7 }, (_, index) => `Item ${index + 1} with a title of the usual length`),
};
const meeting = (await db.meetings.get('one')) ?? first;
await db.meetings.put(meeting);

const Agenda = () => (
  <main>
    <h1>{i18n.t('agenda', { title: meeting.title })}</h1>
    <ol>
      {meeting.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  </main>
);

const root = document.getElementById('app');
if (root) {
  render(
    <LocationProvider>
      <Router>{[<Route key="agenda" default component={Agenda} />]}</Router>
    </LocationProvider>,
    root,
  );
}
void new Workbox('/sw.js').register();
