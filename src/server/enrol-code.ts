import { scryptSync } from 'node:crypto';
import { codeLength } from '../protocol/enrol.ts';

// Crockford's base 32: no I, L, O and U, and what is mistyped for a digit reads as that digit.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code of 40 random bits, as it is read out: "7KQ2-M4XT". */
export const makeCode = (random: (bytes: number) => Uint8Array): string => {
  const letters = [...random(codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/** What is kept of a code. Slow on purpose: 40 bits are few for whoever has stolen the file. */
export const hashCode = (code: string, councilId: string): string =>
  scryptSync(code, councilId, 32, { N: 4096, r: 8, p: 1 }).toString('hex');
