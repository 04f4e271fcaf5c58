import { useErrorBoundary } from 'preact/hooks';
import { ErrorBoundary, lazy, LocationProvider, useLocation } from 'preact-iso';
import type { Session } from '../app/session.ts';
import type { Watch } from '../domain/watch.ts';
import { FaultScreen, NoStoreScreen } from './fault-screens.tsx';
import type { HelpChoice } from './help-route.tsx';
import { BackLink } from './kit/back-link.tsx';
import { Loading } from './kit/waiting-states.tsx';
import { ShellFrame } from './shell-frame.tsx';
import { useText } from './use-text.ts';
import { useWatch } from './use-watch.ts';

// A new person needs the first two, an enrolled one the third: neither waits for the other's.
const EnrolScreen = lazy(() => import('./enrol-screen.tsx').then((part) => part.EnrolScreen));
const HelpRoute = lazy(() => import('./help-route.tsx').then((part) => part.HelpRoute));
const PersonApp = lazy(() => import('./person-app.tsx').then((part) => part.PersonApp));

export interface AppProps {
  readonly session: Watch<Session>;
  /** Watched, because another tab may choose. */
  readonly helpChoice: Watch<HelpChoice>;
}

/** The whole interface: before sign-in the code and the help, afterwards the person's screens. */
export function App({ session, helpChoice }: AppProps) {
  // To the browser's own console, for whoever has to find the fault; it goes nowhere else.
  const [fault] = useErrorBoundary((cause: unknown) => reportError(cause));
  const watched = useWatch(session);
  const choice = useWatch(helpChoice);
  if (fault !== undefined) return <FaultScreen />;
  if (watched.state === 'failed' || choice.state === 'failed') return <NoStoreScreen />;
  if (watched.state === 'loading' || choice.state === 'loading') return null;
  return (
    <LocationProvider>
      {/* Only for screens that are still being loaded; faults go to the boundary above. */}
      <ErrorBoundary>
        <Inside session={watched.value} choice={choice.value} />
      </ErrorBoundary>
    </LocationProvider>
  );
}

function Inside({ session, choice }: { readonly session: Session; readonly choice: HelpChoice }) {
  const { t } = useText();
  const { path } = useLocation();
  switch (session.kind) {
    case 'opening':
      return <Loading words={t('shell.loading')} />;
    case 'no-store':
      return <NoStoreScreen />;
    case 'enrolling': {
      const { council } = session.enrol;
      return (
        <ShellFrame council={council?.name ?? null} demonstration={council?.demonstration ?? false}>
          {path === '/help' ? (
            <HelpRoute
              contacts={council?.contacts ?? []}
              choice={choice}
              // An installed app has no way back of the browser's, and here are no tabs.
              back={<BackLink href="/">{t('shell.back.enrol')}</BackLink>}
            />
          ) : (
            <EnrolScreen services={session.enrol} />
          )}
        </ShellFrame>
      );
    }
    case 'enrolled':
      return <PersonApp services={session.services} control={session.control} help={choice} path={path} />;
  }
}
