import { languages } from '../i18n/languages.ts';
import { Section } from './kit/page.tsx';
import { useText } from './use-text.ts';

/** Help in eleven languages, each by its own name, in its own script and direction. */
export const EnrolLanguages = () => {
  const { t } = useText();
  return (
    <Section id="help-languages" title={t('enrol.help-languages')}>
      <ul class="language-list">
        {languages.map(({ tag, dir, name }) => (
          <li key={tag}>
            <a href={`/help?lang=${tag}`} hreflang={tag}>
              <span lang={tag} dir={dir}>
                {name}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};
