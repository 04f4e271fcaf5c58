import { canonicalJson, type Json } from './canonical-json.ts';
import type { AnyEvent } from './event.ts';

/** SHA-256 of UTF-8 text, as 64 lower-case hex digits. Injected: a browser and a server bring their own. */
export type Sha256 = (text: string) => Promise<string>;

/**
 * The text whose SHA-256 is an event's digest: its salt, a line feed, and the canonical JSON of what is
 * said. The envelope is left out, so a tablet that enrols again sends the same digests.
 */
export const digestInput = (event: AnyEvent): string => {
  const { salt, ...said } = event;
  // An event is plain JSON by construction; the type only lacks an index signature.
  return `${salt}\n${canonicalJson(said as unknown as Json)}`;
};

/** The text whose SHA-256 is the next link of a council's chain. */
export const chainInput = (previous: string, digest: string, seq: number, receivedAt: string): string =>
  `${previous}\n${digest}\n${seq}\n${receivedAt}`;
