import type { JSX } from 'preact';
import { lazy, Route, Router } from 'preact-iso';
import type { Services } from '../app/services.ts';
import type { DeviceControl } from '../app/settings.ts';
import { HelpRoute, type HelpChoice } from './help-route.tsx';
import { MeetingScreen } from './meeting-screen.tsx';
import { MeetingsScreen } from './meetings-screen.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { UpdateNotice } from './update-notice.tsx';

// The first page needs none of these; the service worker keeps their chunks for offline use.
const ReaderScreen = lazy(() => import('./reader-screen.tsx').then((part) => part.ReaderScreen));
const ApologyScreen = lazy(() => import('./apology/apology-screen.tsx').then((part) => part.ApologyScreen));
const declaration = () => import('./declaration/declaration-screen.tsx');
const DeclarationScreen = lazy(() => declaration().then((part) => part.DeclarationScreen));
const AmendmentScreen = lazy(() => declaration().then((part) => part.AmendmentScreen));
const WhipScreen = lazy(() => import('./declaration/whip-screen.tsx').then((part) => part.WhipScreen));
const RecordsScreen = lazy(() => import('./records/records-screen.tsx').then((part) => part.RecordsScreen));
const RecordScreen = lazy(() => import('./records/record-screen.tsx').then((part) => part.RecordScreen));
const ActionsScreen = lazy(() => import('./actions-screen.tsx').then((part) => part.ActionsScreen));
const SettingsScreen = lazy(() => import('./settings-screen.tsx').then((part) => part.SettingsScreen));
const DeskMeetingsScreen = lazy(() =>
  import('./desk/desk-meetings-screen.tsx').then((part) => part.DeskMeetingsScreen),
);
const DeskScreen = lazy(() => import('./desk/desk-screen.tsx').then((part) => part.DeskScreen));

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

const paper: Draw = ({ services, params, query }) => (
  <ReaderScreen
    services={services}
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
  '/desk/:meetingId': ({ services, params }) => (
    <DeskScreen services={services} meetingId={params['meetingId'] ?? ''} />
  ),
};

// One component for every route: preact-iso hands the address to what it draws.
const Visited = ({ draw, ...visit }: Visit & { readonly draw: Draw }) => draw(visit);

/** Which screen an address of an enrolled person opens. */
export const PersonRoutes = ({ services, control, help }: PersonRoutesProps) => {
  const isClerk = services.enrolment.grants.some(({ role }) => role === 'clerk');
  const known = Object.entries(isClerk ? { ...screens, ...clerkScreens } : screens);
  return (
    <>
      <UpdateNotice update={control.update} />
      <Router>
        {known.map(([path, draw]) => (
          <Route
            key={path}
            path={path}
            component={Visited}
            draw={draw}
            services={services}
            control={control}
            help={help}
          />
        ))}
        <Route default component={NotFoundScreen} />
      </Router>
    </>
  );
};
