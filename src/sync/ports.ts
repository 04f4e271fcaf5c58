import type { AnyEvent } from '../domain/event.ts';
import type { Contact, Manifest } from '../domain/meeting.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Watch } from '../domain/watch.ts';

/** Everything that the sync asks of the outside. `main.tsx` brings the browser's, a test brings its own. */
export interface SyncPorts {
  readonly store: SyncStore;
  readonly enrolments: EnrolmentStore;
  readonly outside: Outside;
}

/** The world around one tab. */
export interface Outside {
  /** As the browser's. Rejects when there is no network. Sends the session cookie by itself. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970 by the tablet's clock, which may be wrong and may jump. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Calls `then` once after `ms`; the answer cancels it. */
  readonly startTimer: (then: () => void, ms: number) => () => void;
  /** Runs `work` while no other tab runs work under this name. Holding it is a courtesy: nothing breaks without. */
  readonly runExclusive: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Lets the page draw and hear the person before work goes on; absent where there is no page. */
  readonly breathe?: () => Promise<void>;
  readonly cryptography: Cryptography;
  readonly signals: Signals;
  /** Opens the stream of pokes; calls `poked` for each, `closed` once when it ends for good. Answers its end. */
  readonly openPokes: (path: string, poked: () => void, closed: () => void) => () => void;
  /** The app's version, as the server is told it. */
  readonly app: string;
}

export interface Cryptography {
  /** 64 lower-case hex digits. */
  readonly sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** ECDSA P-256 whose private half cannot be exported. */
  readonly createKeys: () => Promise<CryptoKeyPair>;
  readonly exportPublicKey: (key: CryptoKey) => Promise<JsonWebKey>;
  /** SHA-256 and ECDSA, in the IEEE P1363 form. */
  readonly sign: (key: CryptoKey, bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

export type Signal = 'online' | 'offline' | 'visible' | 'hidden' | 'pageshow';

export interface Signals {
  /** What the browser believes; a captive portal counts as online. */
  readonly isOnline: () => boolean;
  readonly isVisible: () => boolean;
  readonly subscribe: (listener: (signal: Signal) => void) => () => void;
}

/** Whom this browser belongs to; the same as storage's `Enrolment`. */
export interface Enrolled {
  readonly deviceId: string;
  readonly personId: string;
  readonly name: string;
  readonly councilId: string;
  readonly grants: readonly { readonly role: 'member' | 'clerk'; readonly committeeId: string | null }[];
  readonly council: {
    readonly councilId: string;
    readonly name: string;
    readonly demonstration: boolean;
    readonly contacts: readonly Contact[];
  };
  readonly keys: CryptoKeyPair;
}

/** Read afresh in every cycle, so that a tab hears of an enrolment that another one made. */
export interface EnrolmentStore {
  readonly read: () => Promise<Enrolled | null>;
  /** Ends every offer of a key, and the note that a device was signed out. */
  readonly save: (enrolment: Enrolled) => Promise<void>;
  /** Keeps only this count, to be said where a code is asked for; never lowered before the next enrolment. */
  readonly noteSignedOut: (handedOver: number) => Promise<void>;
  /** Forgets the device with its key, unless this browser is another device by now. */
  readonly forget: (deviceId: string) => Promise<void>;
  /**
   * The key pair that was offered with this code before, else a fresh one, written and read back. Kept until
   * an enrolment is saved; null where this browser cannot keep it.
   */
  readonly keepKeys: (codeHash: string, fresh: () => Promise<CryptoKeyPair>) => Promise<CryptoKeyPair | null>;
}

export interface Outgoing {
  readonly deviceId: string;
  readonly n: number;
  readonly clock: { readonly offsetMs: number | null };
  readonly digest: string;
  readonly event: AnyEvent;
}

export type Arrived =
  | {
      readonly kind: 'event';
      readonly event: AnyEvent;
      readonly digest: string;
      readonly seq: number;
      readonly receivedAt: string;
      readonly chain: string;
      readonly author: { readonly personId: string; readonly name: string; readonly role: string | null };
    }
  | { readonly kind: 'opaque'; readonly id: string; readonly item: unknown }
  | { readonly kind: 'refused'; readonly id: string; readonly stated: string; readonly computed: string };

/** One person's records on this tablet. Each verb is one durable transaction: it is done when it answers. */
export interface SyncStore {
  readonly readMeta: () => Promise<{
    readonly deviceId: string | null;
    readonly epoch: string | null;
    readonly cursor: string;
    readonly etag: string | null;
    readonly clockOffsetMs: number | null;
  }>;
  readonly recordContact: (contact: { lastContact: number; clockOffsetMs?: number }) => Promise<void>;

  readonly adoptOutbox: (deviceId: string) => Promise<void>;
  /** From the lowest `n` on, without a gap. */
  readonly readPending: (limit: number) => Promise<readonly Outgoing[]>;
  /** Does nothing where the answer is of another epoch than the tablet's. */
  readonly storeAnswer: (answered: {
    readonly deviceId: string;
    readonly epoch: string;
    readonly results: readonly Receipt[];
    readonly next: number;
  }) => Promise<void>;
  readonly changeEpoch: (change: {
    readonly deviceId: string;
    readonly epoch: string;
    readonly next: number;
  }) => Promise<void>;

  /** False where the stored cursor is no longer the one that was sent: nothing was kept. */
  readonly applyPull: (pulled: {
    readonly sentCursor: string;
    readonly response: {
      readonly epoch: string;
      readonly purges: readonly string[];
      readonly cursor: string;
      /** False, or absent, on the last page that there is at present. */
      readonly more?: boolean;
    };
    readonly etag: string | null;
    readonly items: readonly Arrived[];
  }) => Promise<boolean>;
  readonly readOpaque: () => Promise<readonly unknown[]>;
  readonly keepItems: (items: readonly Arrived[]) => Promise<void>;
  readonly missingManifests: () => Promise<
    readonly { readonly meetingId: string; readonly version: number; readonly sha256: string }[]
  >;
  readonly putManifest: (sha256: string, manifest: Manifest) => Promise<void>;

  readonly requestComing: (serverNow: number) => Promise<void>;
  readonly removeExpired: (serverNow: number, now: number) => Promise<readonly string[]>;
  readonly dropSuperseded: () => Promise<void>;
  readonly nextMissingBlob: (serverNow: number) => Promise<{
    readonly sha256: string;
    readonly size: number;
    readonly chunks: readonly string[];
    readonly missing: readonly number[];
  } | null>;
  readonly isBlobWanted: (sha256: string) => Promise<boolean>;
  readonly storeChunk: (
    sha256: string,
    chunk: { readonly index: number; readonly bytes: Uint8Array<ArrayBuffer> } | null,
    now: number,
  ) => Promise<'stored' | 'full'>;
  readonly failBlob: (sha256: string, error: 'damaged' | 'full' | 'refused') => Promise<void>;

  /** Records of this device that the server took over after it was revoked. */
  readonly countHeld: (deviceId: string) => Promise<number>;
  /** Empties the tablet of this person; false, and nothing is touched, while a record waits to be sent. */
  readonly wipe: () => Promise<boolean>;
  readonly waiting: Watch<{
    readonly pendingSince: readonly number[];
    readonly quarantined: number;
    readonly blobs: number;
    readonly lastContact: number | null;
  }>;
}
