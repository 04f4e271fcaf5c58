import type { Chance } from './chance.ts';

/** What becomes of one request on its way. */
export type RequestFault =
  | 'none'
  | 'request-lost'
  /** Its sender hears nothing; the server gets it much later. */
  | 'late'
  /** The answer takes nearly as long as the asker is ready to wait; other tabs go on meanwhile. */
  | 'answer-late'
  /** The server gets it twice, at once or one after the other; either answer comes back. */
  | 'twice'
  | 'answer-lost'
  /** The server ends before its transaction is committed, or right after. */
  | 'crash-before'
  | 'crash-after'
  /** The server stops after some of what it was sent. */
  | 'stops-early'
  /** The session has run out. */
  | 'signed-out';

/** What becomes of one transaction on a tablet. */
export type CommitFault = 'none' | 'crash-before' | 'crash-after' | 'full';

/** The design's rates (section 12), for each request. */
const requestRates: readonly (readonly [RequestFault, number])[] = [
  ['request-lost', 0.12],
  ['late', 0.025],
  ['answer-late', 0.025],
  ['twice', 0.05],
  ['answer-lost', 0.15],
  ['crash-before', 0.06],
  ['crash-after', 0.06],
  ['stops-early', 0.04],
  ['signed-out', 0.03],
];

/** For each record that is saved. What the sync writes by itself comes far more often, so it fails less often. */
const saveRates: readonly (readonly [CommitFault, number])[] = [
  ['crash-before', 0.025],
  ['crash-after', 0.025],
  ['full', 0.02],
];
const syncWriteShare = 0.15;

export interface Faults {
  readonly ofRequest: () => RequestFault;
  readonly ofCommit: (isSave: boolean) => CommitFault;
  /** Until then, and after the end, nothing fails. */
  readonly begin: () => void;
  readonly end: () => void;
}

/**
 * Each history has its own weather: every rate is multiplied by 0 to 2, by 1 on average. So there are
 * histories full of one fault and empty of another, which find what an even mixture hides.
 */
export const createFaults = (chance: Chance): Faults => {
  let isOn = false;
  const weather = <K>(rates: readonly (readonly [K, number])[]): (readonly [K, number])[] =>
    rates.map(([kind, rate]) => [kind, rate * chance.pick([0, 0.5, 1, 1.5, 2])]);
  const requests = weather(requestRates);
  const saves = weather(saveRates);
  const draw = <K>(rates: readonly (readonly [K, number])[], share: number): K | null => {
    if (!isOn) return null;
    let left = chance.float();
    for (const [kind, rate] of rates) {
      left -= rate * share;
      if (left < 0) return kind;
    }
    return null;
  };
  return {
    ofRequest: () => draw(requests, 1) ?? 'none',
    ofCommit: (isSave) => draw(saves, isSave ? 1 : syncWriteShare) ?? 'none',
    begin: () => void (isOn = true),
    end: () => void (isOn = false),
  };
};
