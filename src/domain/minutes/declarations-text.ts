import { declarationMeaning } from '../declarations.ts';
import type { Declaration, InterestKind } from '../event.ts';
import type { DeskItem } from '../register-rows.ts';
import { joinNames, type MinutedPerson } from './join-names.ts';

/** An agenda item with what was declared on it, in the order to be minuted. */
export interface MinutedItem {
  readonly number: string | null;
  readonly title: string;
  readonly declared: readonly MinutedDeclaration[];
}

interface MinutedDeclaration extends MinutedPerson {
  readonly personId: string;
  readonly interest: Pick<Declaration, 'interest' | 'nature'>;
}

/** One item's paragraph: its heading "Item 5 – Roads" and its sentences. */
interface MinutedParagraph {
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** The declarations as minutes say them, by item; identical kind and nature are said once. Empty means "None.". */
const declarationParagraphs = (items: readonly MinutedItem[]): readonly MinutedParagraph[] =>
  items
    .filter(({ declared }) => declared.length > 0)
    .map((item) => ({
      heading: itemHeading(item),
      sentences: [...Map.groupBy(item.declared, ({ interest }) => declarationMeaning(interest)).values()].map(
        sentenceFor,
      ),
    }));

/** The same as plain text, "None." when nothing was declared. */
export const declarationsText = (items: readonly MinutedItem[]): string => {
  const paragraphs = declarationParagraphs(items);
  if (paragraphs.length === 0) return 'None.';
  return paragraphs.map(({ heading, sentences }) => [heading, ...sentences].join('\n')).join('\n\n');
};

/**
 * What the draft says of the desk's rows: declared, agreed with itself, and by someone who is not away. The
 * others stay rows for the clerk; nothing is merged silently.
 */
export const minutedItems = (items: readonly DeskItem[]): readonly MinutedItem[] =>
  items.map(({ number, title, declarations }) => ({
    number,
    title,
    declared: declarations.flatMap(({ author, current, isAbsent }) =>
      current.kind === 'declared' && !isAbsent ? [{ ...author, interest: current.event.body }] : [],
    ),
  }));

/** "Item 5 – Roads", or the title alone where the item has no number. */
export const itemHeading = (item: { readonly number: string | null; readonly title: string }): string =>
  item.number === null ? item.title : `Item ${item.number} – ${item.title}`;

const sentenceFor = (group: readonly MinutedDeclaration[]): string => {
  const interest = group[0]?.interest;
  if (interest === undefined) return '';
  // A person who said the same on two devices is one person.
  const people = [...new Map(group.map((person) => [person.personId, person])).values()];
  const [one, several] = kinds[interest.interest];
  const kind = people.length === 1 ? one : several;
  return `${joinNames(people)} declared ${kind}${natureClause(interest)}`;
};

const natureClause = ({ interest, nature }: Pick<Declaration, 'interest' | 'nature'>): string => {
  if (nature.kind === 'sensitive') return ' (sensitive interest; nature not disclosed).';
  if (interest === 's106') return '.';
  const text = nature.text.trim();
  // "as Chairman of the Trust" goes on in the third person; anything else is quoted, not bent.
  if (/^(?:as|in|because of)\s/u.test(text) && !/\b(?:I|my|me|we|our|us)\b/iu.test(text))
    return ` ${closed(text)}`;
  return `: “${closed(text)}”`;
};

const closed = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

// One member, several members.
const kinds: Record<InterestKind, readonly [string, string]> = {
  dpi: ['a disclosable pecuniary interest', 'disclosable pecuniary interests'],
  odi: ['an other disclosable interest', 'other disclosable interests'],
  ori: ['an other registerable interest', 'other registerable interests'],
  'nri-relates': ['a non-registerable interest', 'non-registerable interests'],
  'nri-affects': ['a non-registerable interest', 'non-registerable interests'],
  s106: [
    'that section 106 of the Local Government Finance Act 1992 applied',
    'that section 106 of the Local Government Finance Act 1992 applied',
  ],
  'public-body': ['membership of another public body', 'membership of another public body'],
  unsure: [
    'a possible interest, on which the monitoring officer is to be asked',
    'possible interests, on which the monitoring officer is to be asked',
  ],
};
