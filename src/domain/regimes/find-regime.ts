import type { RegimeRef } from '../meeting.ts';
import { lga2020 } from './lga-2020.ts';
import type { Regime } from './regime.ts';
import { wcc2012 } from './wcc-2012.ts';

/** Every regime that was ever shipped, oldest first; none is ever removed or changed under its version. */
export const regimes: readonly Regime[] = [wcc2012, lga2020];

/** The regime that a manifest or a record names, or null when this app is too old to know it. */
export const findRegime = (ref: RegimeRef): Regime | null =>
  regimes.find((regime) => regime.id === ref.id && regime.version === ref.version) ?? null;

/** The regime in force on a local date by the shipped dates; an importer's proposal, the clerk decides. */
export const regimeOn = (date: string): Regime | null =>
  regimes.find((regime) => regime.validFrom <= date && (regime.validTo === null || date <= regime.validTo)) ??
  null;
