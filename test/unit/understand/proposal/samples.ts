import type {
  Fact,
  LinkedDocument,
  PackDocument,
  UnderstoodItem,
  UnderstoodMeeting,
} from '../../../../src/domain/understood.ts';

export const fact = <T>(value: T, file = 'front sheet.pdf', doubt: Fact<T>['doubt'] = null): Fact<T> => ({
  value,
  from: { file, page: 1, quote: String(value) },
  doubt,
});

export const item = (
  number: string | null,
  title: string,
  changes: Partial<UnderstoodItem> = {},
): UnderstoodItem => ({
  aliases: [],
  number,
  numbered: 'agenda',
  title: fact(title),
  text: [],
  pages: null,
  papers: null,
  exempt: false,
  documents: [],
  minute: null,
  ...changes,
});

export const meeting = (changes: Partial<UnderstoodMeeting> = {}): UnderstoodMeeting => ({
  aliases: [],
  committee: fact('Roads Panel'),
  start: fact('2026-02-03T18:30'),
  plannedEnd: null,
  venue: fact('Guildhall'),
  contact: null,
  published: null,
  state: null,
  members: [],
  items: [],
  exemptSection: null,
  documents: [],
  ...changes,
});

export const document = (title: string, changes: Partial<LinkedDocument> = {}): LinkedDocument => ({
  aliases: [],
  title,
  url: null,
  kind: 'report',
  restricted: false,
  ...changes,
});

export const packed = (title: string, itemNumber: string | null): PackDocument => ({
  title: fact(title),
  itemNumber,
  depth: 0,
  first: 3,
  last: 4,
  fillers: [],
  kind: 'report',
});
