import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wasFetched } from '../../app/import/addresses.ts';
import type { Asked, ImportFault } from '../../app/import/import-desk.ts';
import type { ImportFile } from '../../domain/import-state.ts';
import { fileSize } from '../file-size.ts';
import { Button } from '../kit/button.tsx';
import { useText } from '../use-text.ts';
import { FaultNotice } from './fault-notice.tsx';
import { maxRows } from './given-list.tsx';

interface Removes {
  /** A file is gone from `files` soon after this answers that it is removed. */
  readonly onRemove: (place: number) => Promise<Asked<void>>;
}

export interface ThereListProps extends Removes {
  readonly files: readonly ImportFile[];
}

/** What has arrived of an import that began before; what was fetched is fetched anew. */
export const ThereList = (props: ThereListProps) => {
  const { t } = useText();
  const files = props.files.filter((file) => !wasFetched(file));
  const title = useLeadToTitle(files.length);
  const { current: hadFiles } = useRef(files.length > 0);
  if (!hadFiles) return null;
  return (
    <section class="given" aria-labelledby="there">
      <h2 class="given__title" id="there" tabIndex={-1} ref={title}>
        {files.length === 0 ? t('import.there.none') : t('import.there.title', { count: files.length })}
      </h2>
      <ul class="given__list">
        {files.slice(0, maxRows).map((file) => (
          <ThereRow key={file.place} file={file} onRemove={props.onRemove} />
        ))}
      </ul>
      {files.some(({ here, size }) => here < size) && <p class="second">{t('import.there.partly')}</p>}
      {files.length > maxRows && (
        <p class="second">{t('import.given.more', { count: files.length - maxRows })}</p>
      )}
    </section>
  );
};

const ThereRow = ({ file, onRemove }: Removes & { readonly file: ImportFile }) => {
  const { t } = useText();
  const { place, name, size, here } = file;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ImportFault | null>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const removed = await onRemove(place);
    setBusy(false);
    setFault(removed.ok ? null : removed.error);
  };
  return (
    <li>
      <div class="given__row">
        <span class="given__name">
          <bdi>{name}</bdi>
        </span>
        <span class="given__size">
          <bdi>
            {here === size
              ? fileSize(size)
              : t('import.there.part', { here: fileSize(here), size: fileSize(size) })}
          </bdi>
        </span>
        <Button kind="quiet" busy={busy} hidden={name} onPress={() => void remove()}>
          {t('import.given.remove')}
        </Button>
      </div>
      <FaultNotice fault={fault} />
    </li>
  );
};

/** Leads the keyboard to the title when a row has gone and the pressed button with it; nobody is taken from elsewhere. */
const useLeadToTitle = (count: number) => {
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(count);
  useLayoutEffect(() => {
    if (count < before.current && document.activeElement === document.body) title.current?.focus();
    before.current = count;
  }, [count]);
  return title;
};
