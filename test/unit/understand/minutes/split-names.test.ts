import { expect, test } from 'vitest';
import { namesAtEnd, namesAtStart } from '../../../../src/understand/minutes/name-run.ts';
import { isNameList, splitNames } from '../../../../src/understand/minutes/split-names.ts';

const lists: readonly (readonly [string, readonly string[]])[] = [
  [
    'Mr A Fenn, OBE, JP, Sir Hugh Marlow, CBE, Mrs J Penn MBE, Lord Garth, KC and Rt Hon Ann Lisle MP',
    ['Mr A Fenn, OBE, JP', 'Sir Hugh Marlow, CBE', 'Mrs J Penn MBE', 'Lord Garth, KC', 'Rt Hon Ann Lisle MP'],
  ],
  [
    'Dr L Sorrel, PhD, Mr T Orme, QFSM and Mr B Quill, KFSM, DL.',
    ['Dr L Sorrel, PhD', 'Mr T Orme, QFSM', 'Mr B Quill, KFSM, DL'],
  ],
  ['Councillors Nell Ash and Bob Birch', ['Nell Ash', 'Bob Birch']],
  [
    'Councillor A Ash Councillor B Birch (Chair) Cllr Mrs C Cedar',
    ['Councillor A Ash', 'Councillor B Birch', 'Cllr Mrs C Cedar'],
  ],
  ['Ash, J; Birch, K (Chair)', ['Ash, J', 'Birch, K']],
  ['R H Adair, N Alder, Mrs L Ash and I K Rowan', ['R H Adair', 'N Alder', 'Mrs L Ash', 'I K Rowan']],
  ['ASH, BIRCH, KING', ['ASH', 'BIRCH', 'KING']],
  ['The Mayor (Councillor J Ash), Councillors Birch, Ma', ['Councillor J Ash', 'Birch', 'Ma']],
  [
    'The Chairman, Councillor J. Ash, Cllr K. van der Meer and Councillor O’Dell.',
    ['Councillor J. Ash', 'Cllr K. van der Meer', 'Councillor O’Dell'],
  ],
  ['Mr P Stone- Ridge and Ms Lea (virtually, from 7.15pm)', ['Mr P Stone-Ridge', 'Ms Lea']],
  ['Councillors: Ash (Chair) Birch (Group Spokesperson) and Cedar', ['Ash', 'Birch', 'Cedar']],
  ['None', []],
  ['', []],
];

test.for(lists)('%s', ([list, names]) => {
  expect(splitNames(list).map(({ name }) => name)).toEqual(names);
});

test('what stands in brackets or behind a comma as a role is kept apart', () => {
  expect(
    splitNames('Councillor D Ash, Vice-Chair, Councillor E Birch (Chair) and Ms Lea in the Chair'),
  ).toEqual([
    { name: 'Councillor D Ash', note: 'Vice-Chair' },
    { name: 'Councillor E Birch', note: 'Chair' },
    { name: 'Ms Lea', note: 'in the Chair' },
  ]);
});

test('prose is no list of names', () => {
  expect(isNameList('Mr Ash, Mrs Birch, MBE and Dr Cedar')).toBe(true);
  expect(isNameList('The Chairman thanked all those who helped.')).toBe(false);
  expect(isNameList('None')).toBe(false);
});

test('the people at either end of a sentence', () => {
  expect(namesAtStart('Councillors Ash and Birch (Labour) declared an interest')).toEqual({
    names: ['Ash', 'Birch'],
    rest: 'declared an interest',
  });
  expect(namesAtStart('The Head of Law advised').names).toEqual([]);
  expect(namesAtEnd('In respect of the Budget Report, Councillor Ash and Mr Birch').names).toEqual([
    'Councillor Ash',
    'Mr Birch',
  ]);
});

test('a hostile list ends in time', () => {
  const start = performance.now();
  for (const piece of ['Mr ', 'A, ', '(', 'and ', 'X'.repeat(50), '; ']) splitNames(piece.repeat(50_000));
  expect(performance.now() - start).toBeLessThan(3000);
});
