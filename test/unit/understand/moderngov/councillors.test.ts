import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { CouncillorList } from '../../../../src/understand/moderngov/councillor-list.ts';
import { understandModernGov } from '../../../../src/understand/moderngov/understand-moderngov.ts';
import { noFixtures } from '../../../support/fixtures.ts';
import { valueOf } from '../../../support/present.ts';
import { readAnswers, realFolder, realSource, realSources, understand } from './real-sources.ts';

interface CouncilAnswer {
  readonly error?: string;
  readonly wards?: number;
}

const listIn = (source: string): CouncillorList => {
  const understood = understand(source);
  if (understood.kind !== 'councillors') throw new Error(understood.kind);
  return understood.list;
};
const answers = readAnswers('councillordata-xml-expected.json') as Record<string, CouncilAnswer>;
const isError = ({ error }: CouncilAnswer): boolean => error !== undefined;
const TELEPHONE = /(?:\+\s?44|\(?0\d)[\d\s()-]{7,}\d/u;

describe.skipIf(realFolder === null)(`councillors by ward of many councils, or ${noFixtures}`, () => {
  test('there are answers', () => expect(Object.keys(answers).length).toBeGreaterThan(25));

  test.for(Object.keys(answers).filter((file) => isError(answers[file] ?? {})))(
    '%s is an error page',
    (file) => {
      const given = { source: realSource(file), address: null, file };
      expect(understandModernGov(given)).toEqual({ ok: false, error: 'error-page' });
    },
  );

  test.for(Object.entries(answers).filter(([, one]) => !isError(one)))('%s', ([file, expected]) => {
    const { wards, whole } = listIn(realSource(file));
    const councillors = wards.flatMap(({ value }) => value.councillors.map((one) => one.value));
    expect(whole).toBe(true);
    expect({
      wards: wards.length,
      councillors: councillors.length,
      countMismatch: wards.filter(({ doubt }) => doubt === 'disagrees').length,
      emptyWards: wards.filter(({ value }) => value.councillors.length === 0).length,
      withTerms: councillors.filter(({ terms }) => terms.length > 0).length,
      noParty: councillors.filter(({ party }) => party === null).length,
    }).toEqual(expected);
    expect(councillors.every(({ name, aliases }) => name !== '' && aliases.length === 1)).toBe(true);
  });

  test('terms are dates, or open where the source says "unspecified"', () => {
    for (const { source } of realSources.filter(({ folder }) => folder.startsWith('councillordata'))) {
      const said = source.match(/<(?:start|end)date>[^<]*/gu) ?? [];
      const read = understandModernGov({ source, address: null, file: '' });
      if (!read.ok || read.value.kind !== 'councillors') continue;
      const dates = read.value.list.wards
        .flatMap(({ value }) => value.councillors.flatMap((one) => one.value.terms))
        .flatMap(({ start, end }) => [start, end]);
      expect(dates).toEqual(
        said.map((text) => {
          const [day, month, year] = text.slice(text.indexOf('>') + 1).split('/');
          return year === undefined ? null : `${year}-${month}-${day}`;
        }),
      );
    }
  });

  test('nothing private of any council comes through', () => {
    let looked = 0;
    for (const { file, source } of realSources.filter(({ folder }) => folder.startsWith('councillordata'))) {
      const read = understandModernGov({ source, address: null, file });
      if (!read.ok) continue;
      const output = JSON.stringify(valueOf(read));
      expect(output).not.toMatch(TELEPHONE);
      for (const secret of privateTexts(source)) {
        looked += 1;
        expect(output).not.toContain(secret);
      }
    }
    expect(looked).toBeGreaterThan(5000);
  });
});

/** Every text of home addresses and surgeries, and the telephone numbers and postcodes of offices. */
const privateTexts = (source: string): readonly string[] => {
  const document = parseDocument(source, { xmlMode: true });
  const texts = (name: string, shortest: number, of = /./u): readonly string[] =>
    DomUtils.getElementsByTagName(name, document).flatMap(({ children }) =>
      children
        .filter((line) => 'name' in line && of.test(line.name))
        .map((line) => DomUtils.textContent(line).trim())
        .filter((text) => text.length >= shortest),
    );
  return [
    ...texts('homeaddress', 1),
    // A surgery's line may be as short as the name of a ward.
    ...texts('surgerydetails', 20),
    ...texts('workaddress', 4, /phone|mobile|postcode|email/u),
  ];
};

const councillor = (inner: string): string => `
  <councillor><councillorid>7</councillorid><fullusername>Councillor Ada Sample 01632 960123</fullusername>
  <politicalpartytitle> </politicalpartytitle><keyposts>Mayor &amp;amp; Chair; Call 07700 900123</keyposts>${inner}
  <homeaddress><line1>1 Hidden Lane</line1><postcode>ZZ1 1ZZ</postcode><phone>01632 960456</phone></homeaddress>
  <surgerydetails><line1>Behind the blue door</line1></surgerydetails></councillor>`;
const ward = (count: string, inner: string): string =>
  `<ward><wardtitle>Mill &amp;amp; Hill</wardtitle><councillors>${count}${inner}</councillors></ward>`;
const answer = (inner: string): string => `<councillorsbyward><wards>${inner}</wards></councillorsbyward>`;

test('a councillor is read without what is private, also where it hides in public lines', () => {
  const { wards } = listIn(
    answer(
      ward(
        '<councillorcount> 1</councillorcount>',
        councillor(
          '<termsofoffice><termofoffice><startdate>01/05/2023</startdate><enddate>unspecified</enddate></termofoffice></termsofoffice>',
        ),
      ),
    ),
  );
  expect(wards[0]).toMatchObject({
    doubt: null,
    value: {
      title: 'Mill & Hill',
      councillors: [
        {
          value: {
            name: 'Councillor Ada Sample',
            party: null,
            ward: 'Mill & Hill',
            keyPosts: ['Mayor & Chair', 'Call'],
            terms: [{ start: '2023-05-01', end: null }],
          },
        },
      ],
    },
  });
  expect(JSON.stringify(wards)).not.toMatch(/Hidden|ZZ1|blue door|9601|9001|9604/u);
});

test('a ward that says another number of councillors is doubted, and half an answer is told', () => {
  const two = ward('<councillorcount>2</councillorcount>', councillor(''));
  expect(listIn(answer(two)).wards[0]?.doubt).toBe('disagrees');
  expect(listIn(answer(ward('', councillor('')))).wards[0]?.doubt).toBe(null);
  expect(listIn(answer(two).slice(0, -60)).whole).toBe(false);
});
