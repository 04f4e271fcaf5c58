import { hasChildren } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { understandModernGov } from '../../../../src/understand/moderngov/understand-moderngov.ts';
import { noFixtures } from '../../../support/fixtures.ts';
import { seeded } from '../../../support/seeded.ts';
import { realFolder, realSources } from './real-sources.ts';

type Chance = () => number;
type Mutation = (source: string, chance: Chance) => string;

const REPEATED = [
  'agendaitem',
  'meeting',
  'councillor',
  'ward',
  'committee',
  'linkeddoc',
  'tr',
  'li',
  'div',
  'td',
];
const FAULTS = ['error-page', 'empty', 'unknown', 'too-large'];
const SEEDS = [1, 2];
// A hundred times what it takes alone; other tests run beside this one.
const MOST_MS = 10_000;

const tagsOf = (source: string): readonly RegExpExecArray[] => [
  ...source.matchAll(/<\/?[a-z]\w*[^<>]{0,400}>/giu),
];
const pick = <T>(all: readonly T[], chance: Chance): T | undefined => all[Math.floor(chance() * all.length)];

/** One whole element of a name, from its opening tag to the next closing one. */
const elementsOf = (source: string, name: string): readonly RegExpExecArray[] => [
  ...source.matchAll(new RegExp(`<${name}[ >][^]*?</${name}>`, 'gu')),
];

const anElement = (source: string, chance: Chance): RegExpExecArray | undefined => {
  const names = REPEATED.filter((name) => source.includes(`<${name}`));
  return pick(elementsOf(source, pick(names, chance) ?? 'p'), chance);
};

const mutations: Readonly<Record<string, Mutation>> = {
  'a missing element': (source, chance) => {
    const found = anElement(source, chance);
    return found === undefined ? source.slice(1) : source.replace(found[0], '');
  },
  'a missing tag': (source, chance) => {
    const found = pick(tagsOf(source), chance);
    return found === undefined
      ? ''
      : source.slice(0, found.index) + source.slice(found.index + found[0].length);
  },
  'escapes doubled': (source, chance) =>
    chance() < 0.5 ? source.replaceAll('&', '&amp;') : source.replaceAll('<', '&lt;'),
  'two hundred items': (source, chance) => {
    const found = anElement(source, chance);
    return found === undefined ? source : source.replace(found[0], () => found[0].repeat(200));
  },
  'an empty title': (source) =>
    source
      .replaceAll(/(<(?:agendaitemtitle|title|fullusername|wardtitle|committeetitle)>)[^<]*/gu, '$1')
      .replaceAll(/(class="mg(?:AiTitle|SubTitle)\w+"[^>]{0,200}>)[^<]*/gu, '$1'),
  'children in another order': (source, chance) => {
    const document = parseDocument(source, { xmlMode: source.startsWith('<?xml') });
    const parents = DomUtils.find(
      (node) => hasChildren(node) && node.children.length > 2,
      document.children,
      true,
      1e5,
    );
    const parent = pick(parents, chance);
    if (parent === undefined || !hasChildren(parent)) return source;
    parent.children = parent.children
      .map((child) => ({ child, at: chance() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ child }) => child);
    return DomUtils.getOuterHTML(document, { xmlMode: source.startsWith('<?xml') });
  },
  'cut in the middle': (source, chance) => source.slice(0, Math.floor(chance() * source.length)),
};

/** What came of a source: facts or a fault, within the time. */
const tryOut = (source: string, address: string | null): string => {
  const began = performance.now();
  const recognised = recognise(source, address);
  const read = understandModernGov({ source, address, file: 'mutated' });
  expect(performance.now() - began).toBeLessThan(MOST_MS);
  expect(read.ok).toBe(recognised.ok);
  return read.ok ? JSON.stringify(read.value).slice(0, 10) : read.error;
};
const outcomes = [...FAULTS, '{"kind":"m', '{"kind":"c'];

