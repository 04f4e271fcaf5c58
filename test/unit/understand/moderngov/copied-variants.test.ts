import { expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { meetingIn, understand } from './real-sources.ts';

const page = (head: string, items: string): string => `${head}\n\nItems\nNo. Item\n\n${items}`;
const HEAD = 'Agenda and minutes\n\nPond Panel - Tuesday, 3rd March, 2026 6.30 p.m.\n\nVenue: Old Mill';
const read = (source: string) => meetingIn(understand(source));

test('an item that is called "Minutes" is no section', () => {
  const { items } = read(
    page(HEAD, '12.\n\nMinutes\n\nTo agree them.\n\nMinutes:\n\nAgreed.\n\n13.\n\nDucks\n'),
  );
  expect(items.map(({ number, title }) => [number, title.value])).toEqual([
    ['12', 'Minutes'],
    ['13', 'Ducks'],
  ]);
  expect(items[0]).toMatchObject({ text: ['To agree them.'], minute: { paragraphs: ['Agreed.'] } });
});

test.for([
  ['with a year', ['77/25', '78/25', '79/25'], ['78/26', '12/25']],
  ['behind a prefix', ['PP.9', 'PP.10', 'PP.11'], ['AB.10', '11']],
  ['behind a year', ['25/26-8', '25/26-9', '25/26-10'], ['24/25-9', '25/26-7']],
  ['with letters in brackets', ['5', '5(a)', '5(b)', '6'], ['4', '5']],
] as const)('numbers %s go up, and figures between them are none', ([, numbers, figures]) => {
  const items = numbers.map(
    (number, at) => `${number}\n\nTitle ${at}\n\nSaid:\n${figures[0]}\nand\n${figures[1]}\nso`,
  );
  expect(read(page(HEAD, items.join('\n\n'))).items.map(({ number }) => number)).toEqual(numbers);
});

test('numbers in front of their titles count where no line holds one alone', () => {
  const { items } = read(page(HEAD, '1. Apologies\n2. Minutes PDF 8 KB\nTo agree:\n1. the first\n3. Ducks'));
  expect(items.map(({ number, title }) => [number, title.value])).toEqual([
    ['1', 'Apologies'],
    ['2', 'Minutes'],
    ['3', 'Ducks'],
  ]);
});

test('what buttons say is nothing of an item, and reasons mark what is kept back', () => {
  const { items } = read(
    page(
      HEAD,
      `7.

The weir   (DOC, 12KB)

    • Share this item

View the decision for item 7.

Additional documents:

Plan , item 7. PDF 20 KB
Restricted enclosure 2 , View the reasons why document 7/2 is restricted
Valuation
View the reasons why document 'Valuation' is restricted
Costs (exempt)

8.

The sluice

View the reasons why the item is restricted`,
    ),
  );
  expect(items[0]).toMatchObject({ title: { value: 'The weir' }, text: [], exempt: false });
  expect(items[0]?.documents.map(({ title, restricted, url }) => [title, restricted, url])).toEqual([
    ['The weir', false, null],
    ['Plan', false, null],
    ['Restricted enclosure 2', true, null],
    ['Valuation', true, null],
    ['Costs (exempt)', true, null],
  ]);
  expect(items[1]).toMatchObject({ exempt: true, documents: [], text: [] });
});

test('a Welsh page gives the same facts', () => {
  const meeting = read(`Rhaglen a chofnodion drafft

Panel y Pwll - Dydd Mawrth, 6ed Ionawr, 2026 2.00 yp

Lleoliad: Yr Hen Felin. Cyfarwyddiadau

Cyswllt: Ann Sampl  E-bost: ann@sampl.example

Eitemau
Rhif eitem

9.

Cofnodion pdf eicon PDF 3 KB

Dogfennau ychwanegol:

Atodiad PDF 1 MB

Cofnodion:

Cytunwyd arnynt.`);
  expect(meeting).toMatchObject({
    committee: { value: 'Panel y Pwll' },
    start: { value: '2026-01-06T14:00' },
    venue: { value: 'Yr Hen Felin' },
    contact: { value: { name: 'Ann Sampl', email: 'ann@sampl.example' } },
    items: [
      {
        number: '9',
        numbered: 'minute',
        title: { value: 'Cofnodion' },
        documents: [{ title: 'Cofnodion' }, { title: 'Atodiad' }],
        minute: { number: '9', paragraphs: ['Cytunwyd arnynt.'] },
      },
    ],
  });
});

test.for([
  ['Tuesday, 3rd March, 2026 7.00 pm, CANCELLED\n\nNo documents are available for this meeting', 'cancelled'],
  ['Agenda\n\nPond Panel - Tuesday 3 March 2026 7.00 pm\n\nVenue: Old Mill', undefined],
  ['Pond Panel - Tuesday 3 March 2026 7.00 pm, POSTPONED\nProposed venue: Old Mill', 'moved'],
  [
    'Agenda\nPond Panel - Tuesday 3 March 2026 7.00 pm\nVenue: Old Mill\nPlease note that this meeting has now been cancelled.',
    'cancelled',
  ],
  ['Agenda\nCANCELLED - Pond Panel - Tuesday 3 March 2026 7.00 pm\nVenue: Old Mill', 'cancelled'],
] as const)('a copied meeting without items: %s', ([source, state]) => {
  const meeting = read(source);
  expect(meeting).toMatchObject({ start: { value: '2026-03-03T19:00' }, items: [] });
  expect(meeting.state?.value).toBe(state);
  expect(meeting.committee?.value).toBe(source.includes('Panel') ? 'Pond Panel' : undefined);
});

test('other words with a date are no meeting', () => {
  const written = 'Agenda\nPond Panel - Tuesday 3 March 2026 7.00 pm\nVenue: Old Mill\n1. Ducks\n2. Weirs';
  expect(recognise(written, null)).toEqual({ ok: false, error: 'unknown' });
  expect(recognise('Dear all,\nwe met on Tuesday 3 March 2026 at 7.00 pm.\nVenue: Old Mill', null)).toEqual({
    ok: false,
    error: 'unknown',
  });
});
