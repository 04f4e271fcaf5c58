import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import {
  baseKey,
  createKeyFinder,
  keysAskedFor,
  pluralKeys,
  readLocale,
  readSources,
  slotsOf,
} from '../support/locale-keys.ts';

/**
 * Prefixes of keys that no source spells out, each with the reason. A key that is put together in a
 * template (`t(`apology.part.${part}`)`) is found by itself and needs no line here.
 */
const namedByData: readonly { readonly prefix: string; readonly why: string }[] = [
  { prefix: 'language.english', why: 'read by people who edit the locale files' },
  { prefix: 'language.name', why: 'compared with src/i18n/languages.ts below' },
];

const english = readLocale('en-GB', 'help');
const translations = languages
  .filter(({ tag }) => tag !== 'en-GB')
  .map((language) => ({ ...language, sentences: readLocale(language.tag, 'help') }));
const scripts: Readonly<Record<string, RegExp>> = {
  bn: /\p{Script=Bengali}/u,
  pa: /\p{Script=Gurmukhi}/u,
  ur: /\p{Script=Arabic}/u,
  ckb: /\p{Script=Arabic}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'yue-Hant': /\p{Script=Han}/u,
};
/** Sentences that are only digits and slots in some language. */
const withoutWords = new Set(['language.english', 'language.confirmed', 'date.long', 'date.short']);

describe.each(translations)('help in $tag', ({ tag, name, sentences }) => {
  const keys = Object.keys(sentences);

  test('has the keys of the English, and every plural form of its own', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const plurals = new Set(pluralKeys(english));
    const expected = Object.keys(english)
      .map(baseKey)
      .filter((key, place, all) => all.indexOf(key) === place)
      .flatMap((key) => (plurals.has(key) ? categories.map((category) => `${key}_${category}`) : [key]));
    expect(keys.toSorted()).toEqual(expected.toSorted());
  });

  test('has the same slots as the English', () => {
    const other = keys.filter((key) => {
      const same = english[key] ?? english[`${baseKey(key)}_other`] ?? '';
      return slotsOf(sentences[key] ?? '').join() !== slotsOf(same).join();
    });
    expect(other).toEqual([]);
  });

  test('says something under every key, in its own script', () => {
    const script = scripts[tag] ?? /\p{Script=Latin}/u;
    const silent = keys.filter((key) => !withoutWords.has(key) && !script.test(sentences[key] ?? ''));
    expect(silent).toEqual([]);
    expect(keys.filter((key) => sentences[key]?.trim() === '')).toEqual([]);
  });

  test('is not left in English', () => {
    const same = keys.filter((key) => sentences[key] === english[key] && sentences[key]!.includes(' '));
    expect(same.filter((key) => !withoutWords.has(key))).toEqual([]);
  });

  test('holds no telephone number: these come from the council', () => {
    expect(keys.filter((key) => /\d(?:[\s-]?\d){7,}/.test(sentences[key] ?? ''))).toEqual([]);
  });

  test('goes by its own name, and says whether a translator confirmed it', () => {
    expect(sentences['language.name']).toBe(name);
    expect(sentences['language.confirmed']).toMatch(/^(yes|no)$/);
  });
});

/** Words on buttons and states that the help quotes, so that a reader finds them on the screen. */
const quoted = [
  'I can’t come',
  'Declare an interest',
  'Ready offline',
  'Saved on this tablet',
  'Waiting to send',
  'Received by the council',
  'Erased by the council',
];

test.each(quoted)('the label “%s” is quoted in every help as the screens say it', (label) => {
  const onScreen = Object.entries(readLocale('en-GB')).filter(([key]) => !key.startsWith('help.'));
  expect(onScreen.some(([, sentence]) => sentence.includes(label))).toBe(true);
  const silent = languages.filter(
    ({ tag }) => !Object.values(readLocale(tag, 'help')).some((sentence) => sentence.includes(label)),
  );
  expect(silent).toEqual([]);
});

describe('the English sentences', () => {
  const all = readLocale('en-GB');
  const sources = readSources();
  const isNamed = createKeyFinder(sources.map(({ text }) => text));

  test('are there for every key that a screen asks for', () => {
    const known = new Set([...Object.keys(all), ...Object.keys(all).map(baseKey)]);
    const missing = sources.flatMap(({ path, text }) =>
      keysAskedFor(text)
        .filter((key) => !known.has(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('are all used by some screen', () => {
    const unused = Object.keys(all)
      .filter((key) => !isNamed(key))
      .filter((key) => !namedByData.some(({ prefix }) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  test('are never empty, and have both plural forms', () => {
    expect(Object.keys(all).filter((key) => all[key]?.trim() === '')).toEqual([]);
    expect(pluralKeys(all).filter((key) => !(`${key}_one` in all && `${key}_other` in all))).toEqual([]);
  });

  test('stand in one file only', () => {
    const parts = Object.keys(import.meta.glob('../../locales/en-GB/*.json')).map((path) =>
      path.replace(/^.*\/|\.json$/g, ''),
    );
    const keys = parts.flatMap((part) => Object.keys(readLocale('en-GB', part)));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });
});

describe('the checks above see faults', () => {
  const isNamed = createKeyFinder(["t('a.plain')", 't(`b.part.${part}.title`)', "keys: ['c.list']"]);

  test.each([
    ['a.plain', true],
    ['a.plain_one', true],
    ['b.part.late.title', true],
    ['b.part.late.text', false],
    ['c.list', true],
    ['d.unused', false],
  ])('a source that names %s: %s', (key, expected) => {
    expect(isNamed(key)).toBe(expected);
  });

  test('keys in both arms of a condition are asked for, values are not', () => {
    expect(keysAskedFor("t(late ? 'a.late' : 'a.early', { kind: 'not.key' })")).toEqual([
      'a.late',
      'a.early',
    ]);
    expect(keysAskedFor("format('a.b') + at('c.d')")).toEqual([]);
  });
});
