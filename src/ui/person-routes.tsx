import { createContext, type AnyComponent, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { lazy, Route, Router } from 'preact-iso';
import type { Services } from '../app/services.ts';
import type { DeviceControl } from '../app/settings.ts';
import { loadAllEnglish } from '../i18n/i18n.ts';
import { HelpRoute, type HelpChoice } from './help-route.tsx';
import { MeetingScreen } from './meeting-screen.tsx';
import { MeetingsScreen } from './meetings-screen.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { UpdateNotice } from './update-notice.tsx';

// The first page needs none of these, nor their words; the service worker keeps both for offline use.
const later = <Part, Screen extends AnyComponent<never>>(
  load: () => Promise<Part>,
  pick: (part: Part) => Screen,
) =>
  lazy(async () => {
    const [part] = await Promise.all([load(), loadAllEnglish()]);
    return { default: pick(part) };
  });

const ReaderScreen = later(
  () => import('./reader-screen.tsx'),
  (part) => part.ReaderScreen,
);
const ApologyScreen = later(
  () => import('./apology/apology-screen.tsx'),
  (part) => part.ApologyScreen,
);
const declaration = () => import('./declaration/declaration-screen.tsx');
const DeclarationScreen = later(declaration, (part) => part.DeclarationScreen);
const AmendmentScreen = later(declaration, (part) => part.AmendmentScreen);
const WhipScreen = later(
  () => import('./declaration/whip-screen.tsx'),
  (part) => part.WhipScreen,
);
const RecordsScreen = later(
  () => import('./records/records-screen.tsx'),
  (part) => part.RecordsScreen,
);
const RecordScreen = later(
  () => import('./records/record-screen.tsx'),
  (part) => part.RecordScreen,
);
const ActionsScreen = later(
  () => import('./actions-screen.tsx'),
  (part) => part.ActionsScreen,
);
const SettingsScreen = later(
  () => import('./settings-screen.tsx'),
  (part) => part.SettingsScreen,
);
const DeskMeetingsScreen = later(
  () => import('./desk/desk-meetings-screen.tsx'),
  (part) => part.DeskMeetingsScreen,
);
const DeskScreen = later(
  () => import('./desk/desk-screen.tsx'),
  (part) => part.DeskScreen,
);
const GiveScreen = later(
  () => import('./import/give-screen.tsx'),
  (part) => part.GiveScreen,
);
const ImportScreen = later(
  () => import('./import/import-screen.tsx'),
  (part) => part.ImportScreen,
);

export interface PersonRoutesProps {
  readonly services: Services;
  readonly control: DeviceControl;
  readonly help: HelpChoice;
}

/** What the address says, beside what every screen is given. */
interface Visit extends PersonRoutesProps {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

type Draw = (visit: Visit) => JSX.Element;

const meeting: Draw = ({ services, params }) => (
  <MeetingScreen services={services} meetingId={params['meetingId'] ?? ''} />
);

const paper: Draw = ({ services, control, params, query }) => (
  <ReaderScreen
    services={services}
    control={control}
    meetingId={params['meetingId'] ?? ''}
    paperId={params['paperId'] ?? ''}
    page={query['page']}
  />
);

const declare: Draw = ({ services, params, query }) => (
  <DeclarationScreen
    services={services}
    meetingId={params['meetingId'] ?? ''}
    itemId={query['item'] ?? null}
  />
);

const whip: Draw = ({ services, params, query }) => (
  <WhipScreen services={services} meetingId={params['meetingId'] ?? ''} itemId={query['item'] ?? null} />
);

const screens: Readonly<Record<string, Draw>> = {
  '/': ({ services }) => <MeetingsScreen services={services} />,
  '/meetings/:meetingId': meeting,
  '/meetings/:meetingId/papers/:paperId': paper,
  '/meetings/:meetingId/apology': ({ services, params }) => (
    <ApologyScreen services={services} meetingId={params['meetingId'] ?? ''} />
  ),
  '/meetings/:meetingId/declare': declare,
  '/meetings/:meetingId/whip': whip,
  '/records': ({ services }) => <RecordsScreen services={services} />,
  '/records/:id': ({ services, params, query }) => (
    <RecordScreen services={services} recordId={params['id'] ?? ''} isNew={'new' in query} />
  ),
  '/records/:id/amend': ({ services, params }) => (
    <AmendmentScreen services={services} recordId={params['id'] ?? ''} />
  ),
  '/actions': ({ services }) => <ActionsScreen services={services} />,
  '/settings': ({ services, control }) => <SettingsScreen services={services} control={control} />,
  '/help': ({ services, help }) => <HelpRoute contacts={services.enrolment.council.contacts} choice={help} />,
};

// A member's tablet has no such address: nothing to see there, and nothing to load.
const clerkScreens: Readonly<Record<string, Draw>> = {
  '/desk': ({ services }) => <DeskMeetingsScreen services={services} />,
  // Before the screens of meetings: the first that fits is drawn.
  '/desk/import': ({ services, query }) => (
    <GiveScreen services={services} meetingId={query['meeting'] ?? null} />
  ),
  '/desk/import/:importId': ({ services, params }) => (
    <ImportScreen services={services} importId={params['importId'] ?? ''} />
  ),
  '/desk/:meetingId': ({ services, params }) => (
    <DeskScreen services={services} meetingId={params['meetingId'] ?? ''} />
  ),
};

// Not as props of a route: preact-iso compares those as JSON, and a database is none.
const PersonContext = createContext<PersonRoutesProps | null>(null);

const visited = (draw: Draw) =>
  function Visited({ params, query }: Pick<Visit, 'params' | 'query'>) {
    const person = useContext(PersonContext);
    return person && draw({ ...person, params, query });
  };

const routesOf = (drawn: Readonly<Record<string, Draw>>) =>
  Object.entries(drawn).map(([path, draw]) => ({
    path,
    // A component of its own for each route: by it the router knows that the screen changed.
    component: visited(draw),
  }));

const memberRoutes = routesOf(screens);
const clerkRoutes = routesOf({ ...screens, ...clerkScreens });

/** Which screen an address of an enrolled person opens. */
export const PersonRoutes = (props: PersonRoutesProps) => {
  const isClerk = props.services.enrolment.grants.some(({ role }) => role === 'clerk');
  const known = isClerk ? clerkRoutes : memberRoutes;
  return (
    <PersonContext.Provider value={props}>
      <UpdateNotice update={props.control.update} />
      <Router>
        {known.map(({ path, component }) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route default component={NotFoundScreen} />
      </Router>
    </PersonContext.Provider>
  );
};
