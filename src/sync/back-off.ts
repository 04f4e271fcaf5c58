const second = 1000;
const minute = 60 * second;

/**
 * How long to wait before the try after `failures` failures in a row: full jitter, so that tablets that
 * lost the same server do not come back together. `retryAfter` (milliseconds) is what the server asked
 * for and is obeyed, but never for longer than five minutes.
 */
export const backOff = (failures: number, random: number, retryAfter: number | null): number => {
  const jittered = random * Math.min(minute, second * 2 ** failures);
  return Math.max(jittered, Math.min(retryAfter ?? 0, 5 * minute));
};
