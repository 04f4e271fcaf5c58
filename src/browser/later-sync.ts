import type { SyncControl } from '../app/services.ts';
import { createValue } from '../domain/value.ts';
import type { DeviceDatabase } from '../storage/device-database.ts';
import type { RecordsDatabase } from '../storage/records-database.ts';
import type { SecondCopy } from '../storage/second-copy.ts';
import { firstSyncState } from '../sync/sync-state.ts';

const nothing = (): void => undefined;

/**
 * The sync, loaded and started beside the first page instead of before it. Until it runs, the state
 * says only whether the browser believes in a network, and a wake is remembered by the outbox itself.
 */
export const startSyncLater = (
  device: DeviceDatabase,
  records: RecordsDatabase,
  second: SecondCopy,
): { readonly control: SyncControl; readonly stop: () => void } => {
  const state = createValue(firstSyncState(navigator.onLine ? 'online' : 'offline'));
  let wake = nothing;
  let stop = nothing;
  let isStopped = false;
  const start = async (): Promise<void> => {
    const { startSync } = await import('./sync-part.ts');
    if (isStopped) return;
    const engine = startSync(device, records, second);
    const watching = engine.state.subscribe(state.set);
    wake = engine.wake;
    stop = () => {
      watching.unsubscribe();
      engine.stop();
    };
  };
  void start();
  return {
    control: { state, wake: () => wake() },
    stop: () => {
      isStopped = true;
      stop();
    },
  };
};
