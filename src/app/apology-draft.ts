import type { Extent } from '../domain/event.ts';
import { isNullOr, isOneOf, isShaped, isText } from './drafts-shape.ts';

/** "I can't come" as it is being filled in. */
export interface ApologyDraft {
  readonly version: 1;
  readonly place: 'extent' | 'reason' | 'check';
  readonly extent: 'whole' | 'late' | 'early' | null;
  /** `18:30`, or empty: a time may be left out. Only asked when arriving late or leaving early. */
  readonly time: string;
  readonly reason: string;
}

export const isApologyDraft = isShaped<ApologyDraft>({
  version: isOneOf(1),
  place: isOneOf('extent', 'reason', 'check'),
  extent: isNullOr(isOneOf('whole', 'late', 'early')),
  time: isText,
  reason: isText,
});

/** What a draft says about coming, or null while nothing is chosen. A time that is none counts as left out. */
export const extentOf = ({ extent, time }: ApologyDraft): Extent | null => {
  if (extent === null) return null;
  if (extent === 'whole') return { kind: 'whole' };
  return { kind: 'part', part: extent, time: /^\d\d:\d\d$/.test(time) ? time : null };
};
