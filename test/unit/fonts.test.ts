import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { languages, type LanguageTag } from '../../src/i18n/languages.ts';
import { codePointsOfWoff2 } from '../support/woff2-code-points.ts';

/** Which file gives a language its letters, besides the Latin ones (src/styles/fonts.scss). */
const scriptOf: Partial<Record<LanguageTag, string>> = {
  bn: 'bengali',
  pa: 'gurmukhi',
  ur: 'arabic',
  ckb: 'arabic',
  'zh-Hans': 'hans',
  'yue-Hant': 'hant',
};

/** The letters that have to come from the language's own font, never from a Latin one. */
const ownLetters: Partial<Record<LanguageTag, RegExp>> = {
  bn: /\p{Script_Extensions=Bengali}/u,
  pa: /\p{Script_Extensions=Gurmukhi}/u,
  ur: /\p{Script_Extensions=Arabic}/u,
  ckb: /\p{Script_Extensions=Arabic}/u,
  'zh-Hans': /\p{Script_Extensions=Han}|[\u3000-\u303f\uff00-\uffef]/u,
  'yue-Hant': /\p{Script_Extensions=Han}|[\u3000-\u303f\uff00-\uffef]/u,
};

const root = new URL('../../', import.meta.url);
const pointsOf = async (name: string): Promise<ReadonlySet<number>> =>
  codePointsOfWoff2(await readFile(new URL(`public/fonts/${name}.woff2`, root)));

const latin = new Set([...(await pointsOf('latin')), ...(await pointsOf('latin-ext'))]);

const charactersOf = async (tag: LanguageTag): Promise<readonly string[]> => {
  const folder = new URL(`locales/${tag}/`, root);
  const texts = (await readdir(folder)).map(async (part) => {
    const sentences: Record<string, string> = JSON.parse(await readFile(new URL(part, folder), 'utf8'));
    return Object.values(sentences).join('');
  });
  return [...new Set((await Promise.all(texts)).join(''))];
};

describe('every character of the locale files has a glyph', () => {
  test.each(languages.map(({ tag }) => tag))('in %s', async (tag) => {
    const script = scriptOf[tag] === undefined ? new Set<number>() : await pointsOf(scriptOf[tag]);
    const own = ownLetters[tag] ?? /[^\s\S]/u;
    const missing = (await charactersOf(tag)).filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      return !script.has(point) && (own.test(character) || !latin.has(point));
    });
    expect(missing).toEqual([]);
  });
});

describe('the reading of fonts', () => {
  test('finds what is there and misses what is not', async () => {
    const bengali = await pointsOf('bengali');
    expect(bengali.has(0x995)).toBe(true);
    expect(bengali.has(0xa15)).toBe(false);
    expect(latin.has('ł'.codePointAt(0) ?? 0)).toBe(true);
    expect((await pointsOf('hans')).has('龘'.codePointAt(0) ?? 0)).toBe(false);
  });
});
