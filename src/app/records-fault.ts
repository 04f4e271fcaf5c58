import type { SaveFault } from '../storage/records.ts';

/** Why a record was not saved, for the screen that says so. */
export type RecordFault = SaveFault;
