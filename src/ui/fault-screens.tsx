import { CircleAlert } from 'lucide';
import { Button } from './kit/button.tsx';
import { Notice } from './kit/notice.tsx';
import { useText } from './use-text.ts';

/** The browser keeps nothing here: private browsing, a full disk, or a damaged profile. */
export const NoStoreScreen = () => {
  const { t } = useText();
  return (
    <div class="page page--narrow">
      <Notice tone="waiting" icon={CircleAlert} role="alert" title={t('app.no-store.title')}>
        <p>{t('app.no-store.text')}</p>
      </Notice>
    </div>
  );
};

/** A fault that no screen expected. What was typed and saved is on the tablet; opening again is safe. */
export const FaultScreen = () => {
  const { t } = useText();
  return (
    <div class="page page--narrow">
      <Notice tone="waiting" icon={CircleAlert} role="alert" title={t('app.fault.title')}>
        <p>{t('app.fault.text')}</p>
        <p>
          <Button onPress={() => location.assign('/')}>{t('app.fault.action')}</Button>
        </p>
      </Notice>
    </div>
  );
};
