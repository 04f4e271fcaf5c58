import { useState } from 'preact/hooks';
import type { RecordFault } from '../../app/records-fault.ts';
import type { Result } from '../../domain/result.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useText } from '../use-text.ts';
import { SaveFaultNotice } from './save-fault-notice.tsx';

export interface ConfirmActionProps {
  /** On the button that opens the question. */
  readonly action: string;
  readonly title: string;
  readonly text: string;
  /** On the button that does it. */
  readonly confirm: string;
  /** Does it; `words` are the sentences of the question, for the record. */
  readonly onConfirm: (words: readonly string[]) => Promise<Result<string, RecordFault>>;
  readonly onDone: (id: string) => void;
}

/** A record that takes back an earlier one: asked once more before it is made. */
export const ConfirmAction = (props: ConfirmActionProps) => {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<RecordFault | null>(null);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    const saved = await props.onConfirm([props.title, props.text, props.confirm]);
    setBusy(false);
    if (!saved.ok) {
      setFault(saved.error);
      return;
    }
    setOpen(false);
    props.onDone(saved.value);
  };
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        {props.action}
      </Button>
      <Dialog title={props.title} open={open} onClose={() => setOpen(false)}>
        <p>{props.text}</p>
        <SaveFaultNotice fault={fault} />
        <ButtonRow>
          <Button busy={busy} onPress={() => void confirm()}>
            {props.confirm}
          </Button>
          <Button kind="secondary" onPress={() => setOpen(false)}>
            {t('records.cancel')}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
};
