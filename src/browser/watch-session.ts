import type { DirtyForms } from '../app/dirty-forms.ts';
import { combineWatches } from '../app/records-watch.ts';
import type { Session } from '../app/session.ts';
import type { UpdateControl } from '../app/update.ts';
import { createValue } from '../domain/value.ts';
import type { Watch } from '../domain/watch.ts';
import { saveCouncil, watchCouncil } from '../storage/council.ts';
import type { CouncilInfo, DeviceDatabase, Enrolment } from '../storage/device-database.ts';
import { watchEnrolment } from '../storage/enrolment.ts';
import { openRecordsDatabase } from '../storage/records-database.ts';
import type { SecondCopy } from '../storage/second-copy.ts';
import { watchSignedOut } from '../storage/signed-out.ts';
import { enrolServices } from './enrol-services.ts';
import { enrolmentStore } from './enrolment-store.ts';
import { openServices } from './open-services.ts';
import { browserOutside } from './outside.ts';
import { mayHaveSecondCopy, openSecondCopy } from './second-bucket.ts';
import { browserSpace } from './space-control.ts';

/**
 * Whom this browser belongs to, with everything their screens need. Follows enrolling and leaving, in
 * this tab or in another; the sync of the person before is ended first.
 */
export const watchSession = (
  device: DeviceDatabase,
  forms: DirtyForms,
  update: UpdateControl,
): Watch<Session> => {
  const session = createValue<Session>({ kind: 'opening' });
  const second = openSecondCopy();
  let open: { readonly deviceId: string; readonly close: () => void } | null = null;
  const closeOpen = (): void => {
    open?.close();
    open = null;
  };
  const enter = (enrolment: Enrolment): void => {
    if (open?.deviceId === enrolment.deviceId) return;
    closeOpen();
    const { services, close } = openServices(device, second, enrolment, forms);
    open = { deviceId: enrolment.deviceId, close };
    const leave = () => enrolmentStore(device, second).forget(enrolment.deviceId);
    const control = { device, update, version: __APP_VERSION__, space: browserSpace, leave };
    session.set({ kind: 'enrolled', services, control });
  };
  let latest: Known | null = null;
  const show = async (known: Known): Promise<void> => {
    latest = known;
    const { enrolment, council, handedOver } = known;
    if (enrolment) return enter(enrolment);
    // Recovered, the enrolment is heard of like any other; before, nobody is asked for a code.
    if ((await recover(device, second)) || latest !== known) return;
    closeOpen();
    session.set({ kind: 'enrolling', enrol: enrolServices(device, second, council, handedOver) });
  };
  const before = combineWatches(watchCouncil(device), watchSignedOut(device), (council, handedOver) => ({
    council,
    handedOver,
  }));
  combineWatches(watchEnrolment(device), before, (enrolment, known) => ({ enrolment, ...known })).subscribe(
    (known) => void show(known),
    () => session.set({ kind: 'no-store' }),
  );
  void refreshCouncil(device);
  return session;
};

interface Known {
  readonly enrolment: Enrolment | null;
  readonly council: CouncilInfo | null;
  readonly handedOver: number | null;
}

/** Whether this browser had been somebody's, and Chromium had thrown its databases away. */
const recover = async (device: DeviceDatabase, second: SecondCopy): Promise<boolean> => {
  if (!(await mayHaveSecondCopy())) return false;
  try {
    const { recoverTablet } = await import('../storage/recover.ts');
    return await recoverTablet(device, second, openRecordsDatabase);
  } catch {
    // The part could not be fetched: tried again at the next start.
    return false;
  }
};

const refreshCouncil = async (device: DeviceDatabase): Promise<void> => {
  const { askCouncil } = await import('../sync/ask-council.ts');
  const council = await askCouncil(browserOutside());
  // A store that cannot be written is said by the session; the numbers are asked for again next time.
  if (council) await saveCouncil(device, council).catch(() => undefined);
};
