import { describe, expect, test } from 'vitest';
import { findWithin } from '../../../../src/understand/changes/find-within.ts';
import { howAlike } from '../../../../src/understand/changes/how-alike.ts';
import { matchSupplement } from '../../../../src/understand/changes/match-supplement.ts';
import { textOfPages } from '../../../../src/understand/changes/passages.ts';
import { sameText } from '../../../../src/understand/changes/text-key.ts';
import { whatChanged } from '../../../../src/understand/changes/what-changed.ts';
import { noFixtures } from '../../../support/fixtures.ts';
import { present } from '../../../support/present.ts';
import { paperNamed, readMeetingPapers, type RealPaper } from './kent-papers.ts';

const council = await readMeetingPapers('full_council__2025-02-13');
const cabinet = await readMeetingPapers('cabinet__2025-01-30');
const march = await readMeetingPapers('cabinet__2025-03-04');
const isSecond = ({ title }: RealPaper): boolean => title.endsWith('_1');
const isAmendment = ({ title }: RealPaper): boolean => /^\d - (?:Amendment|Annex)/.test(title);

describe.skipIf(council === null)(`second files of one name, or ${noFixtures}`, () => {
  const papers = council ?? [];
  const seconds = papers.filter(isSecond);
  const firsts = papers.filter((paper) => isAmendment(paper) && !isSecond(paper));

  test('are later issues: nearly the same words, and not the same', () => {
    expect(seconds).toHaveLength(3);
    for (const second of seconds) {
      const first = present(
        firsts.find(({ title }) => `${title}_1` === second.title),
        'first issue',
      );
      expect(sameText(first.text, second.text)).toBe(false);
      expect(howAlike(first.text, second.text)).toBeGreaterThan(0.9);
      const changes = whatChanged(first.text, second.text);
      expect(changes.map(({ kind }) => kind)).toEqual(['changed']);
    }
  });

  test('replace the first, and no other amendment on the same form', () => {
    const matches = matchSupplement(firsts, seconds);
    expect(matches.map((match) => match.kind === 'replaces' && `${match.present.title}_1`)).toEqual(
      seconds.map(({ title }) => title),
    );
    expect(matches.every(({ doubt }) => doubt === null)).toBe(true);
  });

  test('an amendment that the meeting has not is new, though others use its form', () => {
    for (const added of firsts) {
      const others = firsts.filter((paper) => paper !== added);
      expect(matchSupplement(others, [added])).toMatchObject([{ kind: 'new', doubt: null }]);
    }
  });

  test('the pack holds each of its documents once, the later issue where there are two', () => {
    const pack = paperNamed(papers, /^PACK/);
    const singles = papers.filter(isAmendment);
    const within = partsOf(pack).map((part) =>
      singles.filter(({ text }) => sameText(text, part.text)).map(({ title }) => title),
    );
    expect(within.every((titles) => titles.length === 1)).toBe(true);
    expect(within.flat().filter((title) => title.endsWith('_1'))).toHaveLength(3);
    const found = singles.filter(({ text }) => findWithin(pack.text, text) !== null);
    expect(new Set(found.map(({ title }) => title))).toEqual(new Set(within.flat()));
    for (const part of partsOf(pack)) {
      expect(findWithin(pack.text, part.text)).toMatchObject({ first: part.first });
    }
  });
});

