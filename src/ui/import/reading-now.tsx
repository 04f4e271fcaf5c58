import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Reading } from '../../domain/import-state.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Page } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { BackToImports } from './import-states.tsx';
import { LongWork } from './long-work.tsx';

export interface ReadingNowProps {
  readonly reading: Extract<Reading, { kind: 'waiting' | 'reading' }>;
  readonly onStop: () => Promise<void>;
  readonly children: ComponentChildren;
}

/** Papers while the server reads them. The screen may be left: it goes on. */
export const ReadingNow = ({ reading, onStop, children }: ReadingNowProps) => {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const stop = async (): Promise<void> => {
    setBusy(true);
    await onStop();
    setBusy(false);
  };
  return (
    <Page title={t('import.reading.title')} back={<BackToImports />}>
      <div class="import-work">
        <Progress reading={reading} />
        {children}
        <ButtonRow>
          <Button kind="secondary" busy={busy} onPress={() => void stop()}>
            {t('import.stop')}
          </Button>
        </ButtonRow>
        <p class="second small">{t('import.reading.leave')}</p>
      </div>
    </Page>
  );
};

const Progress = ({ reading }: Pick<ReadingNowProps, 'reading'>) => {
  const { t } = useText();
  if (reading.kind === 'waiting') return <p role="status">{t('import.reading.waiting')}</p>;
  const { done, total, name } = reading;
  const all = String(total);
  return (
    <LongWork
      name={t('import.reading.title')}
      now={
        name === ''
          ? t('import.reading.together')
          : t('import.reading.file', { number: String(Math.min(done + 1, total)), all, name })
      }
      have={done}
      total={total}
      words={t('import.reading.done', { done: String(done), all })}
    />
  );
};
