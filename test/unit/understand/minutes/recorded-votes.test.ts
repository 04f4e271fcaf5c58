import { describe, expect, test } from 'vitest';
import { printedLines } from '../../../../src/understand/minutes/printed-lines.ts';
import { readVotes } from '../../../../src/understand/minutes/recorded-votes.ts';
import { samplePaper } from './sample-paper.ts';

const votes = (source: string) => readVotes(printedLines(samplePaper(source)), 'Budget');

describe('lists under headings', () => {
  const source = `
    * 3) | Mr Ash proposed, and Ms Birch seconded the following amendment:
    * 4) | The Chairman put the amendment to the vote and the voting was as follows:
    For (3)
    Mr Ash, OBE, Ms Birch,
    ---
    Sir Hugh Cole, CBE, JP
    Against (2)
    Dr Dale, Mrs Elm
    Abstain (0)
    Amendment carried.
    * 5) | RESOLVED that the sum be spent.`;

  test('every name is on its side, also across pages', () => {
    expect(votes(source)).toEqual([
      {
        title: 'The Chairman put the amendment to the vote and the voting was as follows:',
        for: ['Mr Ash, OBE', 'Ms Birch', 'Sir Hugh Cole, CBE, JP'],
        against: ['Dr Dale', 'Mrs Elm'],
        abstained: [],
        counted: { for: 3, against: 2, abstained: 0 },
        result: 'carried',
        doubt: null,
      },
    ]);
  });

  test('a number that is not that of the names is doubted', () => {
    expect(votes(source.replace('Against (2)', 'Against (4)'))[0]).toMatchObject({
      counted: { for: 3, against: 4, abstained: 0 },
      doubt: 'disagrees',
    });
  });

  test('a list without its names is doubted when the others have theirs', () => {
    expect(votes(source.replace('Dr Dale, Mrs Elm', ''))[0]).toMatchObject({
      against: [],
      doubt: 'disagrees',
    });
  });
});

test('sides in one paragraph, with numbers behind the names', () => {
  const [vote] = votes(`
    A recorded vote was taken on the motion.
    For: Councillors Ash, Birch and Cole (3). Against: Councillors Dale and Elm (2). Abstentions: None.
    The motion was declared CARRIED.`);
  expect(vote).toEqual({
    title: 'A recorded vote was taken on the motion.',
    for: ['Ash', 'Birch', 'Cole'],
    against: ['Dale', 'Elm'],
    abstained: [],
    counted: { for: 3, against: 2, abstained: 0 },
    result: 'carried',
    doubt: null,
  });
});

test('names one below the other', () => {
  expect(
    votes(`
    Voting in favour of the motion:
    Councillor A Ash
    Councillor B Birch
    Voting against the motion: Councillor C Cole
    Abstaining: Councillor D Dale
    The Mayor thanked everybody.
    Absent: Councillor E Elm`),
  ).toMatchObject([
    {
      for: ['Councillor A Ash', 'Councillor B Birch'],
      against: ['Councillor C Cole'],
      abstained: ['Councillor D Dale'],
      counted: null,
      result: null,
      doubt: null,
    },
  ]);
});

test('sentences', () => {
  expect(
    votes(`
    Councillors Ash and Birch voted for the amendment, Councillors Cole and Dale voted against and Councillor Elm abstained.
    The amendment was therefore lost.`),
  ).toMatchObject([
    { for: ['Ash', 'Birch'], against: ['Cole', 'Dale'], abstained: ['Councillor Elm'], result: 'lost' },
  ]);
  expect(votes('Councillor Ash asked that his vote against the recommendation be recorded.')).toMatchObject([
    { for: [], against: ['Councillor Ash'], counted: null, doubt: null },
  ]);
  expect(votes('The following Members voted against: Cllr Ash, Cllr Birch (2).')).toMatchObject([
    { against: ['Cllr Ash', 'Cllr Birch'], doubt: null },
  ]);
});

