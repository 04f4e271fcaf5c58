import * as v from 'valibot';
import { isRealDate } from './real-date.ts';

const words = (max: number) =>
  v.pipe(
    v.string(),
    // Some PDFs have it between their letters; PostgreSQL keeps no text with it.
    v.transform((text) => text.replaceAll('\0', '')),
    v.trim(),
    v.nonEmpty('is empty'),
    v.maxLength(max, `is longer than ${max} characters`),
  );
const id = v.pipe(v.string(), v.uuid('is not an id'));
const number = words(20);
/** A path inside the folder, with `/` between its parts; at the desk it may be an address that was fetched. */
const fileName = words(2100);
const restriction = v.optional(v.picklist(['public', 'exempt', 'confidential']), 'public');

/** What other systems call a thing. */
const aliases = v.optional(
  v.pipe(
    v.array(
      v.strictObject({
        system: v.picklist(['moderngov', 'order-paper']),
        site: v.nullable(words(2000)),
        kind: v.picklist(['committee', 'meeting', 'agenda', 'item', 'person', 'document', 'supplement']),
        id: words(200),
      }),
    ),
    v.maxLength(50),
  ),
  [],
);

const paper = {
  title: v.optional(words(500)),
  kind: v.optional(v.picklist(['agenda', 'report', 'minutes', 'pack', 'other'])),
};
const FilePaperSchema = v.strictObject({ ...paper, file: fileName, restricted: restriction });
/** A paper of the version before, which stays as it is. */
const PublishedPaperSchema = v.strictObject({ ...paper, published: id });
// Not a union: it would say "an object" of any fault inside.
const PaperSchema = v.lazy((given): typeof FilePaperSchema | typeof PublishedPaperSchema =>
  has(given, 'published') ? PublishedPaperSchema : FilePaperSchema,
);

const has = (given: unknown, key: string): boolean =>
  typeof given === 'object' && given !== null && key in given;

const MinuteSchema = v.strictObject({
  number: v.optional(v.nullable(number), null),
  paragraphs: v.optional(v.array(words(20_000)), []),
  truncated: v.optional(v.boolean(), false),
});

const ItemSchema = v.strictObject({
  /** Keeps an item the same when its number or title is corrected. */
  key: v.optional(words(100)),
  /** Of the version before: the item stays itself whatever else changes. */
  id: v.optional(id),
  aliases,
  number: v.optional(v.nullable(number), null),
  title: words(1000),
  pages: v.optional(v.nullable(v.strictObject({ first: number, last: number })), null),
  education: v.optional(v.boolean(), false),
  restricted: restriction,
  minute: v.optional(v.nullable(MinuteSchema), null),
  papers: v.optional(v.array(PaperSchema), []),
});

const seat = {
  group: words(200),
  role: v.optional(v.picklist(['chair', 'vice-chair', 'member', 'co-opted']), 'member'),
  votes: v.optional(v.picklist(['all', 'education', 'none']), 'all'),
};

const VacantSeatSchema = v.strictObject({ ...seat, vacant: v.literal(true) });
const HeldSeatSchema = v.strictObject({
  ...seat,
  /** As the membership list prints it. */
  name: words(200),
  /** As minutes say it; the same when left out. */
  minuteName: v.optional(words(200)),
  minuteRole: v.optional(v.nullable(words(200)), null),
  /** A person's id when the council's list already holds them. */
  person: v.optional(v.pipe(v.string(), v.uuid("is not a person's id"))),
  aliases,
});
const SeatSchema = v.lazy((given): typeof VacantSeatSchema | typeof HeldSeatSchema =>
  has(given, 'vacant') ? VacantSeatSchema : HeldSeatSchema,
);

const ContactSchema = v.strictObject({
  purpose: v.picklist([
    'other-formats',
    'scrutiny-officers',
    'general',
    'language',
    'monitoring-officer',
    'clerk',
  ]),
  name: v.optional(v.nullable(words(200)), null),
  telephone: v.optional(v.nullable(words(40)), null),
  email: v.optional(v.nullable(words(200)), null),
});

