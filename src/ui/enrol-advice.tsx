import { CircleAlert, House, Share, SquarePlus } from 'lucide';
import type { EnrolPlace } from '../app/enrol.ts';
import { Button } from './kit/button.tsx';
import { Icon } from './kit/icon.tsx';
import { Notice } from './kit/notice.tsx';
import { useText } from './use-text.ts';

export interface EnrolAdviceProps {
  readonly place: EnrolPlace;
  /** The person has read that a code typed here stays here. */
  readonly anyway: boolean;
  readonly onAnyway: () => void;
}

/** Where to put the app before a code is used; nothing in the installed app. */
export const EnrolAdvice = ({ place, anyway, onAnyway }: EnrolAdviceProps) => {
  const { t } = useText();
  if (place === 'installed' || (place === 'ios-tab' && anyway)) return null;
  if (place === 'insecure') {
    return (
      <Notice tone="waiting" icon={CircleAlert} title={t('enrol.insecure.title')}>
        <p>{t('enrol.insecure.text')}</p>
      </Notice>
    );
  }
  if (place === 'tab') {
    return (
      <Notice tone="plain" icon={House} title={t('enrol.tab.title')}>
        <p>{t('enrol.tab.text')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="plain" icon={House} title={t('enrol.ios.title')}>
      <p>{t('enrol.ios.text')}</p>
      <ol class="steps">
        <li>
          <Icon node={Share} /> <span>{t('enrol.ios.share')}</span>
        </li>
        <li>
          <Icon node={SquarePlus} /> <span>{t('enrol.ios.add')}</span>
        </li>
        <li>
          <Icon node={House} /> <span>{t('enrol.ios.open')}</span>
        </li>
      </ol>
      <p>
        <Button kind="quiet" onPress={onAnyway}>
          {t('enrol.ios.anyway')}
        </Button>
      </p>
    </Notice>
  );
};
