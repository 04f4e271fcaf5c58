import { ALargeSmall } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { watchShell } from '../app/shell.ts';
import type { Services } from '../app/services.ts';
import { instantToLondon } from '../domain/london-time.ts';
import { Icon } from './kit/icon.tsx';
import { ShellFrame } from './shell-frame.tsx';
import { ShellTabs } from './shell-tabs.tsx';
import { TabletStatusLine } from './tablet-status.tsx';
import { useText } from './use-text.ts';
import { useWatch } from './use-watch.ts';

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
        view && <TabletStatusLine status={view.status} today={instantToLondon(services.now()).slice(0, 10)} />
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
