import { expect, test } from 'vitest';
import { type Candidate, matchPeople } from '../../../../src/server/match/match-people.ts';

const of = (...names: readonly string[]): readonly Candidate[] =>
  names.map((name, at) => ({ person: { id: String(at), name }, names: [name] }));
const named = (...names: readonly string[]) => names.map((name) => ({ name, id: null }));
const found = (printed: readonly string[], list: readonly string[]) =>
  matchPeople(named(...printed), of(...list)).map(({ person, doubt }) => [person?.name ?? null, doubt]);

test.each([
  ['Ann Able', ['Ann Able', 'Ann Abel'], ['Ann Able', null]],
  ['ANN ABLE', ['Ann Able'], ['Ann Able', null]],
  ['Sir Paul Cadwell, CBE', ['Paul Cadwell'], ['Paul Cadwell', null]],
  ['Cllr Mrs Zoë O’Neill MBE', ['Zoe O’Neill'], ['Zoe O’Neill', null]],
  ['The Rt Hon Lord Hope (Labour)', ['Hope'], ['Hope', null]],
  ['Mr P Bartlett', ['Peter Bartlett'], ['Peter Bartlett', 'guessed']],
  ['Peter Bartlett', ['Mr P J Bartlett'], ['Mr P J Bartlett', 'guessed']],
  ['Mr P Bartlett', ['Peter Bartlett', 'Paula Bartlett'], [null, 'guessed']],
  ['Paul Bartlett', ['Peter Bartlett'], [null, null]],
  ['Mr P Bartlett', ['Peter Barton'], [null, null]],
  ['Ann Able', ['Ann Able', 'Ann Able'], [null, 'guessed']],
  ['Mr Ma', ['Li Ma'], [null, null]],
  ['', ['Ann Able'], [null, null]],
] as const)('%s among %j', (name, list, expected) => {
  expect(found([name], list)).toEqual([expected]);
});

test('nobody is guessed to be two people', () => {
  expect(found(['Mr P Bartlett', 'Mrs P Bartlett'], ['Peter Bartlett'])).toEqual([
    [null, 'guessed'],
    [null, 'guessed'],
  ]);
  expect(found(['Mr P Bartlett', 'Peter Bartlett'], ['Peter Bartlett'])).toEqual([
    [null, 'guessed'],
    ['Peter Bartlett', null],
  ]);
});

test('an id says who it is, as long as the name may be theirs', () => {
  const list = of('Ann Able', 'Ben Baker');
  const byId = (name: string, id: string) => matchPeople([{ name, id }], list);
  expect(byId('Cllr B Baker', '1')).toEqual([{ person: { id: '1', name: 'Ben Baker' }, doubt: null }]);
  expect(byId('Ann Able', 'unknown')[0]?.person?.id).toBe('0');
  // The number of a page that does not say its site may be another council's.
  expect(byId('Ann Able', '1')).toEqual([{ person: null, doubt: 'guessed' }]);
  expect(byId('Zoe Zander', '1')).toEqual([{ person: null, doubt: 'guessed' }]);
});
