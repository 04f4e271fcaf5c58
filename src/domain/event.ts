import type { RegimeRef } from './meeting.ts';

/**
 * What a person states. Frozen when saved, never changed: a change of mind is a new event that refers
 * to the old one. `digest` is a SHA-256 over `salt` and the canonical JSON of everything else here.
 */
export interface RecordEvent<B extends EventBody = EventBody> {
  readonly id: string;
  readonly councilId: string;
  readonly personId: string;
  readonly type: B['type'];
  readonly typeVersion: 1;
  readonly body: B['body'];
  readonly refs: readonly string[];
  /** The tablet's clock, ISO 8601 in UTC with milliseconds. It describes the record and never orders it. */
  readonly madeAt: string;
  readonly zone: string;
  /** 128 random bits, lower-case hex; destroyed together with the body on erasure. */
  readonly salt: string;
}

/** How an event travels. `n` counts without a gap per device, from 1. */
export interface Envelope {
  readonly deviceId: string;
  readonly n: number;
  /** Tablet's clock minus the server's at last contact, or null when never in contact. */
  readonly clock: { readonly offsetMs: number | null };
  readonly digest: string;
  readonly event: AnyEvent;
}

/** What was on the screen when the record was made: the record keeps it. */
export interface Seen {
  readonly meetingId: string;
  readonly meetingVersion: number;
  readonly committee: string;
  readonly start: string;
  /** BCP 47 tag of the interface. */
  readonly language: string;
  /** The exact sentences shown before the last press, in that language. */
  readonly words: readonly string[];
}

/** The item as printed at the time, number and title. */
export interface SeenItem {
  readonly itemId: string;
  readonly number: string | null;
  readonly title: string;
}

export type Extent =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly part: 'late' | 'early'; readonly time: string | null };

/** Kinds of interest in both regimes (rules.md 2.2, L10). */
export type InterestKind =
  | 'dpi'
  | 'odi'
  | 'ori'
  | 'nri-relates'
  | 'nri-affects'
  | 's106'
  | 'public-body'
  | 'unsure';

/** The closed list of SI 2012/1464 (rules.md L3). */
export type PecuniaryCategory =
  | 'employment'
  | 'sponsorship'
  | 'contract'
  | 'land'
  | 'licence'
  | 'corporateTenancy'
  | 'securities';

/** What the regime asks of the member; each is shown with its English beside any translation. */
export type Duty =
  | { readonly code: 'say-at-meeting' }
  | { readonly code: 'do-not-speak' }
  | { readonly code: 'speak-only-as-public' }
  | { readonly code: 'may-speak' }
  | { readonly code: 'do-not-vote' }
  | { readonly code: 'may-vote' }
  | { readonly code: 'leave-room' }
  | { readonly code: 'may-stay' }
  /** Last day to notify, local date `2016-02-28`, counting from the meeting (rules.md L5). */
  | { readonly code: 'notify-monitoring-officer'; readonly by: string }
  | { readonly code: 'ask-monitoring-officer' };

export interface Answer {
  readonly question: string;
  readonly choice: string;
}

/** A sensitive interest never carries its nature (Localism Act 2011 s.32), so it cannot be said here. */
export type Nature =
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'stated'; readonly text: string; readonly boilerplate: boolean };

export interface Declaration {
  readonly seen: Seen;
  readonly item: SeenItem;
  readonly regime: RegimeRef;
  readonly answers: readonly Answer[];
  readonly interest: InterestKind;
  readonly category: PecuniaryCategory | null;
  readonly holder: 'self' | 'partner' | 'associate' | 'body' | null;
  readonly nature: Nature;
  readonly duties: readonly Duty[];
  /** The words to say at the meeting, as shown. */
  readonly say: string;
}

export type EventBody =
  | {
      readonly type: 'apology.send';
      readonly body: { readonly seen: Seen; readonly extent: Extent; readonly afterStart: boolean };
    }
  | { readonly type: 'apology.reason'; readonly body: { readonly meetingId: string; readonly text: string } }
  | { readonly type: 'apology.recall'; readonly body: { readonly seen: Seen } }
  | { readonly type: 'interest.declare'; readonly body: Declaration }
  | { readonly type: 'interest.amend'; readonly body: Declaration }
  | { readonly type: 'interest.withdraw'; readonly body: { readonly seen: Seen; readonly item: SeenItem } }
  | {
      readonly type: 'whip.declare';
      readonly body: {
        readonly seen: Seen;
        readonly item: SeenItem;
        readonly group: string;
        readonly nature: string;
      };
    }
  | { readonly type: 'item.left'; readonly body: { readonly seen: Seen; readonly item: SeenItem } }
  | { readonly type: 'item.returned'; readonly body: { readonly seen: Seen; readonly item: SeenItem } }
  | {
      readonly type: 'meeting.publish';
      readonly body: {
        readonly meetingId: string;
        readonly version: number;
        readonly manifest: string;
        readonly size: number;
        readonly reason: string;
      };
    }
  | { readonly type: 'record.noted'; readonly body: { readonly meetingId: string } }
  | { readonly type: 'register.freeze'; readonly body: { readonly meetingId: string } };

export type EventType = EventBody['type'];

/** An event of one type, with its body: `EventOf<'apology.send'>`. */
export type EventOf<T extends EventType> = RecordEvent<Extract<EventBody, { type: T }>>;

/** Any event, as a union that narrows on `type`. */
export type AnyEvent = { [T in EventType]: EventOf<T> }[EventType];
