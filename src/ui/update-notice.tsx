import { RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import type { UpdateControl, UpdateOutcome } from '../app/update.ts';
import { Button } from './kit/button.tsx';
import { Notice } from './kit/notice.tsx';
import { useText } from './use-text.ts';
import { useWatch } from './use-watch.ts';

/** Says that a newer version waits; nothing while there is none. The person decides, and an open form goes first. */
export const UpdateNotice = ({ update }: { readonly update: UpdateControl }) => {
  const { t } = useText();
  const watched = useWatch(update.state);
  const [outcome, setOutcome] = useState<UpdateOutcome>('applied');
  const [isBusy, setBusy] = useState(false);
  if (watched.state !== 'ready' || watched.value !== 'waiting') return null;
  const apply = async (): Promise<void> => {
    setBusy(true);
    setOutcome(await update.apply());
    setBusy(false);
  };
  return (
    <div class="update">
      <Notice tone="plain" icon={RefreshCw} role="status">
        <p>{t(outcomeWords[outcome])}</p>
        <p>
          <Button kind="secondary" busy={isBusy} onPress={() => void apply()}>
            {t(isBusy ? 'shell.update.applying' : 'shell.update.apply')}
          </Button>
        </p>
      </Notice>
    </div>
  );
};

const outcomeWords = {
  applied: 'shell.update.waiting',
  'form-open': 'shell.update.form-open',
  'held-up': 'shell.update.held-up',
} as const satisfies Record<UpdateOutcome, string>;
