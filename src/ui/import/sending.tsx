import { CircleStop } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Sending } from '../../app/import/give-papers.ts';
import { fileSize } from '../file-size.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';
import { FaultNotice } from './fault-notice.tsx';
import { LongWork } from './long-work.tsx';

export interface SendingNowProps {
  readonly sending: Extract<Sending, { kind: 'sending' }>;
  readonly onStop: () => void;
}

/** Files on their way. */
export const SendingNow = ({ sending, onStop }: SendingNowProps) => {
  const { t } = useText();
  const { have, total, done, count, name } = sending;
  const now =
    name === null
      ? t('import.sending.rest')
      : t('import.sending.file', { number: String(done + 1), all: String(count), name });
  return (
    <div class="import-work">
      <LongWork
        takesFocus
        name={t('import.sending.name')}
        now={now}
        have={have}
        total={total}
        words={t('import.sending.bytes', { have: fileSize(have), total: fileSize(total) })}
      />
      <ButtonRow>
        <Button kind="secondary" onPress={onStop}>
          {t('import.stop')}
        </Button>
      </ButtonRow>
      <p class="second small">{t('import.sending.stay')}</p>
    </div>
  );
};

/** How sending ended before it was done. Takes the focus: what had it is gone. */
export const SendEnded = ({ sending }: { readonly sending: Sending }) => {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const { kind } = sending;
  useEffect(() => {
    if (kind === 'stopped' || kind === 'failed') box.current?.focus();
  }, [kind]);
  if (kind !== 'stopped' && kind !== 'failed') return null;
  return (
    <div tabIndex={-1} ref={box}>
      {kind === 'stopped' ? (
        <Notice tone="plain" icon={CircleStop} role="status">
          <p>{t('import.sending.stopped')}</p>
        </Notice>
      ) : (
        <FaultNotice fault={sending.fault}>
          {sending.name !== null && <p>{t('import.sending.failedAt', { name: sending.name })}</p>}
          <p>{t('import.sending.kept')}</p>
        </FaultNotice>
      )}
    </div>
  );
};
