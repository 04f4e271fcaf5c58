import type { EnrolServices } from './enrol.ts';
import type { Services } from './services.ts';
import type { DeviceControl } from './settings.ts';

/** Whether this browser belongs to somebody; decides what the app shows at all. */
export type Session =
  | { readonly kind: 'opening' }
  | { readonly kind: 'enrolling'; readonly enrol: EnrolServices }
  | { readonly kind: 'enrolled'; readonly services: Services; readonly control: DeviceControl }
  /** The browser's store cannot be opened: private browsing, or a damaged profile. */
  | { readonly kind: 'no-store' };
