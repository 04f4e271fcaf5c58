import type { Contact } from '../domain/meeting.ts';
import { composeHelp, type DrawnBlock } from '../i18n/help-page.ts';
import { dutyKeys, lawKeys } from '../i18n/help-sections.ts';
import { templateIn, translateIn } from '../i18n/i18n.ts';
import type { LanguageTag } from '../i18n/languages.ts';
import { Island } from './island.tsx';
import { Telephone } from './kit/telephone.tsx';
import { WithSlots } from './with-slots.tsx';

/**
 * The help text in one loaded language, an island with its own `lang` and `dir`, so that it stands in
 * an English page as well as alone. It has no hooks: a test can walk what it answers.
 */
export function HelpArticle(props: {
  readonly language: LanguageTag;
  readonly contacts: readonly Contact[];
}) {
  const { language, contacts } = props;
  const t = translateIn(language);
  const sections = composeHelp(contacts);
  return (
    <Island as="section" class="help-article" lang={language}>
      {t('language.confirmed') !== 'yes' && <p class="help-unconfirmed">{t('help.unconfirmed')}</p>}
      <nav class="help-contents" aria-labelledby="help-contents">
        <h2 id="help-contents" class="help-contents-title">
          {t('help.contents')}
        </h2>
        <ul class="help-contents-list">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, title, blocks }) => (
        <section key={id} class="help-section" aria-labelledby={id}>
          <h2 id={id} class="help-section-title" tabIndex={-1}>
            {t(title)}
          </h2>
          {blocks.map((block, index) => (
            <Block key={index} block={block} language={language} />
          ))}
        </section>
      ))}
    </Island>
  );
}

function Block(props: { readonly block: DrawnBlock; readonly language: LanguageTag }) {
  const { block, language } = props;
  const items = (keys: readonly string[]) =>
    keys.map((key) => (
      <li key={key}>
        <Sentence of={key} language={language} />
      </li>
    ));
  if (block.kind === 'call') {
    return (
      <p class="help-call">
        <WithSlots
          template={templateIn(language, block.key)}
          slots={{ telephone: <Telephone number={block.telephone} /> }}
        />
      </p>
    );
  }
  if (block.kind === 'steps') return <ol class="help-steps">{items(block.keys)}</ol>;
  if (block.kind === 'list') return <ul class="help-list">{items(block.keys)}</ul>;
  const sentence = <Sentence of={block.key} language={language} />;
  if (block.kind === 'term') return <h3 class="help-term">{sentence}</h3>;
  return <p class={dutyKeys.has(block.key) ? 'help-law' : undefined}>{sentence}</p>;
}

/** A sentence, with its English under it where it says what the law asks. */
function Sentence(props: { readonly of: string; readonly language: LanguageTag }) {
  const { of, language } = props;
  const words = translateIn(language)(of);
  if (language === 'en-GB' || !lawKeys.has(of)) return <>{words}</>;
  return (
    <>
      {words}{' '}
      <Island as="span" class="help-english" lang="en-GB">
        {translateIn('en-GB')(of)}
      </Island>
    </>
  );
}
