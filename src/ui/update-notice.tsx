import { RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import type { UpdateControl } from '../app/update.ts';
import { Button } from './kit/button.tsx';
import { Notice } from './kit/notice.tsx';
import { useText } from './use-text.ts';
import { useWatch } from './use-watch.ts';

/** Says that a newer version waits; nothing while there is none. The person decides, and an open form goes first. */
export const UpdateNotice = ({ update }: { readonly update: UpdateControl }) => {
  const { t } = useText();
  const watched = useWatch(update.state);
  const [formOpen, setFormOpen] = useState(false);
  if (watched.state !== 'ready' || watched.value !== 'waiting') return null;
  return (
    <div class="update">
      <Notice tone="plain" icon={RefreshCw} role="status">
        <p>{t(formOpen ? 'shell.update.form-open' : 'shell.update.waiting')}</p>
        <p>
          <Button
            kind="secondary"
            onPress={() => void update.apply().then((answer) => setFormOpen(answer === 'form-open'))}
          >
            {t('shell.update.apply')}
          </Button>
        </p>
      </Notice>
    </div>
  );
};
