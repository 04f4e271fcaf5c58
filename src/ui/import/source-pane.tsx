import { X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Services } from '../../app/services.ts';
import type { ImportFile, ImportState } from '../../domain/import-state.ts';
import type { ReadFrom } from '../../domain/understood.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useText } from '../use-text.ts';
import { SourcePage } from './source-page.tsx';

export interface SourcePaneProps {
  readonly services: Services;
  readonly state: ImportState;
  readonly from: ReadFrom | null;
  readonly onClose: () => void;
}

/** Room for a page beside the form. As in import-review.scss. */
const besideForm = '(min-width: 64rem)';

/** The page of what is looked at: beside the form where there is room, else over it until it is closed. */
export const SourcePane = ({ services, state, from, onClose }: SourcePaneProps) => {
  const { t } = useText();
  const isBeside = useMedia(besideForm);
  const page = <SourcePage services={services} importId={state.id} files={filesRead(state)} from={from} />;
  if (isBeside) {
    return (
      <aside class="source-pane" aria-label={t('review.page.title')}>
        {page}
      </aside>
    );
  }
  return (
    <Dialog title={t('review.page.title')} open={from !== null} onClose={onClose}>
      <div class="source-dialog">
        {from !== null && page}
        <ButtonRow>
          <Button kind="secondary" icon={X} onPress={onClose}>
            {t('review.page.close')}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
};

/** What came after the reading may have the name of a file that was read and removed. */
const filesRead = ({ files, reading }: ImportState): readonly ImportFile[] =>
  reading.kind === 'read' ? files.filter(({ place }) => place < reading.before) : files;

const useMedia = (query: string): boolean => {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const listen = (): void => setHolds(list.matches);
    listen();
    list.addEventListener('change', listen);
    return () => list.removeEventListener('change', listen);
  }, [query]);
  return holds;
};
