import type { LinkedDocument, UnderstoodItem } from '../../domain/understood.ts';
import { restrictedDocument } from './document-link.ts';
import { headedSection, type SectionName } from './item-sections.ts';
import type { ItemLines } from './meeting-lines.ts';
import { doubtedAsCut, printedNumber, toMinute, withoutCut } from './minute-parts.ts';
import { saysRestricted } from './restricted-words.ts';
import { factFrom, type Origin } from './source.ts';
import { tidy, withoutFileSize } from './text-of.ts';
import { withListMark } from './word-paragraphs.ts';

/** One item of a copied page. Its links are lost, so its documents have titles alone. */
export const readTextItem = (
  origin: Origin,
  item: ItemLines,
  counts: 'minute' | 'agenda',
): UnderstoodItem => {
  const title = withoutFileSize(item.title);
  const sections = readSections(item.lines);
  const text = withoutCut(sections.text);
  const number = printedNumber(item.number);
  const minute = toMinute({
    number: counts === 'minute' ? number : null,
    minutes: sections.minutes,
    decision: sections.decision,
    votes: [],
  });
  const read: UnderstoodItem = {
    aliases: [],
    number,
    numbered: counts,
    title: factFrom(origin, title, item.title),
    text: text.paragraphs,
    pages: null,
    papers: null,
    exempt: item.lines.some(isItemRestricted),
    documents: [...(title === item.title ? [] : [named(title)]), ...readDocuments(sections.documents)],
    minute,
  };
  return text.cut || minute?.truncated === true ? doubtedAsCut(read) : read;
};

// What a page's buttons and links say, which is nothing of the item.
const BUTTON =
  /^(?:• ?)?(?:share this item|rhannu'r eitem hon|view the (?:decision|background|history|declarations?|recorded votes?|webcast)\b[^.]{0,60}\.?|webcast for .{0,60}|watch (?:this )?item.{0,60}|gweld (?:y penderfyniad|y cefndir) .{0,60})$/iu;
const REASONS = /[\s,;-]*\bview (?:the )?reasons?\b.{0,30}\b(item|document)\b(.{0,300})\brestricted\b.*$/iu;

const isItemRestricted = (line: string): boolean => REASONS.exec(line)?.[1]?.toLowerCase() === 'item';

type Sections = Readonly<Record<SectionName, readonly string[]>>;

const readSections = (lines: readonly string[]): Sections => {
  const found: Record<SectionName, string[]> = {
    text: [],
    minutes: [],
    decision: [],
    documents: [],
    other: [],
  };
  let section: SectionName = 'text';
  for (const line of lines) {
    const named = headedSection(tidy(line));
    if (named !== null) section = named;
    else if (line !== '' && !BUTTON.test(line)) {
      const kept = withListMark(line);
      // Reasons are given beside documents wherever these stand.
      if (REASONS.test(line)) found.documents.push(kept);
      else found[section].push(kept);
    }
  }
  return found;
};

const readDocuments = (lines: readonly string[]): readonly LinkedDocument[] => {
  const found: LinkedDocument[] = [];
  for (const line of lines) {
    const [whole, about, quoted = ''] = REASONS.exec(line) ?? [];
    if (about?.toLowerCase() === 'item') continue;
    const title = titleOf(whole === undefined ? line : line.slice(0, line.length - whole.length));
    const told = /['‘’"“](.{1,300}?)['‘’"”](?:\s|$)/u.exec(quoted)?.[1]?.trim();
    if (whole === undefined) found.push(named(title));
    else if (title !== '') found.push(restrictedDocument([], title));
    else if (told !== undefined && found.at(-1)?.title !== told) found.push(restrictedDocument([], told));
    else {
      // The reasons stand on a line of their own, below what they are about.
      const before = found.pop();
      if (before !== undefined) found.push({ ...before, restricted: true });
    }
  }
  return found;
};

const titleOf = (line: string): string =>
  withoutFileSize(line.replace(/^• /u, '')).replace(/\s*, (?:item|eitem) [\w/()]{1,10}\.?$/iu, '');

const named = (title: string): LinkedDocument => ({
  aliases: [],
  title: titleOf(title),
  url: null,
  kind: 'report',
  restricted: withoutFileSize(title) === title && saysRestricted(title),
});
