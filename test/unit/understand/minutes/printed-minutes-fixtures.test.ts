import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperText } from '../../../../src/domain/paper-text.ts';
import type { UnderstoodMinutes } from '../../../../src/domain/understood.ts';
import { blockText } from '../../../../src/papers/text/block-text.ts';
import { documentText } from '../../../../src/papers/text/document-text.ts';
import { openPdfReader } from '../../../../src/server/import/read-pdf.ts';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';
import { valueOf } from '../../../support/present.ts';

const meetings = findFixture('fixtures/2-documents/kent-cc-moderngov-pdfs/meetings');
const files =
  meetings === null
    ? []
    : readdirSync(meetings, { recursive: true, encoding: 'utf8' })
        .filter((file) => /minutes[^/]*\.pdf$/i.test(file))
        .toSorted();

const reader = openPdfReader();
afterAll(() => reader.close());

interface Read {
  readonly raw: string;
  readonly text: PaperText;
  readonly understood: UnderstoodMinutes;
  /** What is understood when the file has no tags, only letters in places. */
  readonly untagged: UnderstoodMinutes;
}

const readFile = async (file: string): Promise<Read> => {
  const bytes = readFileSync(join(meetings ?? '', file));
  const { pages } = valueOf(await reader.read(new Uint8Array(bytes)));
  const { text } = documentText(pages);
  const plain = documentText(pages.map((page) => ({ ...page, structure: null })));
  return {
    raw: text.pages.flatMap(({ blocks }) => blocks.map(blockText)).join('\n'),
    text,
    understood: readMinutes(basename(file), text),
    untagged: readMinutes(basename(file), plain.text),
  };
};

const words = (text: string): readonly string[] => text.match(/[\p{L}\d]+/gu) ?? [];
/** Without what a line's end may have put between the halves of a name. */
const plain = (text: string): string => text.replace(/[\s-]+/g, '');

const outline = ({ present, apologies, declarations, minutes }: UnderstoodMinutes) => ({
  present: present.map(({ value }) => value),
  apologies: apologies.map(({ value }) => value),
  declared: declarations.map(({ value }) => value.name),
  titles: minutes.map(({ value }) => [value.number, value.title, value.itemNumber, value.resolutions.length]),
  votes: minutes.flatMap(({ value }) => value.votes.map((vote) => ({ ...vote, title: '' }))),
});

test('there are minutes to read', ({ skip }) => {
  if (meetings === null) {
    skip(noFixtures);
    return;
  }
  expect(files.length).toBeGreaterThan(3);
});

