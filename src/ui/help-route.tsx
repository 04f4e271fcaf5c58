import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import type { Contact } from '../domain/meeting.ts';
import { readLanguageTag, type LanguageTag } from '../i18n/languages.ts';
import { HelpScreen } from './help-screen.tsx';

/** The language that help was last read in, and how to choose another. */
export interface HelpChoice {
  readonly language: LanguageTag;
  readonly onLanguage: (tag: LanguageTag) => void;
}

export interface HelpRouteProps {
  readonly contacts: readonly Contact[];
  readonly choice: HelpChoice;
  readonly back?: ComponentChildren;
}

/** `/help` in the language last chosen, `/help?lang=ur` in the one that was asked for. */
export const HelpRoute = ({ contacts, choice, back }: HelpRouteProps) => {
  const { query, route } = useLocation();
  const asked = readLanguageTag(query['lang'] ?? '');
  return (
    <HelpScreen
      contacts={contacts}
      back={back}
      language={asked ?? choice.language}
      onLanguage={(tag) => {
        choice.onLanguage(tag);
        if (asked !== null) route('/help', true);
      }}
    />
  );
};
