import type { Contact } from '../domain/meeting.ts';
import type { Result } from '../domain/result.ts';
import type { EnrolFault as RefusedEnrolment } from '../sync/enrol.ts';

/** What the enrolment screen may ask of the outside. Put together in `main.tsx`. */
export interface EnrolServices {
  /** What the council says of itself before sign-in, or null while it cannot be asked. */
  readonly council: {
    readonly name: string;
    readonly demonstration: boolean;
    readonly contacts: readonly Contact[];
  } | null;
  /**
   * Where the council has signed this tablet out: how many unsent records it took over. Null where it has
   * not; kept as a count only, until the next enrolment.
   */
  readonly handedOver: number | null;
  readonly place: EnrolPlace;
  /** Sends the code, without dash, and makes this browser a device of its person. */
  readonly enrol: (code: string) => Promise<Result<unknown, RefusedEnrolment>>;
}

/**
 * Where the app runs. `ios-tab`: Safari on an iPad or iPhone gives the installed app a store of its own,
 * so that a code typed in the tab would be used up in the wrong place. `insecure`: plain http on a
 * network address, where browsers run no service worker and nothing can be kept for offline use.
 */
export type EnrolPlace = 'installed' | 'tab' | 'ios-tab' | 'insecure';

/** Why the code did not work; each has its own sentence. */
export type EnrolFault = RefusedEnrolment | { readonly kind: 'incomplete' };

const codeLength = 8;

/** What was typed as the code means it: capitals, without the dashes and spaces that people type or paste. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, codeLength);

/** The code as the letter from the council prints it, in two groups: `K7MP-4TXA`. */
export const showCode = (typed: string): string => {
  const code = readCode(typed);
  // The dash comes with the fifth character, so that deleting back over it works.
  return code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
};

/** Sends what was typed, unless it cannot be a whole code. */
export const sendCode = async (
  services: EnrolServices,
  typed: string,
): Promise<Result<unknown, EnrolFault>> => {
  const code = readCode(typed);
  return code.length < codeLength ? { ok: false, error: { kind: 'incomplete' } } : services.enrol(code);
};

export interface BrowserFacts {
  readonly isSecure: boolean;
  readonly isStandalone: boolean;
  readonly userAgent: string;
  /** An iPad calls itself a Mac; it is one with fingers. */
  readonly touchPoints: number;
}

export const enrolPlace = ({ isSecure, isStandalone, userAgent, touchPoints }: BrowserFacts): EnrolPlace => {
  if (!isSecure) return 'insecure';
  if (isStandalone) return 'installed';
  const isApple = /iPad|iPhone|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  return isApple ? 'ios-tab' : 'tab';
};
