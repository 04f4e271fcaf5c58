import {
  CalendarDays,
  CircleHelp,
  ClipboardList,
  FileCheck,
  ListChecks,
  Settings,
  type IconNode,
} from 'lucide';
import { Icon } from './kit/icon.tsx';
import { useText } from './use-text.ts';

interface ShellTab {
  readonly name: 'meetings' | 'desk' | 'actions' | 'records' | 'help' | 'settings';
  readonly href: string;
  readonly icon: IconNode;
}

const tabs: readonly ShellTab[] = [
  { name: 'meetings', href: '/', icon: CalendarDays },
  { name: 'desk', href: '/desk', icon: ClipboardList },
  { name: 'actions', href: '/actions', icon: ListChecks },
  { name: 'records', href: '/records', icon: FileCheck },
  { name: 'help', href: '/help', icon: CircleHelp },
  { name: 'settings', href: '/settings', icon: Settings },
];

/** A screen belongs to the tab whose address it begins with; meetings are at `/` and under `/meetings`. */
const isUnder = (path: string, { href, name }: ShellTab): boolean =>
  name === 'meetings'
    ? path === '/' || path.startsWith('/meetings')
    : path === href || path.startsWith(`${href}/`);

export interface ShellTabsProps {
  readonly path: string;
  readonly isClerk: boolean;
  readonly waiting: number;
}

/**
 * Five tabs: across the top on a tablet, at the bottom within reach of a thumb on a phone. A clerk has
 * the desk where others have the settings, which the bar always offers too.
 */
export const ShellTabs = ({ path, isClerk, waiting }: ShellTabsProps) => {
  const { t } = useText();
  const shown = tabs.filter(({ name }) => (isClerk ? name !== 'settings' : name !== 'desk'));
  return (
    <nav class="tabbar" aria-label={t('shell.nav')}>
      <ul class="tabbar__list">
        {shown.map((tab) => (
          <li class={`tabbar__item tabbar__item--${tab.name}`} key={tab.name}>
            <a class="tabbar__link" href={tab.href} aria-current={isUnder(path, tab) ? 'page' : undefined}>
              <Icon node={tab.icon} />
              <span class={tab.name === 'records' ? 'tabbar__words tabbar__words--long' : 'tabbar__words'}>
                {t(`shell.tab.${tab.name}`)}
              </span>
              {tab.name === 'records' && (
                <span class="tabbar__words tabbar__words--short" aria-hidden="true">
                  {t('shell.tab.records-short')}
                </span>
              )}
              {tab.name === 'records' && waiting > 0 && (
                <span class="tabbar__count">
                  <span class="tabbar__figure" aria-hidden="true">
                    {waiting}
                  </span>
                  <span class="tabbar__count-words">{t('shell.tab.waiting', { count: waiting })}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