const status = v.picklist(['done', 'on-track', 'waiting', 'late', 'unknown']);

const plan = {
  /** Key or number of the item, and file or id of the paper, as they stand above. */
  item: words(100),
  paper: fileName,
};
const ReadPlanSchema = v.strictObject({
  ...plan,
  /** First and last numbered paragraph. */
  from: number,
  to: number,
  names: v.optional(v.record(v.string(), words(300)), {}),
  statuses: v.optional(v.record(v.string(), status), {}),
});
const WrittenPlanSchema = v.strictObject({
  ...plan,
  areas: v.pipe(
    v.array(
      v.strictObject({
        number: v.pipe(v.string(), v.maxLength(20)),
        name: words(300),
        text: v.pipe(v.string(), v.maxLength(50_000)),
        status,
        dates: v.pipe(v.array(words(300)), v.maxLength(200)),
      }),
    ),
    v.nonEmpty('has no area'),
    v.maxLength(300),
  ),
});
const PlanSchema = v.lazy((given): typeof ReadPlanSchema | typeof WrittenPlanSchema =>
  has(given, 'areas') ? WrittenPlanSchema : ReadPlanSchema,
);

/** `meeting.json`: what a clerk says about a folder of papers. Described in docs/meeting-file.md. */
export const MeetingFileSchema = v.strictObject({
  format: v.literal(1),
  key: words(200),
  /** The published meeting that this is the next version of; `key` names nothing then. */
  id: v.optional(id),
  /** The version that this began from. */
  follows: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  aliases,
  reason: v.optional(words(500)),
  /** Names the council of a data folder that is still empty. */
  council: v.optional(v.strictObject({ name: words(200), contacts: v.optional(v.array(ContactSchema), []) })),
  committee: v.strictObject({
    /** Of one that the council has here under whatever name. */
    id: v.optional(id),
    aliases,
    name: words(300),
    type: v.picklist(['scrutiny', 'council', 'executive', 'regulatory', 'standards', 'other']),
  }),
  date: v.pipe(v.string(), v.check(isRealDate, 'is not a date like 2025-01-30')),
  time: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is not a time like 14:00')),
  venue: words(500),
  state: v.optional(v.picklist(['coming', 'held', 'cancelled'])),
  regime: v.optional(v.picklist(['WCC-2012', 'LGA-2020']), 'LGA-2020'),
  contacts: v.optional(v.array(ContactSchema)),
  seats: v.optional(v.array(SeatSchema), []),
  /** Only a meeting that is cancelled may have none. */
  items: v.array(ItemSchema),
  /** Papers of the whole meeting. */
  papers: v.optional(v.array(PaperSchema), []),
  /** Minutes saved as text: fills the paragraphs of items by their minute number. */
  minutesText: v.optional(fileName),
  plans: v.optional(v.array(PlanSchema), []),
});

export type MeetingFile = v.InferOutput<typeof MeetingFileSchema>;
/** What may stand in one. */
export type MeetingFileInput = Unchanging<v.InferInput<typeof MeetingFileSchema>>;
export type MeetingItem = MeetingFile['items'][number];
export type MeetingPaper = MeetingFile['papers'][number];
export type MeetingSeat = MeetingFile['seats'][number];
export type FilePaper = Extract<MeetingPaper, { readonly file: string }>;
export type WrittenPlan = Extract<MeetingFile['plans'][number], { readonly areas: unknown }>;
export type PlanToRead = Exclude<MeetingFile['plans'][number], WrittenPlan>;

export const isFilePaper = (given: MeetingPaper): given is FilePaper => 'file' in given;

type Unchanging<T> = T extends object ? { readonly [K in keyof T]: Unchanging<T[K]> } : T;
