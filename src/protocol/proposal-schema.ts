import * as v from 'valibot';
import type { Proposal } from '../domain/proposal.ts';
import {
  DoubtSchema,
  TextFactSchema,
  PackDocumentSchema,
  understoodMeeting,
  UnderstoodMinutesSchema,
} from './understood-schema.ts';

const SourceSchema = v.strictObject({
  file: v.string(),
  sha256: v.nullable(v.string()),
  kind: v.picklist([
    'agenda',
    'pack',
    'supplement',
    'minutes',
    'decisions',
    'report',
    'meeting-page',
    'meeting-answer',
    'list',
    'published',
    'refused',
  ]),
  pages: v.nullable(v.number()),
  words: v.number(),
  refused: v.pipe(
    v.nullable(v.string()),
    v.description('Why nothing was understood of it, in one sentence.'),
  ),
  notes: v.array(v.string()),
  published: v.exactOptional(
    v.strictObject({ meetingId: v.string(), version: v.number(), paperId: v.nullable(v.string()) }),
  ),
});

const paragraph = v.nullable(
  v.strictObject({ number: v.nullable(v.string()), text: v.string(), page: v.number() }),
);

const ChangeSchema = v.strictObject({ before: paragraph, after: paragraph });

const PaperSchema = v.strictObject({
  file: v.string(),
  title: v.string(),
  kind: v.picklist(['agenda', 'pack', 'supplement', 'report', 'minutes', 'decisions']),
  item: v.pipe(v.nullable(v.number()), v.description('Place in the items of the meeting, from 0.')),
  doubt: v.nullable(DoubtSchema),
  replaces: v.nullable(v.string()),
  replacesDocument: v.pipe(
    v.nullable(v.string()),
    v.description('Title of the document within `replaces`, where that is a pack.'),
  ),
  changes: v.array(ChangeSchema),
  sameAs: v.nullable(v.string()),
  documents: v.array(PackDocumentSchema),
});

const StatusSchema = v.picklist(['done', 'on-track', 'waiting', 'late', 'unknown']);

const PlanSchema = v.strictObject({
  file: v.string(),
  areas: v.array(
    v.strictObject({
      number: v.string(),
      name: v.string(),
      text: v.string(),
      status: StatusSchema,
      dates: v.array(v.string()),
    }),
  ),
});

const PlanNewsSchema = v.strictObject({
  file: v.string(),
  before: v.string(),
  areas: v.array(
    v.strictObject({
      name: v.string(),
      kind: v.picklist(['new', 'gone', 'moved', 'unmoved']),
      status: v.strictObject({ before: v.nullable(StatusSchema), after: v.nullable(StatusSchema) }),
      lines: v.array(v.strictObject({ label: v.string(), said: v.string() })),
      doubt: v.nullable(DoubtSchema),
    }),
  ),
});

const MeetingSchema = v.strictObject({
  ...understoodMeeting,
  papers: v.array(PaperSchema),
  minutes: v.nullable(UnderstoodMinutesSchema),
  doubts: v.pipe(v.number(), v.description('How many facts and papers a person should look at.')),
});

/** What `order-paper import --dry-run --json FILE...` prints (docs/import-proposal.schema.json). */
export const ProposalSchema = v.pipe(
  v.strictObject({
    format: v.literal(1),
    sources: v.array(SourceSchema),
    meetings: v.array(MeetingSchema),
    unplaced: v.array(v.string()),
    plans: v.array(PlanSchema),
    planNews: v.array(PlanNewsSchema),
    committees: v.array(
      v.strictObject({
        id: v.string(),
        name: v.string(),
        category: v.nullable(v.string()),
        isOver: v.boolean(),
      }),
    ),
    listedMeetings: v.array(
      v.strictObject({
        id: v.string(),
        committee: v.nullable(v.string()),
        start: v.nullable(TextFactSchema),
        isCancelled: v.boolean(),
      }),
    ),
    councillors: v.array(
      v.strictObject({
        id: v.string(),
        name: v.string(),
        party: v.nullable(v.string()),
        ward: v.nullable(v.string()),
      }),
    ),
    memberships: v.array(v.strictObject({ committee: v.string(), members: understoodMeeting.members })),
  }),
  v.title('Proposal of an import'),
) satisfies v.GenericSchema<unknown, Proposal>;
