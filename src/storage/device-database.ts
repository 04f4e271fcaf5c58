import { Dexie, type EntityTable } from 'dexie';
import type { Contact } from '../domain/meeting.ts';
import type { DatabaseOptions } from './records-database.ts';

/** Who this browser belongs to. The private key cannot be exported, so it is kept as the browser's own object. */
export interface Enrolment {
  readonly deviceId: string;
  readonly personId: string;
  /** The person's own name, as the council writes it. */
  readonly name: string;
  readonly councilId: string;
  readonly grants: readonly Grant[];
  readonly council: CouncilInfo;
  /** ECDSA P-256; signs the challenge that renews a session. */
  readonly keys: CryptoKeyPair;
}

interface Grant {
  readonly role: 'member' | 'clerk';
  /** Null where the grant is for the whole council. */
  readonly committeeId: string | null;
}

/** What anyone may know of the council, kept so that it can be shown offline. */
export interface CouncilInfo {
  readonly councilId: string;
  readonly name: string;
  readonly demonstration: boolean;
  readonly contacts: readonly Contact[];
}

export interface EnrolmentRow {
  readonly key: 'current';
  readonly enrolment: Enrolment;
}

export interface CouncilRow {
  readonly key: 'current';
  readonly council: CouncilInfo;
}

/** A key pair that was offered to the council and not yet answered. */
export interface TrialRow {
  /** What the offer was made with: the SHA-256 of a code, never the code itself. */
  readonly key: string;
  readonly keys: CryptoKeyPair;
}

/** The council has signed this browser out. How many unsent records it took over, and nothing of them. */
export interface SignedOutRow {
  readonly key: 'current';
  readonly handedOver: number;
}

/** This browser was left or signed out on purpose: whatever the second copy still has must not come back. */
export interface ForgottenRow {
  readonly key: 'current';
  readonly councilId: string;
  readonly personId: string;
}

export interface SettingRow {
  readonly key: 'language' | 'theme' | 'contrast' | 'textSize' | 'readingScale';
  readonly value: string | null;
}

/** What belongs to this browser rather than to a person's records. */
export class DeviceDatabase extends Dexie {
  readonly enrolments!: EntityTable<EnrolmentRow, 'key'>;
  readonly trials!: EntityTable<TrialRow, 'key'>;
  readonly councils!: EntityTable<CouncilRow, 'key'>;
  readonly settings!: EntityTable<SettingRow, 'key'>;
  readonly signedOut!: EntityTable<SignedOutRow, 'key'>;
  readonly forgotten!: EntityTable<ForgottenRow, 'key'>;

  constructor(name: string, options?: DatabaseOptions) {
    // A key that was lost in a power cut would cost the person a new code.
    super(name, { ...options, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ enrolments: 'key', trials: 'key', councils: 'key', settings: 'key' });
    this.version(2).stores({ signedOut: 'key' });
    this.version(3).stores({ forgotten: 'key' });
  }
}

/** Opens lazily: the first question opens it. */
export const openDeviceDatabase = (name = 'order-paper', options?: DatabaseOptions): DeviceDatabase =>
  new DeviceDatabase(name, options);
