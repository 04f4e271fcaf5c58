import type { Asked, ImportDesk } from '../../../src/app/import/import-desk.ts';
import type { ReadRequest } from '../../../src/domain/import-state.ts';
import { ok } from '../../../src/domain/result.ts';

const unasked = (): Promise<never> => Promise.reject(new Error('nobody expected this question'));

/** A desk whose server answers what the test says. */
export const deskOf = (part: Partial<ImportDesk>): ImportDesk => ({
  list: unasked,
  begin: unasked,
  sendFile: unasked,
  removeFile: unasked,
  read: unasked,
  lastRequest: () => Promise.resolve(null),
  state: unasked,
  stop: unasked,
  remove: unasked,
  readRange: unasked,
  publish: unasked,
  ...part,
});

export const done: Asked<void> = ok(undefined);
export const request: ReadRequest = {
  addresses: [],
  documents: false,
  password: null,
  meeting: null,
  apart: [],
};

/** Lets what is under way go on until nothing more happens by itself. */
export const turn = (): Promise<void> => new Promise(setImmediate);
