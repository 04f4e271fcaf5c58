import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { createDateFormats, type DateFormats } from '../i18n/dates.ts';
import { translateIn, type Translate } from '../i18n/i18n.ts';
import { directionOf, type Direction, type LanguageTag } from '../i18n/languages.ts';

/** The words of the interface, in one language. */
export interface Text {
  readonly t: Translate;
  readonly language: LanguageTag;
  readonly dir: Direction;
  readonly dates: DateFormats;
}

/** The words of a language whose sentences are loaded (`loadLanguage`); English always is. */
export const createText = (language: LanguageTag): Text => {
  const t = translateIn(language);
  return { t, language, dir: directionOf(language), dates: createDateFormats(t, language === 'en-GB') };
};

const TextContext = createContext<Text>(createText('en-GB'));

/** Gives its children the words of `language`. */
export function TextProvider(props: {
  readonly language: LanguageTag;
  readonly children: ComponentChildren;
}) {
  const text = useMemo(() => createText(props.language), [props.language]);
  return <TextContext.Provider value={text}>{props.children}</TextContext.Provider>;
}

/** The words of the interface where a component stands; English without a provider. */
export const useText = (): Text => useContext(TextContext);
