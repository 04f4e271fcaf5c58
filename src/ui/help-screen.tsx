import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Contact } from '../domain/meeting.ts';
import { isLanguageLoaded, loadLanguage } from '../i18n/i18n.ts';
import { languages, type LanguageTag } from '../i18n/languages.ts';
import { HelpArticle } from './help-article.tsx';
import { Page } from './kit/page.tsx';
import { useText } from './use-text.ts';

export interface HelpScreenProps {
  /** The council's numbers; known before sign-in too (`GET /council/v1`). */
  readonly contacts: readonly Contact[];
  /** The language of the help, which need not be that of the interface. */
  readonly language: LanguageTag;
  readonly onLanguage: (tag: LanguageTag) => void;
  /** A `BackLink`, where no tabs lead away. */
  readonly back?: ComponentChildren;
}

/** Help in eleven languages, before sign-in and offline. The page around the text stays as it is. */
export function HelpScreen(props: HelpScreenProps) {
  const { t } = useText();
  const state = useLanguage(props.language);
  return (
    <Page title={t('help.title')} back={props.back}>
      <LanguageMenu language={props.language} onLanguage={props.onLanguage} />
      <p class="help-status" role="status">
        {state === 'loading' && t('help.loading')}
        {state === 'failed' && t('help.notLoaded')}
      </p>
      <HelpArticle
        // While a language is on its way, or cannot be had, help is still there in English.
        language={state === 'ready' ? props.language : 'en-GB'}
        contacts={props.contacts}
      />
    </Page>
  );
}

/** Each language by its own name, in its own letters. */
function LanguageMenu(props: Pick<HelpScreenProps, 'language' | 'onLanguage'>) {
  const { t } = useText();
  return (
    <nav class="help-languages" aria-label={t('help.languages')}>
      <ul class="help-languages-list">
        {languages.map(({ tag, dir, name }) => (
          <li key={tag}>
            <button
              type="button"
              class="help-language"
              lang={tag}
              dir={dir}
              aria-pressed={tag === props.language}
              onClick={() => props.onLanguage(tag)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type LanguageState = 'ready' | 'loading' | 'failed';

const useLanguage = (tag: LanguageTag): LanguageState => {
  const [failed, setFailed] = useState<LanguageTag | null>(null);
  const [, setLoaded] = useState<LanguageTag | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setFailed(null);
    void loadLanguage(tag).then(
      () => isCurrent && setLoaded(tag),
      () => isCurrent && setFailed(tag),
    );
    return () => {
      isCurrent = false;
    };
  }, [tag]);
  if (isLanguageLoaded(tag)) return 'ready';
  return failed === tag ? 'failed' : 'loading';
};
