import { describe, expect, test } from 'vitest';
import type { PackDocument } from '../../../../src/domain/understood.ts';
import { packDocuments } from '../../../../src/understand/pdf/pack-documents.ts';
import { checkSpans } from '../../../../src/understand/pdf/page-spans.ts';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { paperOfText } from './sample-paper.ts';
import { itemsOf, valuesOf } from './told.ts';

const FILLER = 'This page is intentionally left blank';

/** A page of a report, with the number of the pack at its foot. */
const page = (printed: number, ...lines: readonly string[]): string =>
  [
    ...lines,
    'Some words of the report.',
    ...Array.from({ length: 36 - lines.length }, () => ''),
    `Page ${printed}`,
  ].join('\n');

const outlineOf = (documents: readonly PackDocument[]) =>
  documents.map(({ itemNumber, depth, kind, first, last, fillers, title }) => {
    const blank = fillers.length === 0 ? '' : `, blank ${fillers.join(' ')}`;
    return `${'  '.repeat(depth)}${itemNumber ?? '-'} ${title.value}: ${kind}, ${first}-${last}${blank}`;
  });

const SHEET = `
  # Audit & Risk Board
  # Agenda
  Monday, 2 March 2026, 10.00 am - 12.30 pm
  Committee Room 1, Town Hall, Wrenford
  # 1 Welcome and apologies
  # 2 Minutes of the last meeting (Pages 1 - 4)
  # 3 Internal audit plan (Pages 5 - 10)
  To consider the plan.
  # 4 Risk register (Pages 11 - 12)
  # 5 Any other business`;

describe('a pack without bookmarks', () => {
  const paper = paperOfText('Public reports pack Monday 02-Mar-2026 10.00 Audit Risk Board.pdf', [
    SHEET,
    FILLER,
    page(1, 'Agenda Item 2', '# MINUTES'),
    page(2),
    page(3),
    FILLER,
    page(5, 'Agenda Item 3', '# Internal audit plan 2026'),
    page(6),
    page(7),
    FILLER,
    page(9, '# Appendix A: Days by area'),
    FILLER,
    page(11, '# Risks'),
    page(12),
  ]);

  test('is cut at its stamps, its printed spans and its blank pages', () => {
    expect(paperKind(paper)).toMatchObject({ value: 'pack', doubt: null });
    expect(outlineOf(packDocuments(paper))).toEqual([
      '- Agenda: agenda, 1-2, blank 2',
      '2 Minutes of the last meeting: report, 3-6, blank 6',
      '3 Internal audit plan: report, 7-10, blank 10',
      '  3 Appendix A: Days by area: appendix, 11-12, blank 12',
      '4 Risk register: report, 13-14',
    ]);
  });

  test('doubts what only blank pages or arithmetic tell', () => {
    expect(packDocuments(paper).map(({ title }) => title.doubt)).toEqual([
      null,
      null,
      null,
      'guessed',
      'guessed',
    ]);
  });

  test('holds its agenda in its first pages', () => {
    const meeting = present(pdfMeeting(paper), 'meeting');
    expect(valuesOf(meeting)).toMatchObject({
      committee: 'Audit & Risk Board',
      start: '2026-03-02T10:00',
      plannedEnd: '2026-03-02T12:30',
      venue: 'Committee Room 1, Town Hall, Wrenford',
    });
    expect(itemsOf(meeting)).toEqual([
      '1: Welcome and apologies',
      '2: Minutes of the last meeting [1-4]',
      '3: Internal audit plan [5-10]',
      '4: Risk register [11-12]',
      '5: Any other business',
    ]);
  });
});

describe('a pack with bookmarks', () => {
  const pages = [SHEET, FILLER, page(1), page(2), page(3), FILLER, page(5), FILLER];
  const outline = [
    { title: 'Agenda', depth: 0, page: 1 },
    { title: '2 Minutes of the last meeting', depth: 0, page: 3 },
    { title: 'A heading on the same page', depth: 1, page: 3 },
    { title: '12 December 2025', depth: 1, page: 4 },
    { title: 'Nowhere', depth: 1, page: null },
    { title: '3. Internal audit plan', depth: 0, page: 5 },
    { title: 'Appendix A', depth: 1, page: 7 },
  ];
  const documents = packDocuments(paperOfText('pack.pdf', pages, outline));

  test('is cut at them', () => {
    expect(outlineOf(documents)).toEqual([
      '- Agenda: agenda, 1-2, blank 2',
      '2 Minutes of the last meeting: report, 3-3',
      '  2 12 December 2025: appendix, 4-4',
      '3 Internal audit plan: report, 5-6, blank 6',
      '  3 Appendix A: appendix, 7-8, blank 8',
    ]);
  });

  test('shows the bookmark as it stands', () => {
    expect(documents[3]?.title).toMatchObject({
      doubt: null,
      from: { page: 5, quote: '3. Internal audit plan' },
    });
  });
});

test('bookmarks within a single paper make no pack of it', () => {
  const outline = [1, 2].map((at) => ({ title: `${at} Chapter`, depth: 0, page: at }));
  const paper = paperOfText('plan.pdf', [page(1), page(2)], outline);
  expect(packDocuments(paper)).toEqual([]);
  expect(paperKind(paper)).toMatchObject({ value: 'report', doubt: 'guessed' });
});

test('a letter with a later paper is a supplement; its items keep their numbers', () => {
  const letter = `
    Date: | | 26 February 2026
    Ask for: | | Val West
    Dear Member
    # AUDIT BOARD - MONDAY, 2 MARCH 2026
    I am now able to enclose the following report, which was unavailable when the agenda was published.
    Agenda Item No
    4 | Risk register | 1 - 2
    Yours sincerely
    Ida Jump
    Chief Executive`;
  const paper = paperOfText('Later.pdf', [letter, FILLER, page(1, 'Agenda Item 4'), page(2)]);
  expect(paperKind(paper)).toMatchObject({ value: 'supplement', doubt: null });
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(meeting).toMatchObject({
    date: { value: '2026-03-02' },
    start: null,
    published: { value: '2026-02-26' },
  });
  expect(valuesOf(meeting)).toMatchObject({ committee: 'Audit Board', contact: { name: 'Val West' } });
  expect(itemsOf(meeting)).toEqual(['4: Risk register [1-2]']);
  expect(outlineOf(packDocuments(paper))).toEqual([
    '- Agenda: agenda, 1-2, blank 2',
    '4 Risk register: report, 3-4',
  ]);
});

test('a span is checked against documents on an even number of pages each', () => {
  const { items } = present(pdfMeeting(paperOfText('a.pdf', [SHEET])), 'meeting');
  const pages = new Map([
    ['2', [3]],
    ['3', [3, 1]],
    ['4', [2]],
  ]);
  const checks = checkSpans(items, ({ number }) => pages.get(number ?? '') ?? null);
  expect(
    checks.map(({ number, spanPages, paddedPages, matches }) => [number, spanPages, paddedPages, matches]),
  ).toEqual([
    ['2', 4, 4, true],
    ['3', 6, 6, true],
    ['4', 2, 2, true],
  ]);
  const short = checkSpans(items, ({ number }) => (number === '3' ? [3] : null));
  expect(short).toEqual([{ number: '3', first: 5, last: 10, spanPages: 6, paddedPages: 4, matches: false }]);
});