describe.skipIf(cabinet === null)(`a supplement to one item, or ${noFixtures}`, () => {
  const papers = cabinet ?? [];
  const supplied = papers.filter(({ title }) => title.startsWith('Item 7 - Supplementary'));
  const others = papers.filter(({ title }) => !/^(?:PACK|Item 7)/.test(title));

  test('brings a later issue of the report and an appendix that was not there', () => {
    const matches = matchSupplement(others, supplied);
    expect(matches.map(({ kind, doubt }) => ({ kind, doubt }))).toEqual([
      { kind: 'new', doubt: null },
      { kind: 'replaces', doubt: null },
    ]);
    const original = paperNamed(papers, /^24-00109 - Transfer/);
    expect(matches[1]).toMatchObject({ present: { title: original.title } });
  });

  test('its pack holds both, and nothing else but its front sheet', () => {
    const pack = paperNamed(papers, /^PACK Item 7/);
    const parts = partsOf(pack);
    expect(parts.map((part) => supplied.filter(({ text }) => sameText(text, part.text)).length)).toEqual([
      1, 1,
    ]);
    const original = paperNamed(papers, /^24-00109 - Transfer/);
    expect(findWithin(pack.text, original.text)).toBeNull();
    expect(matchSupplement(supplied, parts.map(asDocument)).map(({ kind }) => kind)).toEqual([
      'same',
      'same',
    ]);
  });

  test('what changed in the report is told by its printed numbers, and what did not is not told', () => {
    const [before, after] = [
      paperNamed(papers, /^24-00109 - Transfer/),
      present(supplied[1], 'supplied report'),
    ];
    const changes = whatChanged(before.text, after.text);
    const numbers = changes.map((change) =>
      change.kind === 'added' ? change.after.number : change.before.number,
    );
    expect(numbers.filter((number) => number !== null)).toEqual(['1.2', '7.2', '7.2']);
    expect(changes.length).toBeLessThan(8);
    const runs = changes.map((change) => (change.kind === 'changed' ? change.runs : null));
    expect(runs.every((list) => list === null || list.some(({ kind }) => kind !== 'kept'))).toBe(true);
    expect(whatChanged(before.text, before.text)).toEqual([]);
  });

  test('a draft decision that quotes its report is not an issue of it', () => {
    const draft = paperNamed(papers, /^24-00096 - PRoD$/);
    const report = paperNamed(papers, /^24-00096 - Commissioning/);
    expect(matchSupplement([report], [draft])).toMatchObject([{ kind: 'new', doubt: 'guessed' }]);
    const pack = paperNamed(papers, /^PACK 24-00096/);
    expect(matchSupplement([report, draft], partsOf(pack).map(asDocument))).toMatchObject([
      { kind: 'same', present: { title: draft.title } },
    ]);
  });

  test('minutes are the same under the name that the next meeting gives them', () => {
    const printed = paperNamed(papers, /^Printed minutes/);
    const previous = paperNamed(march ?? [], /^Minutes of Previous/);
    expect(sameText(printed.text, previous.text)).toBe(true);
  });
});

describe.skipIf(council === null)(`all papers of a meeting, or ${noFixtures}`, () => {
  test('are each the same as themselves only', () => {
    const papers = (council ?? []).filter(({ title }) => !title.startsWith('PACK'));
    for (const [at, one] of papers.entries()) {
      expect(howAlike(one.text, one.text)).toBe(1);
      for (const other of papers.slice(at + 1)) expect(sameText(one.text, other.text)).toBe(false);
    }
  });

  test('two long papers that have nothing in common are compared within a second', () => {
    const [one, other] = [
      paperNamed(council ?? [], /^PACK/),
      paperNamed(march ?? [], /^QPR Q3 Cabinet appendix/),
    ];
    const start = performance.now();
    expect(whatChanged(one.text, other.text).length).toBeGreaterThan(100);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

interface PackPart {
  readonly title: string;
  readonly first: number;
  readonly text: RealPaper['text'];
}

/** What stands in a pack by its bookmarks, without the agenda. */
const partsOf = (pack: RealPaper): readonly PackPart[] => {
  const starts = pack.outline.map(({ page }) => page ?? 1);
  return pack.outline
    .map(({ title }, at) => {
      const first = starts[at] ?? 1;
      return { title, first, text: textOfPages(pack.text, first, (starts[at + 1] ?? Infinity) - 1) };
    })
    .filter(({ title }) => title !== 'Agenda');
};

const asDocument = ({ title, text }: PackPart) => ({ title, itemNumber: null, text });
