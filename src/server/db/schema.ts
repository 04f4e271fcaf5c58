/**
 * The tables, for the query builder. Every time is ISO 8601 text in UTC with milliseconds, every flag
 * 0 or 1, every structure JSON text: the same on SQLite and PostgreSQL. `council_id` leads every key.
 */
export interface Schema {
  council: CouncilTable;
  people: PeopleTable;
  grants: GrantsTable;
  devices: DevicesTable;
  invites: InvitesTable;
  sessions: SessionsTable;
  challenges: ChallengesTable;
  tries: TriesTable;
  meetings: MeetingsTable;
  aliases: AliasesTable;
  blobs: BlobsTable;
  log: LogTable;
  readers: ReadersTable;
  set_aside: SetAsideTable;
  erasures: ErasuresTable;
}

/** One row a council. `seq` and `chain` are the head of its log, changed only where a row is added to it. */
export interface CouncilTable {
  id: string;
  name: string;
  demonstration: number;
  contacts: string;
  epoch: string;
  seq: number;
  chain: string;
}

interface PeopleTable {
  council_id: string;
  id: string;
  name: string;
  role: string | null;
  /** Counts the changes of this person's grants. */
  perm: number;
}

/** A grant holds from permission version `began` up to, not including, `ended`. Rows are never erased. */
interface GrantsTable {
  council_id: string;
  person_id: string;
  ordinal: number;
  role: 'member' | 'clerk';
  committee_id: string | null;
  began: number;
  began_at: string;
  ended: number | null;
  ended_at: string | null;
}

export interface DevicesTable {
  council_id: string;
  id: string;
  person_id: string;
  kind: 'tablet' | 'server';
  name: string;
  public_key: string | null;
  created_at: string;
  revoked_at: string | null;
  /** The last `n` that was taken from this device. */
  last_n: number;
}

interface InvitesTable {
  council_id: string;
  code_hash: string;
  person_id: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

interface SessionsTable {
  council_id: string;
  token_hash: string;
  device_id: string;
  expires_at: string;
}

interface ChallengesTable {
  council_id: string;
  challenge_hash: string;
  device_id: string;
  expires_at: string;
}

/** Failed enrolments, kept as long as they count. `address` is a hash. */
interface TriesTable {
  council_id: string;
  at: string;
  address: string;
}

/** One row a published version; `chairs` is a JSON list of person ids. */
interface MeetingsTable {
  council_id: string;
  meeting_id: string;
  version: number;
  committee_id: string;
  chairs: string;
  manifest: string;
}

/** How another system names a thing of ours; `site` is empty where the source did not say. */
interface AliasesTable {
  council_id: string;
  system: string;
  site: string;
  kind: string;
  theirs: string;
  ours: string;
}

/** `scope` says who may read the bytes, in the words of readers.ts. */
interface BlobsTable {
  council_id: string;
  sha256: string;
  size: number;
  scope: string;
}

export interface LogTable {
  council_id: string;
  seq: number;
  id: string;
  device_id: string;
  n: number;
  person_id: string;
  type: string;
  meeting_id: string;
  digest: string;
  /** Empty when the record was erased. */
  event: string;
  clock_offset_ms: number | null;
  received_at: string;
  chain: string;
}

export interface ReadersTable {
  council_id: string;
  seq: number;
  scope: string;
}

/** What was kept but not taken into the log: quarantined, or held from a revoked device. */
export interface SetAsideTable {
  council_id: string;
  id: string;
  device_id: string;
  n: number;
  digest: string;
  status: 'quarantined' | 'held';
  code: string;
  /** Empty when the record was erased. */
  envelope: string;
  received_at: string;
}

/** Records whose words were destroyed, in the order of their erasure. The record itself need not be here. */
interface ErasuresTable {
  council_id: string;
  ordinal: number;
  id: string;
  erased_at: string;
  because: string;
}
