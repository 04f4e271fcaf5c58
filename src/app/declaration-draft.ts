import type { Answer, EventOf } from '../domain/event.ts';
import type { RegimeRef } from '../domain/meeting.ts';
import { isFlag, isListOf, isNullOr, isNumber, isOneOf, isShaped, isText } from './drafts-shape.ts';

/** Where in the form the member is: a fixed page, or a question of the regime. */
export type DeclarationPlace =
  | { readonly kind: 'item' | 'nature' | 'check' | 'duties' }
  | { readonly kind: 'question'; readonly id: string };

/** A declaration as it is being made. Everything that was pressed or typed is in here. */
export interface DeclarationDraft {
  readonly version: 1;
  readonly place: DeclarationPlace;
  /** The item chosen, also before "Continue" was pressed. */
  readonly itemId: string | null;
  /** The regime that the answers are about; another one makes them void. */
  readonly regime: RegimeRef;
  readonly answers: readonly Answer[];
  /** A choice on the page that was not confirmed with "Continue" yet. */
  readonly picked: string | null;
  /** The member's own words; always empty for a sensitive interest. */
  readonly nature: string;
  readonly natureGiven: boolean;
  /** The boilerplate warning was shown: it is shown once. */
  readonly warned: boolean;
  /** An answer is being changed from "check your answers", and the way leads back there. */
  readonly changing: boolean;
}

/** The form before anything was answered; with an item it starts at the first question. */
export const emptyDeclaration = (
  regime: RegimeRef,
  itemId: string | null,
  firstQuestion: string,
): DeclarationDraft => ({
  version: 1,
  place: itemId === null ? { kind: 'item' } : { kind: 'question', id: firstQuestion },
  itemId,
  regime: { id: regime.id, version: regime.version },
  answers: [],
  picked: null,
  nature: '',
  natureGiven: false,
  warned: false,
  changing: false,
});

/** A declaration that was made, opened again to be changed: it starts at "check your answers". */
export const draftOfDeclaration = (
  made: EventOf<'interest.declare' | 'interest.amend'>,
): DeclarationDraft => {
  const { item, regime, answers, nature } = made.body;
  const stated = nature.kind === 'stated';
  return {
    ...emptyDeclaration(regime, item.itemId, ''),
    place: { kind: 'check' },
    answers,
    nature: stated ? nature.text : '',
    natureGiven: stated,
    warned: stated && nature.boilerplate,
  };
};

/** A kept draft of this form and this regime, or null: then the form starts anew. */
export const parseDeclaration = (kept: unknown, regime: RegimeRef): DeclarationDraft | null => {
  if (!isDeclaration(kept)) return null;
  return kept.regime.id === regime.id && kept.regime.version === regime.version ? kept : null;
};

const isFixedPlace = isShaped<{ readonly kind: 'item' | 'nature' | 'check' | 'duties' }>({
  kind: isOneOf('item', 'nature', 'check', 'duties'),
});
const isQuestionPlace = isShaped<{ readonly kind: 'question'; readonly id: string }>({
  kind: isOneOf('question'),
  id: isText,
});

const isDeclaration = isShaped<DeclarationDraft>({
  version: isOneOf(1),
  place: (value): value is DeclarationPlace => isFixedPlace(value) || isQuestionPlace(value),
  itemId: isNullOr(isText),
  regime: isShaped<RegimeRef>({ id: isOneOf('WCC-2012', 'LGA-2020'), version: isNumber }),
  answers: isListOf(isShaped<Answer>({ question: isText, choice: isText })),
  picked: isNullOr(isText),
  nature: isText,
  natureGiven: isFlag,
  warned: isFlag,
  changing: isFlag,
});
