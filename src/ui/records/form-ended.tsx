import { CopyCheck } from 'lucide';
import { Button, ButtonLink } from '../kit/button.tsx';
import { Page } from '../kit/page.tsx';
import { Empty } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';

/** In the place of a form that was sent or cleared in another tab. Without `onStartAgain` there is nothing to start. */
export const FormEnded = ({ onStartAgain }: { readonly onStartAgain?: () => void }) => {
  const { t } = useText();
  return (
    <Page width="narrow" title={t('records.ended.title')}>
      <div role="status">
        <Empty icon={CopyCheck} title={t('records.ended.text')}>
          <ButtonLink href="/records">{t('records.open.toRecords')}</ButtonLink>
          {onStartAgain && (
            <Button kind="secondary" onPress={onStartAgain}>
              {t('records.ended.startAgain')}
            </Button>
          )}
        </Empty>
      </div>
    </Page>
  );
};
