import { ALargeSmall } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { londonTime } from '../app/london-time.ts';
import { watchShell } from '../app/shell.ts';
import type { Services } from '../app/services.ts';
import { Icon } from './kit/icon.tsx';
import { ShellTabs } from './shell-tabs.tsx';
import { TabletStatusLine } from './tablet-status.tsx';
import { useText } from './text-context.tsx';
import { useWatch } from './use-watch.ts';

export interface ShellFrameProps {
  readonly council: string | null;
  readonly demonstration: boolean;
  /** `TabletStatusLine`, or nothing before sign-in. */
  readonly status?: ComponentChildren;
  /** `ShellTabs`, or nothing before sign-in. */
  readonly tabs?: ComponentChildren;
  /** At the end of the bar. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The bar and the tabs around a screen; also before sign-in, without tabs. */
export const ShellFrame = ({ council, demonstration, status, tabs, action, children }: ShellFrameProps) => {
  const { t } = useText();
  return (
    <div class={tabs ? 'shell shell--tabs' : 'shell'}>
      <a
        class="govuk-skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('shell.skip')}
      </a>
      {demonstration && <p class="demonstration">{t('shell.demonstration')}</p>}
      <header class="bar">
        <a class="bar__product" href="/">
          <svg class="bar__mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M5 2h10l5 5v15H5z" fill="currentColor" />
            <path class="bar__mark-lines" d="M8.5 10.5h8M8.5 14h8M8.5 17.5h5" />
          </svg>
          <span>{t('shell.product')}</span>
        </a>
        {council && <span class="bar__council">{council}</span>}
        <div class="bar__end">
          {status}
          {action}
        </div>
      </header>
      {tabs}
      <main class="shell__main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
};

export interface ShellProps {
  readonly services: Services;
  /** The path of the screen inside, for the tab that is current. */
  readonly path: string;
  readonly children: ComponentChildren;
}

/** The shell of an enrolled person: name, council, state of the tablet in words, settings, tabs. */
export const Shell = ({ services, path, children }: ShellProps) => {
  const { t } = useText();
  const watched = useWatch(useMemo(() => watchShell(services), [services]));
  const { council } = services.enrolment;
  const view = watched.state === 'ready' ? watched.value : null;
  const isClerk = services.enrolment.grants.some(({ role }) => role === 'clerk');
  return (
    <ShellFrame
      council={council.name}
      demonstration={council.demonstration}
      status={
        view && <TabletStatusLine status={view.status} today={londonTime(services.now()).slice(0, 10)} />
      }
      action={
        <a
          class={`icon-button bar__settings${isClerk ? ' bar__settings--always' : ''}`}
          href="/settings"
          title={t('shell.settings')}
          aria-label={t('shell.settings')}
        >
          <Icon node={ALargeSmall} />
        </a>
      }
      tabs={<ShellTabs path={path} isClerk={isClerk} waiting={view?.waiting ?? 0} />}
    >
      {children}
    </ShellFrame>
  );
};
