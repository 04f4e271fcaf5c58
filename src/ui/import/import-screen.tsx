import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { requestOf, withoutMeetings } from '../../app/import/read-request.ts';
import type { Asked, ImportFault } from '../../app/import/import-desk.ts';
import { watchImport, type WatchedImport } from '../../app/import/watch-import.ts';
import type { Services } from '../../app/services.ts';
import type { ImportState, Reading } from '../../domain/import-state.ts';
import { useWatch } from '../use-watch.ts';
import { FaultNotice } from './fault-notice.tsx';
import { Asking, Failed, NotBegun, NotHere, ReadAgain } from './import-states.tsx';
import { pageAround } from './page-around.ts';
import { ReadingNow } from './reading-now.tsx';
import { RemoveDialog } from './remove-import.tsx';
import { ReviewLater } from './review-later.tsx';

export interface ImportScreenProps {
  readonly services: Services;
  readonly importId: string;
}

/** `/desk/import/:importId`: papers while they are read, and what they came to. */
export const ImportScreen = ({ services, importId }: ImportScreenProps) => {
  const watched = useMemo(() => watchImport(services, pageAround, importId), [services, importId]);
  const seen = useWatch(watched.view);
  const view = seen.state === 'ready' ? seen.value : { kind: 'asking' as const };
  if (view.kind === 'asking') return <Asking />;
  if (view.kind === 'fault') return <NotHere fault={view.fault} onAgain={watched.again} />;
  return (
    <Known
      services={services}
      state={view.state}
      onChanged={watched.again}
      onRemoveFile={watched.removeFile}
    />
  );
};

interface KnownProps {
  readonly services: Services;
  readonly state: ImportState;
  /** Something was done to it: it is to be asked for again. */
  readonly onChanged: () => void;
  readonly onRemoveFile: WatchedImport['removeFile'];
}

const Known = ({ services, state, onChanged, onRemoveFile }: KnownProps) => {
  const { imports } = services;
  const { id, reading } = state;
  const { route } = useLocation();
  const [fault, setFault] = useState<ImportFault | null>(null);
  const doIt = async (work: Promise<Asked<void>>): Promise<void> => {
    const done = await work;
    setFault(done.ok ? null : done.error);
    if (done.ok) onChanged();
  };
  // Until the next answer of the server: then it is read anew, and this question is over. Removing a file is none.
  const [again, setAgain] = useState<{ readonly apart: readonly string[]; readonly of: Reading } | null>(
    null,
  );
  const [removes, setRemoves] = useState(false);
  const readAgain = async (apart: readonly string[]): Promise<void> => {
    const last = await imports.lastRequest(id);
    // Without its addresses and its password a reading would come to less than the one before.
    if (last === null || apart.length === 0) setAgain({ apart, of: reading });
    else await doIt(imports.read(id, withoutMeetings(last, apart)));
  };
  const tryAgain = async (): Promise<void> => {
    const last = await imports.lastRequest(id);
    await doIt(imports.read(id, last ?? requestOf(state.files)));
  };
  const onRemoved = (): void => route('/desk/import', true);
  const wrong = <FaultNotice fault={fault} />;
  switch (reading.kind) {
    case 'not-begun':
      return (
        <NotBegun
          {...{ services, state, onChanged, onRemoved, onRemoveFile }}
          wasStopped={reading.wasStopped}
        />
      );
    case 'waiting':
    case 'reading':
      return (
        <ReadingNow reading={reading} onStop={() => doIt(imports.stop(id))}>
          {wrong}
        </ReadingNow>
      );
    case 'failed':
      return (
        <Failed {...{ services, state, onRemoved, onRemoveFile }} onAgain={tryAgain}>
          {wrong}
        </Failed>
      );
    case 'read':
      if (again?.of === reading) {
        const { apart } = again;
        return (
          <ReadAgain
            {...{ services, state, apart, onRemoveFile }}
            onReading={onChanged}
            onBack={() => setAgain(null)}
          />
        );
      }
      return (
        <>
          {fault && <div class="page">{wrong}</div>}
          <ReviewLater
            {...{ services, state }}
            read={reading}
            onRefresh={onChanged}
            onReadAgain={(apart) => void readAgain(apart)}
            onRemove={() => setRemoves(true)}
          />
          <RemoveDialog
            {...{ services, onRemoved }}
            importId={id}
            open={removes}
            onClose={() => setRemoves(false)}
          />
        </>
      );
  }
};
