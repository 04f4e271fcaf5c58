import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { findFixture } from './fixtures.ts';

const ExpectedSchema = v.object({
  meetings: v.record(
    v.string(),
    v.object({
      committee: v.string(),
      start: v.string(),
      venue: v.string(),
      items: v.array(
        v.object({
          no: v.string(),
          title: v.string(),
          packPages: v.optional(v.nullable(v.tuple([v.number(), v.number()]))),
        }),
      ),
    }),
  ),
});

/** Which paper belongs to which item: what a clerk would say. */
const ITEM_OF: readonly (readonly [RegExp, string])[] = [
  [/^Minutes of the meeting/, '3'],
  [/^24-00108/, '5'],
  [/^Appendix [DEI] /, '6'],
  [/^24-00109|Item 7/, '7'],
  [/^24-00115/, '8'],
  [/24-00096/, '9'],
];

const itemOf = (name: string): string | null => ITEM_OF.find(([pattern]) => pattern.test(name))?.[1] ?? null;

/** The member of the real council's meeting that tests may enrol as; the name is invented. */
export const kentMember = { name: 'Tess Reader', listName: 'Ms T Reader' } as const;

/**
 * Makes a folder for `import` from a real council's Cabinet meeting of 30 January 2025: its PDFs as they
 * are, and a meeting file from what was read off the front sheet by hand. False where the fixtures are absent.
 */
export const makeKentFolder = (dir: string): boolean => {
  const base = findFixture('fixtures/2-documents/kent-cc-moderngov-pdfs');
  if (base === null) return false;
  const source = join(base, 'meetings/cabinet__2025-01-30');
  const expected = v.parse(ExpectedSchema, JSON.parse(readFileSync(join(base, 'expected.json'), 'utf8')));
  const meeting = expected.meetings['cabinet__2025-01-30'];
  if (meeting === undefined) throw new Error('expected.json has no Cabinet meeting');
  mkdirSync(dir, { recursive: true });
  const files = readdirSync(source).filter((name) => name.endsWith('.pdf'));
  for (const name of files) symlinkSync(join(source, name), join(dir, name));
  const [date, time] = meeting.start.split('T');
  const file = {
    format: 1,
    key: 'kent/cabinet/2025-01-30',
    council: {
      name: 'Kent County Council',
      contacts: [{ purpose: 'language', telephone: '01905 765765' }],
    },
    committee: { name: meeting.committee, type: 'executive' },
    date,
    time,
    venue: meeting.venue,
    regime: 'LGA-2020',
    seats: [{ group: 'Members', role: 'chair', name: kentMember.listName, minuteName: kentMember.name }],
    items: meeting.items.map(({ no, title, packPages }) => ({
      number: no,
      title,
      pages: packPages ? { first: String(packPages[0]), last: String(packPages[1]) } : null,
      papers: files.filter((name) => itemOf(name) === no).map((name) => ({ file: name })),
    })),
    papers: files
      .filter((name) => itemOf(name) === null)
      .map((name) => ({ file: name, kind: name.startsWith('Agenda') ? 'agenda' : 'minutes' })),
  };
  writeFileSync(join(dir, 'meeting.json'), JSON.stringify(file, null, 2));
  return true;
};