test('tables: a row each, a column each, a mark for each', () => {
  expect(
    votes(`
    | Vote | Councillors | Count |
    | For | Ash, Mrs B Birch and Cole | 3 |
    | Against | Dale | 2 |
    | Abstain | None | 0 |
    Motion lost`),
  ).toMatchObject([
    {
      for: ['Ash', 'Mrs B Birch', 'Cole'],
      against: ['Dale'],
      counted: { for: 3, against: 2, abstained: 0 },
      result: 'lost',
      doubt: 'disagrees',
    },
  ]);
  expect(
    votes(`
    | For | Against | Abstain |
    | Cllr Ash | Cllr Birch | |
    | Cllr Cole | | |`),
  ).toMatchObject([{ for: ['Cllr Ash', 'Cllr Cole'], against: ['Cllr Birch'], abstained: [] }]);
  expect(
    votes(`
    | Member | For | Against | Abstention |
    | Cllr Ash | X | | |
    | Cllr Birch | | X | |
    | Cllr Cole | | | X |`),
  ).toMatchObject([{ for: ['Cllr Ash'], against: ['Cllr Birch'], abstained: ['Cllr Cole'] }]);
});

test('numbers alone, and results alone', () => {
  expect(
    votes(`
    The motion was put to the vote and was carried by 12 votes to 5 with two abstentions.
    Mr Ash moved an amendment that the sum be doubled.
    Amendment lost.
    On being put to the vote the substantive motion was not carried.`),
  ).toMatchObject([
    { for: [], counted: { for: 12, against: 5, abstained: 2 }, result: 'carried', doubt: null },
    { title: 'Mr Ash moved an amendment that the sum be doubled.', counted: null, result: 'lost' },
    { result: 'lost' },
  ]);
});

test('what only speaks of votes is none', () => {
  expect(
    votes(`
    The Chairman said that if the motion was carried a letter would be written.
    For example, the amendment would be costly. For this reason Members were against it.
    Write to all local MPs to inform them that our motion has been passed.
    Ms Ash had drawn up two lists. Against: Mr Birch
    Lower the age of voting to 16.`),
  ).toEqual([]);
});

test('a result before its lists is theirs', () => {
  expect(
    votes(`
    On a recorded vote the motion was carried, the voting being as follows:
    Ayes (2): Cllr Ash, Cllr Birch
    Noes (1): Cllr Cole
    The Mayor thanked everybody.
    Amendment carried.
    The amendment was therefore carried.
    The motion fell.`),
  ).toMatchObject([
    { for: ['Cllr Ash', 'Cllr Birch'], against: ['Cllr Cole'], result: 'carried', doubt: null },
    { for: [], counted: null, result: 'carried' },
    { for: [], counted: null, result: 'lost' },
  ]);
});

test('totals below their lists, and lists behind other words', () => {
  expect(
    votes(`
    Members voting for the motion:
    Councillors Ash, Birch
    Total: 2
    Members voting against the motion:
    Councillor Cole
    Total: 2
    Members abstaining: None`),
  ).toMatchObject([
    {
      for: ['Ash', 'Birch'],
      against: ['Councillor Cole'],
      counted: { for: 2, against: 2 },
      doubt: 'disagrees',
    },
  ]);
  expect(
    votes(
      'Voting was recorded as follows:- For the motion: Cllrs Ash and Birch (2) Against the motion: Cllr Cole (1)',
    ),
  ).toMatchObject([
    { for: ['Ash', 'Birch'], against: ['Cllr Cole'], counted: { for: 2, against: 1 }, doubt: null },
  ]);
  expect(votes('(For: 3; Against: 1; Abstentions: 0)')).toMatchObject([
    { for: [], counted: { for: 3, against: 1, abstained: 0 }, doubt: null },
  ]);
});

test('two votes right below each other', () => {
  expect(
    votes(`
    For (1)
    Mr Ash
    Against (1)
    Mr Birch
    For (1)
    Mr Birch
    Against (1)
    Mr Ash`),
  ).toMatchObject([
    { for: ['Mr Ash'], against: ['Mr Birch'], doubt: null },
    { for: ['Mr Birch'], against: ['Mr Ash'], doubt: null },
  ]);
});

test('a result set to the right of the last names, or of prose', () => {
  expect(
    votes(`
    Mr Ash moved an amendment, “that the hall be let.” Amendment carried.
    For (1) Mr Ash
    Against (2) Mr Birch, Ms Cole
    Abstain (2)
    Dr Dale, Mrs Elm Substantive Motion lost.`),
  ).toMatchObject([
    { for: [], counted: null, result: 'carried' },
    {
      abstained: ['Dr Dale', 'Mrs Elm'],
      counted: { for: 1, against: 2, abstained: 2 },
      result: 'lost',
      doubt: null,
    },
  ]);
});
