import { createDateFormats, type DateFormats } from '../i18n/dates.ts';
import { translateIn, type Translate } from '../i18n/i18n.ts';
import type { LanguageTag } from '../i18n/languages.ts';

/** The words of the interface, in one language. */
export interface Text {
  readonly t: Translate;
  readonly language: LanguageTag;
  readonly dates: DateFormats;
}

/** The words of a language whose sentences are loaded (`loadLanguage`); English always is. */
export const createText = (language: LanguageTag): Text => {
  const t = translateIn(language);
  return { t, language, dates: createDateFormats(t, language === 'en-GB') };
};

const english = createText('en-GB');

/** The words of the interface. It is English; help in another language is an island in it (`island.tsx`). */
export const useText = (): Text => english;
