import * as v from 'valibot';
import { isRealDate } from './real-date.ts';

const words = (max: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(max));
const number = words(20);
/** A path inside the folder, with `/` between its parts. */
const fileName = words(400);
const restriction = v.optional(v.picklist(['public', 'exempt', 'confidential']), 'public');

const PaperSchema = v.strictObject({
  file: fileName,
  title: v.optional(words(500)),
  kind: v.optional(v.picklist(['agenda', 'report', 'minutes', 'pack', 'other'])),
  restricted: restriction,
});

const MinuteSchema = v.strictObject({
  number: v.optional(v.nullable(number), null),
  paragraphs: v.optional(v.array(words(20_000)), []),
  truncated: v.optional(v.boolean(), false),
});

const ItemSchema = v.strictObject({
  /** Keeps an item the same when its number or title is corrected. */
  key: v.optional(words(100)),
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

const SeatSchema = v.union([
  v.strictObject({ ...seat, vacant: v.literal(true) }),
  v.strictObject({
    ...seat,
    /** As the membership list prints it. */
    name: words(200),
    /** As minutes say it; the same when left out. */
    minuteName: v.optional(words(200)),
    minuteRole: v.optional(v.nullable(words(200)), null),
    /** A person's id when the council's list already holds them. */
    person: v.optional(v.pipe(v.string(), v.uuid("is not a person's id"))),
  }),
]);

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

const PlanSchema = v.strictObject({
  /** Number of the item, and file of the paper, as they stand above. */
  item: number,
  paper: fileName,
  /** First and last numbered paragraph. */
  from: number,
  to: number,
  names: v.optional(v.record(v.string(), words(300)), {}),
  statuses: v.optional(
    v.record(v.string(), v.picklist(['done', 'on-track', 'waiting', 'late', 'unknown'])),
    {},
  ),
});

/** `meeting.json`: what a clerk says about a folder of papers. Described in docs/meeting-file.md. */
export const MeetingFileSchema = v.strictObject({
  format: v.literal(1),
  key: words(200),
  reason: v.optional(words(500)),
  /** Names the council of a data folder that is still empty. */
  council: v.optional(v.strictObject({ name: words(200), contacts: v.optional(v.array(ContactSchema), []) })),
  committee: v.strictObject({
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
  items: v.pipe(v.array(ItemSchema), v.nonEmpty('has no item')),
  /** Papers of the whole meeting. */
  papers: v.optional(v.array(PaperSchema), []),
  /** Minutes saved as text: fills the paragraphs of items by their minute number. */
  minutesText: v.optional(fileName),
  plans: v.optional(v.array(PlanSchema), []),
});

export type MeetingFile = v.InferOutput<typeof MeetingFileSchema>;
export type MeetingItem = MeetingFile['items'][number];
export type MeetingPaper = MeetingFile['papers'][number];
export type MeetingSeat = MeetingFile['seats'][number];
