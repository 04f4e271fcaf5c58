import { expect, test } from 'vitest';
import { peopleLikeIn } from '../../../../src/app/import/people-like.ts';
import type { KnownPerson } from '../../../../src/domain/import-state.ts';
import type { DraftSeat } from '../../../../src/domain/meeting-draft.ts';

const person = (name: string): KnownPerson => ({ id: `id of ${name}`, name });
const seat = (name: string, holder?: string): DraftSeat => ({
  group: 'Members',
  role: 'member',
  name,
  ...(holder === undefined ? {} : { person: `id of ${holder}` }),
});

const people = ['Anna Ash', 'Mr B Ash', 'Cllr Carol Ash MBE', 'Dora Ash', 'Ben Birch'].map(person);
const like = peopleLikeIn(people);
const names = (one: DraftSeat, ...others: readonly DraftSeat[]) =>
  like(one, [one, ...others]).map(({ name }) => name);

test('somebody of the list is offered for a name that nobody there has, the likeliest first', () => {
  expect(names(seat('Mrs A Ash'))).toEqual(['Anna Ash', 'Mr B Ash', 'Cllr Carol Ash MBE']);
  expect(names(seat('Carol Ash'))).toEqual(['Cllr Carol Ash MBE', 'Anna Ash', 'Mr B Ash']);
  expect(names(seat('Benn Birch'))).toEqual(['Ben Birch']);
  expect(names(seat('Cleo Cedar'))).toEqual([]);
  expect(names(seat(''))).toEqual([]);
});

test('nobody is offered where it is known who it is, nor who has a seat already', () => {
  expect(names(seat('Dora Ash'))).toEqual([]);
  expect(names(seat('D. Ash', 'Dora Ash'))).toEqual([]);
  expect(names({ group: 'Members', role: 'member', vacant: true })).toEqual([]);
  expect(names(seat('E Ash'), seat('Anna Ash'), seat('Bert Ash', 'Mr B Ash'))).toEqual([
    'Cllr Carol Ash MBE',
    'Dora Ash',
  ]);
});
