import { type AnyNode, type Element, isTag } from 'domhandler';
import type { RecordedVote } from '../../domain/understood.ts';
import { pageName } from './address.ts';
import { hrefOf, select } from './elements.ts';
import { readVote } from './recorded-votes.ts';
import { hasClass, textOf, tidy } from './text-of.ts';
import { wordParagraphs } from './word-paragraphs.ts';

const MOST_VOTES = 500;

/** What stands under an item's title, by the headings within it. */
export interface ItemSections {
  readonly text: readonly string[];
  readonly minutes: readonly string[];
  readonly decision: readonly string[];
  readonly votes: readonly RecordedVote[];
}

export type SectionName = 'text' | 'minutes' | 'decision' | 'documents' | 'other';

/** The section that a heading such as "Minutes:" begins; null when it is no such heading. */
export const sectionNamed = (line: string): SectionName | null => {
  if (line.length > 60) return null;
  if (/^(?:draft |unconfirmed )?(?:minutes|cofnodion)(?: drafft)?\s?:?$/iu.test(line)) return 'minutes';
  if (/^(?:draft )?(?:decisions?(?: made)?|penderfyniad(?:au)?)\s?:?$/iu.test(line)) return 'decision';
  const documents =
    /^(?:(?:additional|supporting|attached) documents|dogfennau (?:ychwanegol|ategol))\s?:?$/iu;
  return documents.test(line) ? 'documents' : null;
};

/** The same for a line of plain text, where "Minutes" without a colon is an item's title. */
export const headedSection = (line: string): SectionName | null =>
  line.endsWith(':') ? sectionNamed(line) : null;

/** Reads an item's cell in the order of the page. */
export const readSections = (content: Element | null): ItemSections => {
  const sections: Record<SectionName, string[]> = {
    text: [],
    minutes: [],
    decision: [],
    documents: [],
    other: [],
  };
  const votes: RecordedVote[] = [];
  let section: SectionName = 'text';
  const waiting: AnyNode[] = content?.children.toReversed() ?? [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isTag(node)) continue;
    if (hasClass(node, 'mgSubItemTitleTxt')) section = sectionNamed(tidy(textOf(node.children))) ?? 'other';
    else if (hasClass(node, 'mgWordPara')) sections[section].push(...wordParagraphs([node]));
    else if (isPlainText(node)) sections[section].push(...wordParagraphs([node]));
    else if (isVotes(node)) votes.push(...readVotes(node));
    else if (!hasClass(node, 'mgAiTitleTxt')) {
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  const { text, minutes, decision, documents, other } = sections;
  return { text: [...text, ...documents, ...other], minutes, decision, votes };
};

// Planning agendas print "Site address:" and the like between the title and the text.
const isPlainText = (node: Element): boolean =>
  node.name === 'p' &&
  !hasClass(node, 'mgAiTitleTxt') &&
  !select('a', node).some((link) => /^mg(?:ai|reasonsrestricted)\.aspx$/u.test(pageName(hrefOf(link))));

const isVotes = (node: Element): boolean =>
  node.name === 'table' &&
  select('caption', node).some((caption) => /^recorded votes?$/iu.test(tidy(textOf(caption.children))));

// The head of this table is closed wrongly, so its rows are found by their cells alone.
const readVotes = (table: Element): readonly RecordedVote[] =>
  select('tr', table)
    .slice(0, MOST_VOTES)
    .flatMap((row) => {
      const cells = row.children
        .filter((child) => isTag(child) && child.name === 'td')
        .map((cell) => tidy(textOf([cell])));
      if (cells.length < 2 || cells[0] === '') return [];
      return [
        readVote({
          title: cells[0] ?? '',
          text: cells.length > 3 ? (cells[2] ?? '') : '',
          result: cells.at(-1) ?? '',
        }),
      ];
    });
