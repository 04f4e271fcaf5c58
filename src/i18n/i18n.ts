import { createInstance } from 'i18next';
import { languages, type LanguageTag } from './languages.ts';

/** What goes into the `{{slots}}` of a sentence; `count` also chooses the plural form. */
type Slots = Readonly<Record<string, string | number>>;

/** Answers the sentence of a key in one language, in English where that language lacks it. */
export type Translate = (key: string, slots?: Slots) => string;

type Sentences = Readonly<Record<string, string>>;

// What the first page says. Screens that are loaded later bring the rest (`loadAllEnglish`).
const englishParts = import.meta.glob<Sentences>(
  '../../locales/en-GB/{app,enrol,help,meeting,meetings,shell}.json',
  { eager: true, import: 'default' },
);

// Each other language is a chunk of its own, which the service worker keeps for offline use.
const otherHelp = import.meta.glob<Sentences>(
  ['../../locales/*/help.json', '!../../locales/en-GB/help.json'],
  { import: 'default' },
);

const namespace = 'app';

const i18n = createInstance();
void i18n.init({
  lng: 'en-GB',
  fallbackLng: 'en-GB',
  supportedLngs: languages.map(({ tag }) => tag),
  load: 'currentOnly',
  ns: [namespace],
  defaultNS: namespace,
  keySeparator: false,
  nsSeparator: false,
  // Preact escapes text; a second escaping would show in names.
  interpolation: { escapeValue: false },
  // The resources are here already, so the first screen need not wait for a promise.
  initAsync: false,
  resources: { 'en-GB': { [namespace]: Object.assign({}, ...Object.values(englishParts)) } },
});

/** Sentences of one language. Call `loadLanguage` first. */
export const translateIn = (tag: LanguageTag): Translate => {
  const fixed = i18n.getFixedT(tag);
  return (key, slots) => fixed(key, { ...slots });
};

/** The sentence with its `{{slots}}` still open, for screens that fill them with elements. */
export const templateIn = (tag: LanguageTag, key: string): string =>
  i18n.getFixedT(tag)(key, { skipInterpolation: true });

/** Brings the English sentences of the screens that are not part of the first page. */
export const loadAllEnglish = async (): Promise<void> => {
  const { englishRest } = await import('./english-rest.ts');
  i18n.addResourceBundle('en-GB', namespace, englishRest, true);
};

/** Whether the language's sentences are here; those of the first page always are, in English. */
export const isLanguageLoaded = (tag: LanguageTag): boolean => i18n.hasResourceBundle(tag, namespace);

/** Brings a language's sentences. Rejects when its chunk is neither stored nor to be had. */
export const loadLanguage = async (tag: LanguageTag): Promise<void> => {
  if (isLanguageLoaded(tag)) return;
  const load = otherHelp[`../../locales/${tag}/help.json`];
  if (load === undefined) throw new Error(`no locale file for ${tag}`);
  i18n.addResourceBundle(tag, namespace, await load());
};
