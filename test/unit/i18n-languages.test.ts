import { describe, expect, test } from 'vitest';
import { loadLanguage, translateIn } from '../../src/i18n/i18n.ts';
import {
  directionOf,
  languages,
  matchLanguage,
  preferredLanguage,
  readLanguageTag,
} from '../../src/i18n/languages.ts';
import { splitSlots } from '../../src/i18n/split-slots.ts';

describe('the language of a reader', () => {
  test.each([
    ['en', 'en-GB'],
    ['en-US', 'en-GB'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-HK', 'yue-Hant'],
    ['zh_TW', 'yue-Hant'],
    ['yue', 'yue-Hant'],
    ['yue-Hant-HK', 'yue-Hant'],
    ['cmn-Hans', 'zh-Hans'],
    ['ku', 'ckb'],
    ['ku-Arab-IQ', 'ckb'],
    ['ckb-IQ', 'ckb'],
    ['pa-Guru', 'pa'],
    ['pa-IN', 'pa'],
    ['pt-BR', 'pt'],
    ['ur-PK', 'ur'],
    ['bn-BD', 'bn'],
    ['ku-Latn', null],
    ['pa-Arab', null],
    ['cy', null],
    ['', null],
  ])('of a tablet set to "%s" is %s', (tag, expected) => {
    expect(matchLanguage(tag)).toBe(expected);
  });

  test('is the first that there is, else English', () => {
    expect(preferredLanguage(['cy', 'pl-PL', 'en'])).toBe('pl');
    expect(preferredLanguage(['cy', 'fr'])).toBe('en-GB');
    expect(preferredLanguage([])).toBe('en-GB');
  });

  test('is read from a setting only when there is such a locale', () => {
    expect(readLanguageTag('ckb')).toBe('ckb');
    expect(readLanguageTag('ku')).toBe(null);
  });
});

test('Urdu and Sorani run right to left, and no other', () => {
  const rightToLeft = languages.filter(({ tag }) => directionOf(tag) === 'rtl').map(({ tag }) => tag);
  expect(rightToLeft.toSorted()).toEqual(['ckb', 'ur']);
});

describe('sentences', () => {
  test('come in the language asked for, English where there is none', async () => {
    await loadLanguage('pl');
    expect(translateIn('pl')('help.title')).toBe('Pomoc');
    expect(translateIn('en-GB')('help.title')).toBe('Help');
    expect(translateIn('pl')('shell.product')).toBe('Order Paper');
  });

  test('keep names as they are typed', () => {
    expect(translateIn('en-GB')('date.short', { day: '1', month: "<O'Brien & Co>", year: '2016' })).toBe(
      "1 <O'Brien & Co> 2016",
    );
  });

  test('are cut at their slots wherever these stand', () => {
    expect(splitSlots('Call {{telephone}}.')).toEqual([
      { kind: 'words', words: 'Call ' },
      { kind: 'slot', name: 'telephone' },
      { kind: 'words', words: '.' },
    ]);
    expect(splitSlots('{{ telephone }}')).toEqual([{ kind: 'slot', name: 'telephone' }]);
    expect(splitSlots('No slot')).toEqual([{ kind: 'words', words: 'No slot' }]);
  });
});
