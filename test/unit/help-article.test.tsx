import { beforeAll, describe, expect, test } from 'vitest';
import type { Contact } from '../../src/domain/meeting.ts';
import { composeHelp } from '../../src/i18n/help-page.ts';
import { helpSections, lawKeys } from '../../src/i18n/help-sections.ts';
import { loadLanguage, translateIn } from '../../src/i18n/i18n.ts';
import { directionOf, languages, type LanguageTag } from '../../src/i18n/languages.ts';
import { HelpArticle } from '../../src/ui/help-article.tsx';
import { walkTree } from '../support/walk-tree.ts';

const contact = (purpose: Contact['purpose'], telephone: string | null): Contact => ({
  purpose,
  name: null,
  telephone,
  email: null,
});

const contacts: readonly Contact[] = [
  contact('other-formats', '01905 728713'),
  contact('scrutiny-officers', '01905 766619'),
  contact('general', '01905 763763'),
  contact('language', '01905 765765'),
];

const draw = (language: LanguageTag, numbers = contacts) =>
  walkTree(<HelpArticle language={language} contacts={numbers} />);

beforeAll(async () => {
  await Promise.all(languages.map(({ tag }) => loadLanguage(tag)));
});

describe.each(languages)('help in $tag', ({ tag }) => {
  test('shows exactly 01905 765765 for help with languages, left to right, to press', () => {
    const elements = draw(tag);
    const isolated = elements.filter(({ type, props }) => type === 'bdi' && props['dir'] === 'ltr');
    expect(isolated.map(({ words }) => words)).toEqual([
      '01905 765765',
      '01905 728713',
      '01905 766619',
      '01905 763763',
    ]);
    const links = elements.filter(({ props }) => String(props['href']).startsWith('tel:'));
    expect(links.map(({ props }) => props['href'])).toEqual([
      'tel:01905765765',
      'tel:01905728713',
      'tel:01905766619',
      'tel:01905763763',
    ]);
    const forLanguages = elements.find(({ type, words }) => type === 'p' && words.includes('01905 765765'));
    const around = translateIn(tag)('help.formats.language', { telephone: '01905 765765' });
    expect(forLanguages?.words).toBe(around);
  });

  test('is an island with its language and direction, and leaves no slot open', () => {
    const [island] = draw(tag);
    expect(island?.type).toBe('section');
    expect([island?.props['lang'], island?.props['dir']]).toEqual([tag, directionOf(tag)]);
    expect(island?.words).not.toMatch(/[{}]|help\./);
  });

  test('shows the English beside what the law asks', () => {
    const shown = draw(tag)
      .filter(({ props }) => props['lang'] === 'en-GB' && props['class'] === 'help-english')
      .map(({ words, props }) => [words, props['dir']]);
    const keys = helpSections
      .flatMap(({ blocks }) => blocks.flatMap((block) => ('key' in block ? [block.key] : [])))
      .filter((key) => lawKeys.has(key));
    expect(keys).toHaveLength(lawKeys.size);
    const expected = keys.map((key) => [translateIn('en-GB')(key), 'ltr']);
    expect(shown).toEqual(tag === 'en-GB' ? [] : expected);
  });

  test('says that no translator has confirmed it, unless one has', () => {
    const notices = draw(tag).filter(({ props }) => props['class'] === 'help-unconfirmed');
    const isConfirmed = translateIn(tag)('language.confirmed') === 'yes';
    expect(notices).toHaveLength(isConfirmed ? 0 : 1);
  });

  test('lists its sections in front of them', () => {
    const elements = draw(tag);
    const targets = elements.flatMap(({ type, props }) => (type === 'a' ? [String(props['href'])] : []));
    const headings = elements
      .filter(({ type }) => type === 'h2')
      .map(({ props }) => `#${String(props['id'])}`);
    expect(targets.filter((href) => href.startsWith('#'))).toEqual(headings.slice(1));
  });
});

/** Which sentences have a number, and which number. */
const keysOf = (numbers: readonly Contact[]) =>
  composeHelp(numbers).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'call' ? [[block.key, block.telephone]] : [])),
  );

describe('numbers that the council has not given', () => {
  test('leave their sentence out', () => {
    expect(keysOf([contact('clerk', '0123'), contact('scrutiny-officers', null)])).toEqual([
      ['help.call.clerk', '0123'],
    ]);
    expect(composeHelp([]).map(({ id }) => id)).not.toContain('help-formats');
  });

  test('are answered by the general one where a reader asks for a paper', () => {
    expect(keysOf([contact('general', '0123')])).toEqual([
      ['help.formats.language', '0123'],
      ['help.formats.other', '0123'],
      ['help.call.general', '0123'],
    ]);
  });
});
