import { describe, expect, test } from 'vitest';
import { changeHolder, changeItem, placePaper, removeItem } from '../../../../src/app/import/review-edit.ts';
import { evidenceOf, openPlaces } from '../../../../src/app/import/review-evidence.ts';
import type { ImportMeeting } from '../../../../src/domain/import-state.ts';
import type { MeetingDraft } from '../../../../src/domain/meeting-draft.ts';
import type { ProposedMeeting, Source } from '../../../../src/domain/proposal.ts';
import type { Doubt, Fact, UnderstoodItem } from '../../../../src/domain/understood.ts';
import { draftSample } from './draft-sample.ts';

const fact = <T>(value: T, doubt: Doubt | null = null): Fact<T> => ({
  value,
  from: { file: 'pack.pdf', page: 1, quote: String(value) },
  doubt,
});

const item = (number: string, title: string, doubt: Doubt | null): UnderstoodItem => ({
  aliases: [],
  number,
  numbered: 'agenda',
  title: fact(title, doubt),
  text: [],
  pages: null,
  papers: null,
  exempt: false,
  documents: [],
  minute: null,
});

const proposed: ProposedMeeting = {
  aliases: [],
  committee: fact('Harbour Board'),
  start: fact('2031-03-04T10:00', 'disagrees'),
  plannedEnd: null,
  venue: null,
  contact: null,
  published: null,
  state: null,
  members: [
    fact({ aliases: [], name: 'Ms A Able', role: 'chair', party: null, ward: null, attendance: null }),
  ],
  items: [item('1', 'Apologies', null), item('2', 'Dredging', 'guessed')],
  exemptSection: null,
  documents: [],
  papers: [
    {
      file: 'dredging.pdf',
      title: 'Dredging',
      kind: 'report',
      item: 1,
      doubt: 'guessed',
      replaces: null,
      replacesDocument: null,
      changes: [],
      sameAs: null,
      documents: [],
    },
    {
      file: 'copy.pdf',
      title: 'Copy',
      kind: 'report',
      item: null,
      doubt: 'guessed',
      replaces: null,
      replacesDocument: null,
      changes: [],
      sameAs: 'dredging.pdf',
      documents: [],
    },
  ],
  minutes: null,
  doubts: 3,
};

const meeting: ImportMeeting = {
  draft: draftSample,
  match: null,
  people: [
    { person: null, doubt: null },
    { person: { id: '018f0000-0000-7000-8000-000000000001', name: 'Ben Baker' }, doubt: 'guessed' },
    { person: null, doubt: null },
  ],
  published: null,
};

const source = (file: string): Source => ({
  file,
  sha256: null,
  kind: 'pack',
  pages: 8,
  words: 900,
  refused: null,
  notes: [],
});
const evidence = evidenceOf(proposed, meeting, { sources: [source('pack.pdf')] });
const openIn = (draft: MeetingDraft, checked: readonly string[] = []): readonly string[] => [
  ...openPlaces(evidence, { version: 1, of: '', draft, checked }, draftSample),
];

test('each part of a draft says where it was read', () => {
  expect(evidence.get('committee')).toEqual({ from: fact('Harbour Board').from, doubt: null });
  expect(evidence.get('item/dredging')?.from?.quote).toBe('Dredging');
  expect(evidence.get('seat/Ms A Able')?.from?.page).toBe(1);
  expect(evidence.get('paper/dredging.pdf')?.from).toEqual({ file: 'dredging.pdf', page: 1, quote: '' });
  expect(evidence.has('venue')).toBe(false);
});

const all = ['when', 'item/dredging', 'paper/dredging.pdf', 'person/Mr B Baker'];
const left = (draft: MeetingDraft): readonly string[] =>
  all.filter((place) => !openIn(draft).includes(place));

test('what is published already has no page among what was given', () => {
  const published = { meetingId: '018f0000-0000-7000-8000-000000000009', version: 1, paperId: null };
  const sources = [{ ...source('pack.pdf'), published }];
  const before = evidenceOf(proposed, meeting, { sources });
  expect(before.get('when')).toEqual({ from: null, doubt: 'disagrees' });
  expect(before.get('paper/dredging.pdf')?.from?.file).toBe('dredging.pdf');
});

describe('what is to be looked at', () => {
  test('is what is in doubt and in the draft', () => {
    expect(openIn(draftSample)).toEqual(all);
  });

  test('is no longer what was found right', () => {
    expect(openIn(draftSample, ['when', 'paper/dredging.pdf'])).toEqual([
      'item/dredging',
      'person/Mr B Baker',
    ]);
  });

  test('is no longer what was corrected or taken out', () => {
    expect(left({ ...draftSample, time: '14:00' })).toEqual(['when']);
    expect(left(changeItem(draftSample, 'dredging', { title: 'Dredging the port' }))).toEqual([
      'item/dredging',
    ]);
    expect(left(placePaper(draftSample, 'dredging.pdf', 'apologies'))).toEqual(['paper/dredging.pdf']);
    expect(left(changeHolder(draftSample, 1, null))).toEqual(['person/Mr B Baker']);
    expect(left(removeItem(draftSample, 'dredging'))).toEqual(['item/dredging', 'paper/dredging.pdf']);
  });
});