describe.skipIf(realFolder === null)(`damaged answers and pages, or ${noFixtures}`, () => {
  test('there are sources', () => expect(realSources.length).toBeGreaterThan(40));

  test.for(Object.keys(mutations))('%s gives facts or a fault', { timeout: 60_000 }, (name) => {
    const mutate = mutations[name] ?? String;
    let facts = 0;
    for (const { file, source } of realSources)
      for (const seed of SEEDS) {
        const damaged = mutate(source, seeded(seed * 1000 + file.length));
        const outcome = tryOut(damaged, seed === 1 ? `https://example.gov.uk/${file}` : null);
        expect(outcomes).toContain(outcome);
        if (!FAULTS.includes(outcome)) facts += 1;
      }
    // Damage to one place must not cost all the rest; only half of these leave nothing that is left to read.
    expect(facts).toBeGreaterThan(name === 'escapes doubled' ? 20 : 50);
  });
});

const hostile: Readonly<Record<string, string>> = {
  'elements without end': '<div id="modgov">'.repeat(300_000),
  'items within items': `<div id="modgov"><table id="mgItemTable">${'<tr><td class="mgItemNumberCell">1<table>'.repeat(200)}`,
  'lists within lists': `<div id="modgov"><td class="mgItemNumberCell">1</td><td>${'<ul class="mgBulletList"><li>a'.repeat(60)}${'x'.repeat(100_000)}`,
  'many items': `<td class="mgItemNumberCell">1.</td><td><p class="mgAiTitleTxt">a</p></td>`.repeat(40_000),
  'one long word': `<committees><committee><committeetitle>${'x'.repeat(4_000_000)}`,
  'spaces only': `<meeting><meetingtime>${' '.repeat(3_000_000)}</meetingtime></meeting>`,
  ampersands: `<meeting><agendaitems><agendaitem><agendaitemtitle>${'&amp;amp;'.repeat(400_000)}`,
  brackets: `<meeting><agendaitems><agendaitem><agendatext>${'&lt;a '.repeat(500_000)}`,
  digits: `<councillorsbyward><wards><ward><wardtitle>${'0 '.repeat(1_000_000)}</wardtitle></ward></wards></councillorsbyward>`,
  'numbered lines': `Items\n${'1.\nMinutes:\n2.\nA\n'.repeat(100_000)}`,
  'votes without end': `<td class="mgItemNumberCell">1</td><td><table><caption>Recorded Vote</caption>${'<tr><td>a</td><td>b</td></tr>'.repeat(40_000)}`,
  'children without end': `<councillorsbyward><wards><ward><ward>${'<ward/>'.repeat(300_000)}`,
  'a lone surrogate': `<committees><committee><committeeid>1</committeeid><committeetitle>\uD800</committeetitle></committee></committees>`,
  'entities only': `<div id="modgov"><h2 class="mgSubTitleTxt">${'&amp;#32;&nbsp;'.repeat(350_000)}`,
  'attributes without end': `<div id="modgov"><a href="${'x=" '.repeat(1_000_000)}`,
  'a script that plays an agenda': `<div id="modgov"><script>${'<td class="mgItemNumberCell">1</td>'.repeat(60_000)}</script>`,
  'a hundred thousand tags in each other': `<div id="modgov">${'<b><i>'.repeat(50_000)}`,
  'meetings without a committee': `<getmeetingsbydate>${'<meeting><meetingid>1</meetingid></meeting>'.repeat(60_000)}`,
  'links in one row': `<table><tr><td>3 May 2026</td>${'<td><a href="ieListDocuments.aspx?MId=1"></a></td>'.repeat(40_000)}`,
  'titles in boxes': `<div id="modgov"><h2 class="mgSubTitleTxt">3 May 2026</h2>${'<div><p class="mgAiTitleTxt">1.</p>'.repeat(300)}${'<p class="mgAiTitleTxt">a</p>'.repeat(40_000)}`,
  'a JSON of one list': `[${'{"meetingid":1},'.repeat(200_000)}1]`,
  'reasons without end': `Items\n1.\nA\n${'view the reasons why document '.repeat(100_000)}`,
  'notices without end': `<div id="modgov">${`<p>the ${'meeting was '.repeat(50)}</p>`.repeat(5000)}`,
  'names of objects': '<__proto__><constructor><meeting/></constructor></__proto__>',
  'bytes that are no text': '\u0000\u0001<\u0000meeting>\uFFFD',
};

test.for(Object.keys(hostile))('%s: an end within the time', { timeout: 60_000 }, (name) => {
  expect(outcomes).toContain(tryOut(hostile[name] ?? '', null));
  expect(outcomes).toContain(
    tryOut(hostile[name] ?? '', 'https://example.gov.uk/ieListDocuments.aspx?MId=1'),
  );
});
