import type { Declaration, Nature } from '../domain/event.ts';
import type { AgendaItem, Manifest } from '../domain/meeting.ts';
import { checkNature } from '../domain/nature.ts';
import { natureOf, type Outcome, type QuestionContext } from '../domain/outcome.ts';
import { questionContext } from '../domain/question-context.ts';
import { answeredQuestions, nextStep, type Step } from '../domain/questionnaire.ts';
import { findRegime } from '../domain/regimes/find-regime.ts';
import type { Question, Regime } from '../domain/regimes/regime.ts';
import { wordsToSay } from '../domain/say.ts';
import type { DeclarationDraft, DeclarationPlace } from './declaration-draft.ts';
import { seenItem } from './records-seen.ts';

/** What the declaration form shows. */
export type DeclarationPage =
  | { readonly kind: 'item'; readonly items: readonly AgendaItem[]; readonly chosen: string | null }
  | {
      readonly kind: 'question';
      readonly item: AgendaItem;
      readonly question: Question;
      readonly chosen: string | null;
    }
  | { readonly kind: 'nature'; readonly item: AgendaItem; readonly text: string; readonly warned: boolean }
  | {
      readonly kind: 'check';
      readonly item: AgendaItem;
      readonly answered: Answered;
      readonly nature: Nature;
      readonly asksNature: boolean;
    }
  | { readonly kind: 'duties'; readonly item: AgendaItem; readonly answered: Answered; readonly made: Made };

export type Answered = readonly { readonly question: Question; readonly choice: string }[];

/** A declaration without what was seen: what the last page shows, and what it records. */
export type Made = Omit<Declaration, 'seen'>;

/** The meeting that a form was opened on; it stays this version until the form is closed. */
export interface DeclarationGround {
  readonly manifest: Manifest;
  readonly regime: Regime;
  readonly personId: string;
}

/** The ground of a form, or null when this app is too old to know the council's rules. */
export const declarationGround = (manifest: Manifest, personId: string): DeclarationGround | null => {
  const regime = findRegime(manifest.regime);
  return regime === null ? null : { manifest, regime, personId };
};

/** Regime, context and answers of a draft, as the questionnaire takes them; null before an item is chosen. */
export const askedOf = (ground: DeclarationGround, draft: DeclarationDraft) => {
  const item = ground.manifest.items.find(({ id }) => id === draft.itemId);
  if (item === undefined) return null;
  const context: QuestionContext = questionContext(ground.manifest, item, ground.personId);
  return { item, regime: ground.regime, context, answers: draft.answers };
};

/** The place of a step: the outcome is checked before it is shown. */
export const placeOfStep = (step: Step): DeclarationPlace => {
  if (step.kind === 'question') return { kind: 'question', id: step.question.id };
  return { kind: step.kind === 'nature' ? 'nature' : 'check' };
};

/** The page for a draft. A place that the answers do not reach (yet) shows the first step that is open. */
export const declarationPage = (ground: DeclarationGround, draft: DeclarationDraft): DeclarationPage => {
  const asked = askedOf(ground, draft);
  if (asked === null || draft.place.kind === 'item') {
    return { kind: 'item', items: ground.manifest.items, chosen: asked?.item.id ?? null };
  }
  const { item, regime, context, answers } = asked;
  const answered = answeredQuestions(regime, context, answers);
  const open = nextStep(regime, context, answers, draft.natureGiven);
  const place = draft.place;
  if (place.kind === 'question' || open.kind === 'question') {
    const before =
      place.kind === 'question' ? answered.find(({ question }) => question.id === place.id) : undefined;
    const question = before?.question ?? (open.kind === 'question' ? open.question : answered[0]?.question);
    if (question === undefined) throw new Error('a regime asks at least one question');
    return { kind: 'question', item, question, chosen: draft.picked ?? before?.choice ?? null };
  }
  const asksNature = open.outcome.nature.kind === 'ask';
  if (open.kind === 'nature' || (place.kind === 'nature' && asksNature)) {
    return { kind: 'nature', item, text: draft.nature, warned: draft.warned };
  }
  const made = madeOf(ground, item, draft, answered, open.outcome);
  return place.kind === 'duties'
    ? { kind: 'duties', item, answered, made }
    : { kind: 'check', item, answered, nature: made.nature, asksNature };
};

const madeOf = (
  { regime }: DeclarationGround,
  item: AgendaItem,
  draft: DeclarationDraft,
  answered: Answered,
  outcome: Outcome,
): Made => {
  const nature = checkNature(draft.nature);
  const text = nature.kind === 'empty' ? '' : nature.text;
  const made = {
    item: seenItem(item),
    regime: { id: regime.id, version: regime.version },
    answers: answered.map(({ question, choice }) => ({ question: question.id, choice })),
    interest: outcome.interest,
    category: outcome.category,
    holder: outcome.holder,
    nature: natureOf(outcome.nature, { text, boilerplate: nature.kind === 'boilerplate' }),
    duties: outcome.duties,
  };
  return { ...made, say: wordsToSay(made) };
};
