import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { pageName } from './address.ts';
import { readContact } from './contact-line.ts';
import { hrefOf, select } from './elements.ts';
import { isWithin } from './item-area.ts';
import { findDate, readServiceDate } from './local-time.ts';
import { factFrom, type Origin } from './source.ts';
import { hasClass, textOf, tidy } from './text-of.ts';

type Labelled = Pick<UnderstoodMeeting, 'venue' | 'contact' | 'published'>;

const VENUE = /^(?:proposed |new )?(?:venue|location|lleoliad|man cyfarfod)\b/iu;
const CONTACT = /^(?:contacts?|cyswllt)\b/iu;
const PUBLISHED = /^(?:publication date|date of publication|published|dyddiad cyhoeddi)\b/iu;
const MOST_LABELS = 500;

/** Venue, contact and day of publication of a meeting's page, by the labels before them. */
export const readLabels = (origin: Origin, document: Document, items: ReadonlySet<Element>): Labelled => {
  const lines = select('.mgLabel, strong, b, dt', document)
    .filter((label) => !isWithin(label, items))
    .slice(0, MOST_LABELS)
    .filter((label) => isLabel(label))
    .map((label) => ({ label: tidy(textOf([label])), value: valueAfter(label) }));
  const find = (name: RegExp): string | null =>
    lines.find(({ label, value }) => name.test(label) && value !== null)?.value ?? null;
  return labelledFacts(origin, { venue: find(VENUE), contact: find(CONTACT), published: find(PUBLISHED) });
};

// Other skins print their labels bold, or as a list of terms.
const isLabel = (element: Element): boolean =>
  hasClass(element, 'mgLabel') || element.name === 'dt' || /:\s*$/u.test(textOf([element]));

/** The facts of lines that are already found. */
export const labelledFacts = (
  origin: Origin,
  lines: Readonly<Record<keyof Labelled, string | null>>,
): Labelled => {
  const contact = readContact(lines.contact ?? '');
  const date = readServiceDate(lines.published ?? '') ?? findDate(lines.published ?? '')?.date ?? null;
  return {
    venue: lines.venue === null ? null : factFrom(origin, lines.venue, lines.venue),
    contact: contact === null ? null : factFrom(origin, contact, lines.contact ?? ''),
    published: date === null ? null : factFrom(origin, date, lines.published ?? ''),
  };
};

const valueAfter = (label: Element): string | null => {
  const after: AnyNode[] = [];
  for (let node = label.next; node !== null && after.length < 200; node = node.next) {
    if (isTag(node) && (hasClass(node, 'mgLabel') || node.name === 'dt')) break;
    if (isTag(node) && node.name !== 'dd' && label.name === 'dt') break;
    after.push(node);
  }
  const line = tidy(textOf(after, isDirections)).slice(0, 2000);
  // The page itself puts a full stop between a place and the link to its map.
  return (after.some(isDirections) ? line.replace(/\s?\.$/u, '') : line).replace(/^:\s*/u, '') || null;
};

const isDirections = (node: AnyNode): boolean =>
  isTag(node) && node.name === 'a' && pageName(hrefOf(node)) === 'mglocationdetails.aspx';
