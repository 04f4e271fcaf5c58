import type { WireSettings } from '../support/bad-wire.ts';

/** One way for a wire to be bad. */
export interface WireFault {
  readonly name: string;
  readonly settings: Partial<WireSettings>;
  /**
   * What a tablet may be told meanwhile. `nothing`: no answer of the council reaches it whole, so no record
   * may become received. `some`: luck decides. `all`: it is only slow.
   */
  readonly told: 'nothing' | 'some' | 'all';
  /** Whether requests reach the council: records are taken and the tablet does not hear of it. */
  readonly arrives: boolean;
}

const fault = (
  name: string,
  told: WireFault['told'],
  arrives: boolean,
  settings: Partial<WireSettings>,
): WireFault => ({ name, told, arrives, settings });

const truncations = (['length', 'chunked', 'cut'] as const).flatMap((framing) =>
  [0, 0.5, 0.99].map((keep) =>
    fault(`truncated, ${framing}, ${keep}`, 'nothing', true, {
      mode: { kind: 'truncated', keep, framing },
    }),
  ),
);

/** Every mode of the bad wire, alone and together. */
export const wireFaults: readonly WireFault[] = [
  fault('delay', 'all', true, { delayMs: 40 }),
  fault('narrow band', 'all', true, { upBitsPerSecond: 256_000, downBitsPerSecond: 256_000 }),
  ...[0, 1, 20, 250].map((bytes) =>
    fault(`reset after ${bytes} bytes of answers`, 'nothing', true, { resetDownAfter: bytes }),
  ),
  fault('reset after 1200 bytes of answers', 'some', true, { resetDownAfter: 1200 }),
  ...[0, 90, 600].map((bytes) =>
    fault(`reset after ${bytes} bytes of requests`, 'nothing', false, { resetUpAfter: bytes }),
  ),
  fault('every second connection reset', 'some', true, { resetPerConnection: 0.5 }),
  fault('every second answer reset', 'some', true, { resetPerAnswer: 0.5 }),
  fault('half-open', 'nothing', false, { mode: { kind: 'half-open' } }),
  fault('black hole', 'nothing', false, { mode: { kind: 'black-hole' } }),
  fault('captive portal, page', 'nothing', false, { mode: { kind: 'portal', answer: 'page' } }),
  fault('captive portal, redirect', 'nothing', false, { mode: { kind: 'portal', answer: 'redirect' } }),
  ...truncations,
  fault('slow, narrow and torn', 'some', true, {
    delayMs: 20,
    upBitsPerSecond: 1_000_000,
    downBitsPerSecond: 1_000_000,
    resetPerAnswer: 0.3,
    resetPerConnection: 0.1,
  }),
];
