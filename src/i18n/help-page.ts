import type { Contact } from '../domain/meeting.ts';
import { helpSections, type HelpBlock, type HelpSection } from './help-sections.ts';

/** A block as it is drawn: a `call` carries the number to call. */
export type DrawnBlock =
  | Exclude<HelpBlock, { kind: 'call' }>
  | { readonly kind: 'call'; readonly key: string; readonly telephone: string };

export interface DrawnSection extends Omit<HelpSection, 'blocks'> {
  readonly blocks: readonly DrawnBlock[];
}

// Who asks for a paper they can read is never left without a number while the council has one.
const answeredByGeneral: ReadonlySet<Contact['purpose']> = new Set(['language', 'other-formats']);

/**
 * The help page with one council's telephone numbers, exactly as the council keeps them. A sentence
 * whose number is not known is left out, and a section that is empty then too.
 */
export const composeHelp = (contacts: readonly Contact[]): readonly DrawnSection[] => {
  const numberFor = (purpose: Contact['purpose']): string | null =>
    contacts.find((contact) => contact.purpose === purpose && contact.telephone !== null)?.telephone ?? null;
  const draw = (block: HelpBlock): readonly DrawnBlock[] => {
    if (block.kind !== 'call') return [block];
    const { key, purpose } = block;
    const telephone = numberFor(purpose) ?? (answeredByGeneral.has(purpose) ? numberFor('general') : null);
    return telephone === null ? [] : [{ kind: 'call', key, telephone }];
  };
  return helpSections
    .map((section) => ({ ...section, blocks: section.blocks.flatMap(draw) }))
    .filter(({ blocks }) => blocks.length > 0);
};
