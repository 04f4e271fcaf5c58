import type { Contender } from './device.ts';

/** Ours, with the numbers of its protocol. Its writes are always strict. */
export const ours: Contender = { name: 'ours', side: 'ours', batch: 0, strict: true };

// 1,000 a batch was the quickest of 100, 500 and 1,000 for both peers, with and without a bad network.
const pouchQuick: Contender = { name: 'PouchDB', side: 'pouch', batch: 1000, strict: false };
const rxQuick: Contender = { name: 'RxDB', side: 'rx', batch: 1000, strict: false };

/** Each peer with its quickest settings, and its writes as they come: relaxed, which a power cut may undo. */
export const quickPeers: readonly Contender[] = [pouchQuick, rxQuick];

/** Each peer with the batches of 100 that it has by itself. */
export const peersAsTheyCome: readonly Contender[] = [
  { ...pouchQuick, name: 'PouchDB, batches of 100', batch: 100 },
  { ...rxQuick, name: 'RxDB, batches of 100', batch: 100 },
];

/** Each peer with strict writes: RxDB by an option of its storage, PouchDB only by a change from outside. */
export const durablePeers: readonly Contender[] = [
  { ...pouchQuick, name: 'PouchDB, made strict', strict: true },
  { ...rxQuick, name: 'RxDB, strict', strict: true },
];
