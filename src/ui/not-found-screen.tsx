import { ButtonLink } from './kit/button.tsx';
import { Page } from './kit/page.tsx';
import { useText } from './use-text.ts';

/** An address that no screen has. */
export const NotFoundScreen = () => {
  const { t } = useText();
  return (
    <Page title={t('app.not-found.title')} width="narrow">
      <p>{t('app.not-found.text')}</p>
      <p>
        <ButtonLink href="/">{t('app.not-found.action')}</ButtonLink>
      </p>
    </Page>
  );
};
