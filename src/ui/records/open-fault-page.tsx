import { CircleHelp } from 'lucide';
import { ButtonLink } from '../kit/button.tsx';
import { Page } from '../kit/page.tsx';
import { Empty } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';

/** Why a form or a record cannot be opened here, and the way out. */
export const OpenFaultPage = ({
  fault,
}: {
  readonly fault: 'unknown' | 'erased' | 'app-too-old' | 'not-scrutiny';
}) => {
  const { t } = useText();
  return (
    <Page width="narrow" title={t(`records.open.${fault}.title`)}>
      <Empty icon={CircleHelp} title={t(`records.open.${fault}.text`)}>
        {fault === 'erased' ? (
          <ButtonLink kind="secondary" href="/records">
            {t('records.open.toRecords')}
          </ButtonLink>
        ) : (
          <ButtonLink kind="secondary" href="/">
            {t('records.open.toMeetings')}
          </ButtonLink>
        )}
      </Empty>
    </Page>
  );
};
