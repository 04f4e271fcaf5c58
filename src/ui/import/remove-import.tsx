import { useEffect, useState } from 'preact/hooks';
import type { ImportFault } from '../../app/import/import-desk.ts';
import { removeImport } from '../../app/import/remove-import.ts';
import type { Services } from '../../app/services.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useText } from '../use-text.ts';
import { FaultNotice } from './fault-notice.tsx';

interface RemovesImport {
  readonly services: Services;
  readonly importId: string;
  readonly onRemoved: () => void;
}

export interface RemoveDialogProps extends RemovesImport {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks whether an import is to go with its files, and removes it. */
export const RemoveDialog = ({ services, importId, onRemoved, open, onClose }: RemoveDialogProps) => {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ImportFault | null>(null);
  useEffect(() => {
    if (open) setFault(null);
  }, [open]);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const removed = await removeImport(services, importId);
    setBusy(false);
    if (!removed.ok) {
      setFault(removed.error);
      return;
    }
    onClose();
    onRemoved();
  };
  return (
    <Dialog title={t('import.remove.title')} open={open} onClose={onClose}>
      <p>{t('import.remove.text')}</p>
      <FaultNotice fault={fault} />
      <ButtonRow>
        <Button busy={busy} onPress={() => void remove()}>
          {t('import.remove.confirm')}
        </Button>
        <Button kind="secondary" onPress={onClose}>
          {t('import.remove.keep')}
        </Button>
      </ButtonRow>
    </Dialog>
  );
};

export interface RemoveImportProps extends RemovesImport {
  readonly kind: 'secondary' | 'quiet';
  /** Which import, where several have this button; without it the words say that all of this one goes. */
  readonly hidden?: string;
}

/** The button that removes an import, once it has been asked about. */
export const RemoveImport = ({ kind, hidden, ...removes }: RemoveImportProps) => {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind={kind} {...(hidden === undefined ? {} : { hidden })} onPress={() => setOpen(true)}>
        {t(hidden === undefined ? 'import.removeAll' : 'import.remove')}
      </Button>
      <RemoveDialog {...removes} open={open} onClose={() => setOpen(false)} />
    </>
  );
};