describe.each(files)('%s', (file) => {
  let read: Read;
  beforeAll(async () => {
    read = await readFile(file);
  });
  const votes = () => read.understood.minutes.flatMap(({ value }) => value.votes);

  test('the head tells the committee, the day and the place that are printed in it', () => {
    const { raw, understood } = read;
    const { committee, date: day, start, venue } = understood.meeting;
    const sentence = /MINUTES of a meeting of the (.*) held in the (.*) on \w+, (\d+) (\w+) (\d{4})/.exec(
      raw,
    );
    expect(committee?.value).toBe(sentence?.[1]);
    expect(venue?.value).toBe(sentence?.[2]);
    const date = new Date(`${sentence?.[3]} ${sentence?.[4]} ${sentence?.[5]} UTC`)
      .toISOString()
      .slice(0, 10);
    const time = /\b(\d\d)\.(\d\d)\b/.exec(basename(file));
    expect(day).toMatchObject({ value: date, doubt: null });
    expect(start?.value ?? null).toBe(time === null ? null : `${date}T${time[1]}:${time[2]}`);
  });

  test('minutes are numbered without a gap, each with its item', () => {
    const { raw, understood } = read;
    const numbered = understood.minutes.filter(({ value }) => value.number !== null);
    const first = Number(numbered[0]?.value.number);
    expect(numbered.map(({ value }) => Number(value.number))).toEqual(numbered.map((_, at) => first + at));
    const items = [...raw.matchAll(/\(Item (\d+)\)/g)].map(([, item]) => item);
    expect(numbered.map(({ value }) => value.itemNumber)).toEqual(items);
    expect(items.length).toBeGreaterThan(2);
  });

  test('every RESOLVED is within a resolution, and there are no more', () => {
    const { raw, understood } = read;
    const resolutions = understood.minutes.flatMap(({ value }) => value.resolutions);
    expect(resolutions.length).toBe(raw.match(/\bRESOLVED\b/g)?.length);
    expect(resolutions.every((text) => text.includes('RESOLVED'))).toBe(true);
    // One that opens a list has it.
    const lists = resolutions.map((text) => text.split('\n')).filter(([first]) => first?.endsWith(':'));
    expect(lists.every((parts) => parts.length > 2)).toBe(true);
  });

  test('every printed number of a vote is that of the names', () => {
    const { raw } = read;
    const printed = [...raw.matchAll(/^(?:For|Against|Abstain) \((\d+)\)$/gm)].map(([, count]) =>
      Number(count),
    );
    const named = votes().filter(({ counted }) => counted !== null);
    expect(named.flatMap((vote) => [vote.for.length, vote.against.length, vote.abstained.length])).toEqual(
      printed,
    );
    expect(named.flatMap(({ counted }) => [counted?.for, counted?.against, counted?.abstained])).toEqual(
      printed,
    );
    expect(named.every(({ doubt }) => doubt === null)).toBe(true);
  });

  test('there is a vote for each motion or amendment carried or lost', () => {
    const { raw } = read;
    const told = [...raw.matchAll(/^(?:Substantive )?(?:Motion|Amendment) (carried|lost)\.$/gim)];
    expect(votes().map(({ result }) => result)).toEqual(told.map(([, result]) => result?.toLowerCase()));
  });

  test('names are names, with their honours', () => {
    const { raw, understood } = read;
    const { present, apologies, declarations } = understood;
    const voters = votes().flatMap((vote) => [...vote.for, ...vote.against, ...vote.abstained]);
    const names = [
      ...[...present, ...apologies].map(({ value }) => value),
      ...declarations.map(({ value }) => value.name),
      ...voters,
    ];
    expect(present.length).toBeGreaterThan(5);
    for (const name of new Set(names)) {
      expect(name).toMatch(/^(?:Mr|Mrs|Ms|Miss|Dr|Sir) \p{L}[^.;:()\d]*$|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u);
      expect(plain(raw)).toContain(plain(name));
    }
    const list = /^PRESENT: (.*)$/m.exec(raw)?.[1] ?? '';
    const honours = list.match(/, [A-Z]{3}\b/g)?.length ?? 0;
    expect(present.length).toBe(list.split(/,| and /).length - honours);
    expect(present.filter(({ value }) => /, [A-Z]{3}$/.test(value)).length).toBe(honours);
  });

  test('people that the minutes say are away or declare are found, and no others', () => {
    const { raw, understood } = read;
    const away = [...raw.matchAll(/[Aa]pologies (?:were received )?from ([^.]*)\./g)].flatMap(([, list]) =>
      (list ?? '').replace(/, MBE/g, '').split(/,| and /),
    );
    expect(understood.apologies.length).toBe(away.length);
    const declared = [...raw.matchAll(/^(?:\(?\d+\)? )?((?:Mr|Mrs|Ms|Miss) .{0,40}?) declared an? /gm)];
    expect(understood.declarations.length).toBe(
      declared.flatMap(([, who]) => (who ?? '').split(' and ')).length,
    );
  });

  test('no word under a title is lost, and no paragraph begins in its middle', () => {
    const { raw, understood } = read;
    const below = raw.slice(raw.indexOf('UNRESTRICTED ITEMS') + 'UNRESTRICTED ITEMS'.length);
    const kept = understood.minutes.flatMap(({ value }) => [
      value.number ?? '',
      value.title,
      value.itemNumber === null ? '' : `Item ${value.itemNumber}`,
      ...value.paragraphs,
    ]);
    expect(words(kept.join(' '))).toEqual(words(below));
    const paragraphs = understood.minutes.flatMap(({ value }) => value.paragraphs);
    expect(
      paragraphs.filter((paragraph) => /^\p{Ll}+ /u.test(paragraph) && !paragraph.startsWith('o ')),
    ).toEqual([]);
  });

  test('the same is understood without tags', () => {
    const { understood, untagged } = read;
    expect(outline(untagged)).toEqual(outline(understood));
  });

  test('every fact says where it was read', () => {
    const { text, understood } = read;
    for (const { from } of [
      ...understood.present,
      ...understood.apologies,
      ...understood.declarations,
      ...understood.minutes,
    ]) {
      expect(from.file).toBe(basename(file));
      expect(from.page).toBeGreaterThan(0);
      expect(from.page).toBeLessThanOrEqual(text.pages.length);
      expect(from.quote.length).toBeLessThanOrEqual(300);
    }
  });
});
