import { expect, test } from 'vitest';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { samplePaper } from './sample-paper.ts';

const read = (apologies: string, interests: string) =>
  readMinutes(
    'minutes.pdf',
    samplePaper(`
    # 1. Apologies for Absence
    ${apologies}
    # 2. Declarations of Interest
    ${interests}`),
  );
const away = (said: string) => read(said, 'None.').apologies.map(({ value }) => value);
const declared = (said: string) => read('None.', said).declarations.map(({ value }) => value);

test.for<readonly [string, readonly string[]]>([
  ['Apologies were received from Nell Ash and Bob Birch.', ['Nell Ash', 'Bob Birch']],
  [
    'Apologies were received from Councillor Ash and Tom Birch (Parent Governor).',
    ['Councillor Ash', 'Tom Birch'],
  ],
  [
    'The Clerk reported apologies from Mr A. Ash, OBE, Cllr. Birch and Dr Cole.',
    ['Mr A. Ash, OBE', 'Cllr. Birch', 'Dr Cole'],
  ],
  ['Councillors Ash and Birch sent their apologies.', ['Ash', 'Birch']],
  [
    'Apologies for absence were received from Councillor Ash, who was ill, and the Chief Executive.',
    ['Councillor Ash'],
  ],
  [
    'Apologies were submitted on behalf of Councillor Ash due to work with Councillor Birch.',
    ['Councillor Ash'],
  ],
  ['Councillor Ash (Councillor Birch substituting), Councillor Cole', ['Councillor Ash', 'Councillor Cole']],
  ['No apologies were received from Members.', []],
  ['There were no apologies from Councillors.', []],
  ['No apologies had come from Councillor Ash.', []],
  ['None.', []],
  ['Councillor Ash gave apologies for lateness.', []],
  ['Councillor Ash substituted for Councillor Birch.', []],
])('who is away: %s', ([said, names]) => {
  expect(away(said)).toEqual(names);
});

test('a declaration keeps its whole paragraph, without its number', () => {
  expect(declared('* 2) | Mrs Ash, MBE declared an interest in item 4. She left the room.')).toEqual([
    { name: 'Mrs Ash, MBE', text: 'Mrs Ash, MBE declared an interest in item 4. She left the room.' },
  ]);
});

test.for<readonly [string, readonly string[]]>([
  ['No Member, nor Councillor Ash, declared an interest.', []],
  ['There were no interests declared by Councillor Ash or others.', []],
  ['No declarations were made by Councillor Ash.', []],
  ['Members who were parish councillors declared an interest.', []],
  ['The Head of Law advised that it was not necessary to declare what the register held.', []],
  ['In respect of item 5, Budget, Councillor Ash declared an interest.', ['Councillor Ash']],
  ['Nell Ash declared that she was a governor.', ['Nell Ash']],
  ['Councillor Ash, as a trustee of the Hall, declared an interest.', ['Councillor Ash']],
  ['A declaration of interest was made by Councillor Ash in relation to item 5.', ['Councillor Ash']],
  ['Councillors Ash and Birch – Item 5 – they let land.', ['Ash', 'Birch']],
])('who declared: %s', ([said, names]) => {
  expect(declared(said).map(({ name }) => name)).toEqual(names);
});

test('an apology at the head and in its minute is one, in the order of the paper', () => {
  const { apologies } = readMinutes(
    'minutes.pdf',
    samplePaper(`
    Present: Cllr Ash
    Apologies: Cllr Birch, Cllr Cole
    # 1. Apologies for Absence
    Apologies were received from Cllr Dale and Cllr Birch.
    # 2. Budget
    Nobody spoke.`),
  );
  expect(apologies.map(({ value }) => value)).toEqual(['Cllr Birch', 'Cllr Cole', 'Cllr Dale']);
});
