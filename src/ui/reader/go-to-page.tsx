import { useState } from 'preact/hooks';
import { findPage, type ReaderPage } from '../../app/reader-pages.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';

export interface GoToPageProps {
  readonly open: boolean;
  readonly pages: readonly ReaderPage[];
  readonly onClose: () => void;
  readonly onGo: (page: number) => void;
}

/** Asks for a page by the number that is printed on it, as it is called out in the room. */
export function GoToPage({ open, pages, onClose, onGo }: GoToPageProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const close = (): void => {
    setTyped('');
    setError(null);
    onClose();
  };
  const go = (): void => {
    const page = findPage(pages, typed);
    if (page !== null) {
      close();
      onGo(page);
    } else {
      setError(typed.trim() === '' ? t('reader.goToPageEmpty') : t('reader.goToPageUnknown', { typed }));
      document.getElementById('reader-page')?.focus();
    }
  };
  return (
    <Dialog title={t('reader.goToPage')} open={open} onClose={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextInput
          name="reader-page"
          label={t('reader.goToPageNumber')}
          hint={t('reader.goToPageHint', { first: pages[0]?.name ?? '1', last: pages.at(-1)?.name ?? '1' })}
          width={4}
          value={typed}
          error={error}
          onInput={setTyped}
        />
        <ButtonRow>
          <Button type="submit">{t('reader.goToPageGo')}</Button>
          <Button kind="secondary" onPress={close}>
            {t('reader.goToPageCancel')}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
