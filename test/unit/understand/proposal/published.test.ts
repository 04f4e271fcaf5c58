import { describe, expect, test } from 'vitest';
import type { SourceKind } from '../../../../src/domain/proposal.ts';
import type { UnderstoodMeeting, UnderstoodMinutes } from '../../../../src/domain/understood.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import type { UnderstoodPaper, UnderstoodSource } from '../../../../src/understand/proposal/source.ts';
import { fact, item, meeting } from './samples.ts';
import { source, text } from './source-samples.ts';

const ours = (kind: 'meeting' | 'item', id: string) => ({
  system: 'order-paper' as const,
  site: null,
  kind,
  id,
});

/** What was published of a meeting: its manifest. */
const manifest = (id: string, day: string, items: UnderstoodMeeting['items'] = []): UnderstoodSource => {
  const said = meeting({ aliases: [ours('meeting', id)], start: fact(`${day}T10:00`), items });
  return published(id, null, source(`${id} (published)`, 'published', { meeting: said }));
};

const paper = (
  id: string,
  file: string,
  kind: SourceKind,
  parts: Partial<UnderstoodPaper>,
): UnderstoodSource => published(id, file, source(file, kind, { paper: parts }));

const published = (meetingId: string, paperId: string | null, one: UnderstoodSource): UnderstoodSource => ({
  ...one,
  source: { ...one.source, published: { meetingId, version: 1, paperId } },
});

const minutesOf = (day: string): UnderstoodMinutes => ({
  meeting: meeting({ start: fact(`${day}T10:00`) }),
  present: [],
  apologies: [],
  declarations: [],
  minutes: [],
});

const january = manifest('january', '2026-01-06', [item('1', 'Bridges', { aliases: [ours('item', 'i1')] })]);
const words = 'The old bridge at Mill Lane is closed to lorries until it is mended in the spring.';

const supplement = (file: string, sha256: string | null, said: string): UnderstoodSource => {
  const one = source(file, 'supplement', {
    meeting: meeting({ start: fact('2026-01-06T10:00') }),
    paper: { text: text(said), documents: [] },
  });
  return { ...one, source: { ...one.source, sha256 } };
};

const at = (venue: string) => meeting({ start: fact('2026-01-06T10:00'), venue: fact(venue) });

describe('what was published', () => {
  test('is no meeting to publish by itself, and belongs to nobody’s files', () => {
    const proposal = propose([january, paper('january', 'bridges', 'report', { itemId: 'i1' })]);
    expect(proposal).toMatchObject({ meetings: [], unplaced: [], plans: [], sources: [] });
  });

  test('is believed after the front sheet and before a supplement', () => {
    const sheet = source('agenda.pdf', 'agenda', { meeting: at('Guildhall'), paper: {} });
    const later = source('later.pdf', 'supplement', { meeting: at('Museum'), paper: {} });
    const here = { ...january, meeting: { ...at('Town Hall'), aliases: january.meeting?.aliases ?? [] } };
    expect(propose([later, here]).meetings[0]?.venue?.value).toBe('Town Hall');
    expect(propose([later, here, sheet]).meetings[0]?.venue).toMatchObject({
      value: 'Guildhall',
      doubt: 'disagrees',
    });
  });

  test('holds its papers where they are, also under an item that is numbered and worded anew', () => {
    const sheet = meeting({
      start: fact('2026-01-06T10:00'),
      items: [item('1', 'Winter service'), item('2', 'Bridges')],
    });
    const { meetings } = propose([
      source('agenda.pdf', 'agenda', { meeting: sheet, paper: {} }),
      january,
      paper('january', 'Something (published)', 'report', { itemId: 'i1', text: text(words) }),
      paper('january', 'Pack (published)', 'pack', { itemId: null }),
    ]);
    expect(meetings).toHaveLength(1);
    expect(meetings[0]?.papers.map(({ file, item: place, doubt }) => [file, place, doubt])).toEqual([
      ['Something (published)', 1, null],
      ['Pack (published)', null, null],
      ['agenda.pdf', null, null],
    ]);
  });

  test.each([
    ['a pack', 'pack'],
    ['another paper', 'report'],
  ] as const)('knows a supplement by its bytes or its words, though a manifest calls it %s', (_, kind) => {
    const before = paper('january', 'Later (published)', kind, { itemId: null, text: text(words) });
    const kept = { ...before, source: { ...before.source, sha256: 'aa' } };
    const same = (one: UnderstoodSource) => propose([january, kept, one]).meetings[0]?.papers.at(-1)?.sameAs;
    expect(same(supplement('later.pdf', 'aa', 'Nothing that was there'))).toBe('Later (published)');
    expect(same(supplement('later.pdf', 'bb', words))).toBe('Later (published)');
    expect(
      same(supplement('later.pdf', 'bb', 'Something else was said of the parks and of the ponds.')),
    ).toBeNull();
  });
});

describe('minutes', () => {
  const minutes = source('minutes.pdf', 'minutes', { paper: { minutes: minutesOf('2026-01-06') } });

  test('that are brought alone are of the published meeting', () => {
    const { meetings } = propose([minutes, january]);
    expect(meetings).toHaveLength(1);
    expect(meetings[0]?.aliases).toContainEqual(ours('meeting', 'january'));
    expect(meetings[0]?.papers).toMatchObject([{ file: 'minutes.pdf', kind: 'minutes' }]);
  });

  test('that another meeting approves stay a paper of that one', () => {
    const sheet = meeting({
      start: fact('2026-02-03T10:00'),
      items: [item('1', 'Minutes of the meeting on 6 January 2026')],
    });
    const { meetings } = propose([
      source('agenda.pdf', 'agenda', { meeting: sheet, paper: {} }),
      minutes,
      january,
    ]);
    expect(meetings.map(({ start }) => start?.value)).toEqual(['2026-02-03T10:00']);
    expect(meetings[0]?.papers.at(-1)).toMatchObject({ file: 'minutes.pdf', item: 0 });
  });
});

test('two that were published stay two, though a committee met twice on one day', () => {
  const later = source('later.pdf', 'supplement', {
    meeting: meeting({ start: fact('2026-01-06T10:00') }),
    paper: {},
  });
  const { meetings } = propose([later, january, manifest('evening', '2026-01-06')]);
  expect(meetings).toHaveLength(1);
  expect(meetings[0]?.aliases.filter(({ kind }) => kind === 'meeting')).toHaveLength(1);
});
