import { useState } from 'preact/hooks';
import type { ImportFault } from '../../app/import/import-desk.ts';
import type { Services } from '../../app/services.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useText } from '../use-text.ts';
import { FaultNotice } from './fault-notice.tsx';

export interface RemoveImportProps {
  readonly services: Services;
  readonly importId: string;
  readonly kind: 'secondary' | 'quiet';
  /** Which import, where several have this button. */
  readonly hidden?: string;
  readonly onRemoved: () => void;
}

/** Removes an import with its files, once it has been asked about. */
export const RemoveImport = ({ services, importId, kind, hidden, onRemoved }: RemoveImportProps) => {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ImportFault | null>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const removed = await services.imports.remove(importId);
    setBusy(false);
    // One that is not there any more is what was asked for.
    if (!removed.ok && removed.error !== 'gone') {
      setFault(removed.error);
      return;
    }
    setOpen(false);
    onRemoved();
  };
  return (
    <>
      <Button
        kind={kind}
        {...(hidden === undefined ? {} : { hidden })}
        onPress={() => {
          setFault(null);
          setOpen(true);
        }}
      >
        {t('import.remove')}
      </Button>
      <Dialog title={t('import.remove.title')} open={open} onClose={() => setOpen(false)}>
        <p>{t('import.remove.text')}</p>
        <FaultNotice fault={fault} />
        <ButtonRow>
          <Button kind="duty" busy={busy} onPress={() => void remove()}>
            {t('import.remove.confirm')}
          </Button>
          <Button kind="secondary" onPress={() => setOpen(false)}>
            {t('import.remove.keep')}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
};
