/** BCP 47 tags of the languages that have a folder in `locales`. */
export type LanguageTag =
  | 'en-GB'
  | 'bn'
  | 'yue-Hant'
  | 'zh-Hans'
  | 'pl'
  | 'pt'
  | 'es'
  | 'tr'
  | 'ur'
  | 'ckb'
  | 'pa';

export type Direction = 'ltr' | 'rtl';

/** One language of the menu. */
export interface Language {
  readonly tag: LanguageTag;
  readonly dir: Direction;
  /** The language's name for itself: here too, so that the menu needs none of the locale files. */
  readonly name: string;
}

/** In the order of the menu: English, then by the name in English. */
export const languages: readonly Language[] = [
  { tag: 'en-GB', dir: 'ltr', name: 'English' },
  { tag: 'bn', dir: 'ltr', name: 'বাংলা' },
  { tag: 'yue-Hant', dir: 'ltr', name: '廣東話' },
  { tag: 'ckb', dir: 'rtl', name: 'کوردی سۆرانی' },
  { tag: 'zh-Hans', dir: 'ltr', name: '普通话' },
  { tag: 'pl', dir: 'ltr', name: 'Polski' },
  { tag: 'pt', dir: 'ltr', name: 'Português' },
  { tag: 'pa', dir: 'ltr', name: 'ਪੰਜਾਬੀ' },
  { tag: 'es', dir: 'ltr', name: 'Español' },
  { tag: 'tr', dir: 'ltr', name: 'Türkçe' },
  { tag: 'ur', dir: 'rtl', name: 'اردو' },
];

/** Which way a language is written. */
export const directionOf = (tag: LanguageTag): Direction =>
  languages.find((language) => language.tag === tag)?.dir ?? 'ltr';

/** The tag of a folder in `locales`, or null: for text that comes from outside. */
export const readLanguageTag = (text: string): LanguageTag | null =>
  languages.find(({ tag }) => tag === text)?.tag ?? null;

const byPrimary: ReadonlyMap<string, LanguageTag> = new Map([
  ['en', 'en-GB'],
  ['yue', 'yue-Hant'],
  ...languages.map(({ tag }) => [tag, tag] as const),
]);

/**
 * The language of ours that a reader of `tag` can read, or null. `zh-HK` is no plain Chinese: who has
 * chosen traditional characters gets written Cantonese. Bare `ku` means Sorani here, since that is the
 * Kurdish of this county's readers; Kurdish in Latin letters and Punjabi in Arabic letters are not ours.
 */
export const matchLanguage = (tag: string): LanguageTag | null => {
  const parts = tag.toLowerCase().split(/[-_]/);
  const primary = parts[0] ?? '';
  const has = (...subtags: string[]): boolean => subtags.some((subtag) => parts.includes(subtag));
  if (primary === 'zh' || primary === 'cmn') {
    const traditional = has('hant', 'hk', 'mo', 'tw', 'yue') && !has('hans');
    return traditional ? 'yue-Hant' : 'zh-Hans';
  }
  if (primary === 'ku') return has('latn') ? null : 'ckb';
  if (primary === 'pa' && has('arab', 'pk')) return null;
  return byPrimary.get(primary) ?? null;
};

/** The first of the reader's languages (`navigator.languages`) that is ours, else English. */
export const preferredLanguage = (tags: readonly string[]): LanguageTag => {
  for (const tag of tags) {
    const match = matchLanguage(tag);
    if (match !== null) return match;
  }
  return 'en-GB';
};
