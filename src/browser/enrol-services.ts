import { enrolPlace, type EnrolPlace, type EnrolServices } from '../app/enrol.ts';
import { err } from '../domain/result.ts';
import { enrolmentStore } from './enrolment-store.ts';
import { browserOutside } from './outside.ts';
import type { CouncilInfo, DeviceDatabase } from '../storage/device-database.ts';
import type { SecondCopy } from '../storage/second-copy.ts';

/** Where this page runs, by what the browser says of itself. */
const whereAmI = (): EnrolPlace =>
  enrolPlace({
    isSecure: globalThis.isSecureContext,
    isStandalone: matchMedia('(display-mode: standalone)').matches,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
  });

/**
 * What the enrolment screen asks for. `council` is what the server said of itself, null when it cannot be
 * asked; `handedOver` counts the records of a device that was signed out, null where none was.
 */
export const enrolServices = (
  device: DeviceDatabase,
  second: SecondCopy,
  council: CouncilInfo | null,
  handedOver: number | null,
): EnrolServices => ({
  council,
  handedOver,
  place: whereAmI(),
  enrol: async (code) => {
    const part = await import('../sync/enrol.ts').catch(() => null);
    // The part could not be fetched, and nothing was sent.
    if (part === null) return err({ kind: 'no-network' });
    const ports = { enrolments: enrolmentStore(device, second), outside: browserOutside() };
    return part.enrol(ports, code, deviceName());
  },
});

/** So that a clerk can tell a person's tablets apart; nothing more than the browser says to any site. */
const deviceName = (): string => {
  const known = /iPad|iPhone|Android|Windows|Macintosh|CrOS|Linux/.exec(navigator.userAgent);
  return known?.[0] ?? 'Browser';
};
