import {
  CircleAlert,
  CircleCheck,
  CloudUpload,
  Hourglass,
  LogIn,
  RefreshCw,
  Wifi,
  WifiOff,
  type IconNode,
} from 'lucide';
import type { TabletStatus } from '../app/shell.ts';
import { Icon } from './kit/icon.tsx';
import type { Tone } from './kit/tag.tsx';
import { useText, type Text } from './use-text.ts';

interface Said {
  readonly icon: IconNode;
  readonly tone: Tone;
  readonly words: string;
  /** For a phone, where the words stand beside the name of the app. */
  readonly short?: string;
  /** Where the person can do something about it. */
  readonly href?: string;
}

const say = (status: TabletStatus, { t, dates }: Text, today: string): Said => {
  switch (status.kind) {
    case 'offline-ready':
      return {
        icon: WifiOff,
        tone: 'plain',
        words: t('shell.status.offline-ready'),
        short: t('shell.status.offline-ready-short'),
      };
    case 'offline':
      return { icon: WifiOff, tone: 'plain', words: t('shell.status.offline') };
    case 'offline-waiting':
      return {
        icon: WifiOff,
        tone: 'waiting',
        words: t('shell.status.offline-waiting', { count: status.waiting }),
        href: '/records',
      };
    case 'online':
      return { icon: Wifi, tone: 'plain', words: t('shell.status.online') };
    case 'up-to-date': {
      const time = dates.clock(status.at);
      const isToday = status.at.slice(0, 10) === today;
      const words = isToday
        ? t('shell.status.up-to-date', { time })
        : t('shell.status.up-to-date-day', { date: dates.date(status.at), time });
      return { icon: CircleCheck, tone: 'done', words };
    }
    case 'sending':
      return { icon: CloudUpload, tone: 'waiting', words: t('shell.status.sending') };
    case 'waiting':
      return {
        icon: Hourglass,
        tone: 'waiting',
        words: t('shell.status.waiting', { count: status.waiting }),
        href: '/records',
      };
    case 'stalled':
      return {
        icon: CircleAlert,
        tone: 'waiting',
        words: t('shell.status.stalled', { count: status.stalled }),
        href: '/records',
      };
    case 'sign-in':
      return {
        icon: LogIn,
        tone: 'waiting',
        words: t('shell.status.sign-in', { count: status.waiting }),
        href: '/enrol',
      };
    case 'update':
      return {
        icon: RefreshCw,
        tone: 'waiting',
        words: t('shell.status.update', { count: status.waiting }),
        href: '/settings',
      };
    case 'revoked':
      break;
  }
  return { icon: CircleAlert, tone: 'duty', words: t('shell.status.revoked') };
};

export interface TabletStatusLineProps {
  readonly status: TabletStatus;
  /** Local date, `2016-02-01`. */
  readonly today: string;
}

/** The state of the tablet in words: is it on this tablet, is it the latest, is anything of mine unsent. */
export const TabletStatusLine = ({ status, today }: TabletStatusLineProps) => {
  const said = say(status, useText(), today);
  const inside = (
    <>
      <Icon node={said.icon} size={20} />
      <span class={said.short ? 'status__words status__words--long' : 'status__words'}>{said.words}</span>
      {said.short && (
        <span class="status__words status__words--short" aria-hidden="true">
          {said.short}
        </span>
      )}
    </>
  );
  return (
    <div class={`status status--${said.tone}`} role="status">
      {said.href ? (
        <a class="status__link" href={said.href}>
          {inside}
        </a>
      ) : (
        inside
      )}
    </div>
  );
};
