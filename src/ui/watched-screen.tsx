import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Notice } from './kit/notice.tsx';
import { Loading } from './kit/waiting-states.tsx';
import { useText } from './use-text.ts';
import type { Watched } from './use-watch.ts';

export interface WatchedScreenProps<T> {
  readonly watched: Watched<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** A screen over one watched value: loading and failure look the same everywhere. */
export const WatchedScreen = <T,>({ watched, children }: WatchedScreenProps<T>) => {
  const { t } = useText();
  if (watched.state === 'ready') return <>{children(watched.value)}</>;
  if (watched.state === 'loading') return <Loading words={t('shell.loading')} />;
  return (
    <div class="page">
      <Notice tone="waiting" icon={CircleAlert} role="alert" title={t('shell.failed.title')}>
        <p>{t('shell.failed.text')}</p>
      </Notice>
    </div>
  );
};
