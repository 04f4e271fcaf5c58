import * as v from 'valibot';

const described = <S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text));

export const DoubtSchema = described(
  v.picklist(['guessed', 'disagrees', 'cut']),
  'guessed: made out from layout or wording. disagrees: two sources say different things. cut: the source ends in the middle.',
);

const ReadFromSchema = v.strictObject({
  file: described(v.string(), 'The file, or the address of the page.'),
  page: described(v.nullable(v.number()), 'Page of the PDF from 1; null where there are no pages.'),
  quote: described(v.string(), 'The words that it was read from.'),
});

/** Something that was read, where, and whether to doubt it. */
const factOf = <S extends v.GenericSchema>(value: S) =>
  v.strictObject({ value, from: ReadFromSchema, doubt: v.nullable(DoubtSchema) });

export const TextFactSchema = factOf(v.string());

const AliasSchema = v.strictObject({
  system: v.picklist(['moderngov', 'order-paper']),
  site: v.nullable(v.string()),
  kind: v.picklist(['committee', 'meeting', 'agenda', 'item', 'person', 'document', 'supplement']),
  id: v.string(),
});

const LinkedDocumentSchema = v.strictObject({
  aliases: v.array(AliasSchema),
  title: v.string(),
  url: described(v.nullable(v.string()), 'Null where the source gives none, and for restricted documents.'),
  kind: v.picklist(['agenda', 'pack', 'supplement', 'report', 'minutes', 'decisions', 'other']),
  restricted: described(v.boolean(), 'Named, and never fetched.'),
});

const RecordedVoteSchema = v.strictObject({
  title: v.string(),
  for: v.array(v.string()),
  against: v.array(v.string()),
  abstained: v.array(v.string()),
  counted: v.nullable(v.strictObject({ for: v.number(), against: v.number(), abstained: v.number() })),
  result: v.nullable(v.picklist(['carried', 'lost'])),
  doubt: v.nullable(DoubtSchema),
});

const minute = {
  number: v.nullable(v.string()),
  paragraphs: v.array(v.string()),
  resolutions: v.array(v.string()),
  votes: v.array(RecordedVoteSchema),
  truncated: described(v.boolean(), 'The source says that its text was cut.'),
};

const ItemSchema = v.strictObject({
  aliases: v.array(AliasSchema),
  number: v.nullable(v.string()),
  numbered: described(v.picklist(['agenda', 'minute', 'unknown']), 'What the number counts.'),
  title: TextFactSchema,
  text: v.array(v.string()),
  pages: v.nullable(factOf(v.strictObject({ first: v.number(), last: v.number() }))),
  papers: v.nullable(v.picklist(['to-follow', 'see-supplement'])),
  exempt: v.boolean(),
  documents: v.array(LinkedDocumentSchema),
  minute: v.nullable(v.strictObject(minute)),
});

const MemberSchema = v.strictObject({
  aliases: v.array(AliasSchema),
  name: v.string(),
  role: v.picklist(['chair', 'vice-chair', 'member']),
  party: v.nullable(v.string()),
  ward: v.nullable(v.string()),
  attendance: v.nullable(v.string()),
});

const ContactSchema = v.strictObject({
  name: v.nullable(v.string()),
  telephone: v.nullable(v.string()),
  email: v.nullable(v.string()),
});

/** The members of a meeting that was understood; a schema is made of them, alone or with more. */
export const understoodMeeting = {
  aliases: v.array(AliasSchema),
  committee: v.nullable(TextFactSchema),
  start: described(v.nullable(TextFactSchema), 'Local date and time in London: 2025-01-30T10:00.'),
  date: v.optional(v.nullable(TextFactSchema)),
  plannedEnd: v.nullable(TextFactSchema),
  venue: v.nullable(TextFactSchema),
  contact: v.nullable(factOf(ContactSchema)),
  published: v.nullable(TextFactSchema),
  state: v.nullable(factOf(v.picklist(['confirmed', 'cancelled', 'moved']))),
  members: v.array(factOf(MemberSchema)),
  items: v.array(ItemSchema),
  exemptSection: v.nullable(factOf(v.picklist(['none-expected', 'has-items']))),
  documents: v.array(LinkedDocumentSchema),
};

export const PackDocumentSchema = v.strictObject({
  title: TextFactSchema,
  itemNumber: v.nullable(v.string()),
  depth: v.number(),
  first: v.number(),
  last: v.number(),
  fillers: v.array(v.number()),
  kind: v.picklist(['agenda', 'report', 'appendix']),
});

/** Printed minutes as past records. */
export const UnderstoodMinutesSchema = v.strictObject({
  meeting: v.strictObject(understoodMeeting),
  present: v.array(TextFactSchema),
  apologies: v.array(TextFactSchema),
  declarations: v.array(factOf(v.strictObject({ name: v.string(), text: v.string() }))),
  minutes: v.array(
    factOf(v.strictObject({ ...minute, title: v.string(), itemNumber: v.nullable(v.string()) })),
  ),
});

/** The parts that a published schema names instead of repeating them. */
export const understoodParts = {
  doubt: DoubtSchema,
  readFrom: ReadFromSchema,
  textFact: TextFactSchema,
  alias: AliasSchema,
  linkedDocument: LinkedDocumentSchema,
  recordedVote: RecordedVoteSchema,
  item: ItemSchema,
  member: MemberSchema,
  packDocument: PackDocumentSchema,
  minutes: UnderstoodMinutesSchema,
};
