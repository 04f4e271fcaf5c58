import { checkNature } from '../domain/nature.ts';
import { answerQuestion, nextStep, previousStep, stepAfter } from '../domain/questionnaire.ts';
import { err, type Result } from '../domain/result.ts';
import type { Watch } from '../domain/watch.ts';
import {
  askedOf,
  declarationPage,
  placeOfStep,
  type DeclarationGround,
  type DeclarationPage,
} from './declaration-page.ts';
import type { DeclarationDraft } from './declaration-draft.ts';
import { findStanding, type StandingDeclaration } from './declaration-standing.ts';
import type { DraftForm } from './drafts.ts';
import { recordEvents, type Statement } from './record.ts';
import type { RecordFault } from './records-fault.ts';
import { mapWatch } from './records-watch.ts';
import { seenMeeting } from './records-seen.ts';
import type { Services } from './services.ts';

/** What came of "Continue". Everything but `went` stays on the page and is said there. */
export type Continued = 'went' | 'nothing-chosen' | 'empty' | 'boilerplate';

/** What the declaration form shows, and what is known of its draft. */
export interface DeclarationView {
  readonly page: DeclarationPage;
  readonly resumed: boolean;
  readonly kept: boolean;
  readonly ended: boolean;
}

/** The guided declaration: one question a page, each press kept on the tablet. */
export interface DeclarationForm {
  readonly ground: DeclarationGround;
  /** Under which the form is kept while it is filled in. */
  readonly draftKey: string;
  readonly view: Watch<DeclarationView>;
  /** A choice on this page (an item, or an answer), before "Continue". */
  readonly pick: (choice: string) => void;
  readonly write: (nature: string) => void;
  readonly next: () => Continued;
  /** One page back; false on the first one. */
  readonly back: () => boolean;
  /** From "check your answers": to a question, the nature or the item, and back there after "Continue". */
  readonly change: (place: DeclarationDraft['place']) => void;
  readonly startAgain: () => Promise<void>;
  /**
   * Records what the last page shows; `words` are its exact sentences. Answers the record's id. When the
   * tablet cannot save it, the form stays as it is.
   */
  readonly record: (words: readonly string[]) => Promise<Result<string, RecordFault>>;
  /** Resolves when the newest press is on disk (or was seen to fail). */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

/** The form over a draft. `amends` is what it takes the place of; null for a new declaration. */
export const createDeclarationForm = (
  services: Services,
  ground: DeclarationGround,
  draft: DraftForm<DeclarationDraft>,
  amends: StandingDeclaration | null,
): DeclarationForm => {
  const set = (change: Partial<DeclarationDraft>): void => draft.change({ ...draft.current(), ...change });
  return {
    ground,
    draftKey: draft.key,
    view: mapWatch(draft.view, ({ value, resumed, kept, ended }) => ({
      page: declarationPage(ground, value),
      resumed,
      kept,
      ended,
    })),
    pick: (choice) => {
      const page = declarationPage(ground, draft.current());
      if (page.kind === 'item') set(itemChosen(draft.current(), choice));
      else if (page.kind === 'question') set({ picked: choice });
    },
    write: (nature) => set({ nature }),
    next: () => continueFrom(ground, draft.current(), set),
    back: () => {
      const before = placeBefore(ground, draft.current(), amends !== null);
      if (before === null) return false;
      set({ place: before, picked: null, changing: false });
      return true;
    },
    change: (place) => set({ place, picked: null, changing: true }),
    startAgain: draft.startAgain,
    record: (words) => recordDeclaration(services, ground, draft, amends, words),
    settled: draft.settled,
    close: draft.close,
  };
};

type Change = (change: Partial<DeclarationDraft>) => void;

// Another item makes the answers void: they were about the first one.
const itemChosen = (draft: DeclarationDraft, itemId: string): Partial<DeclarationDraft> =>
  draft.itemId === itemId ? {} : { itemId, answers: [], nature: '', natureGiven: false, warned: false };

const continueFrom = (ground: DeclarationGround, draft: DeclarationDraft, set: Change): Continued => {
  const page = declarationPage(ground, draft);
  const asked = askedOf(ground, draft);
  if (asked === null) return 'nothing-chosen';
  const { regime, context, answers } = asked;
  if (page.kind === 'item') {
    set({ place: placeOfStep(nextStep(regime, context, answers, draft.natureGiven)), picked: null });
    return 'went';
  }
  if (page.kind === 'question') return answerPage(ground, draft, page, set);
  if (page.kind === 'nature') return giveNature(draft, set);
  set({ place: { kind: 'duties' }, changing: false });
  return 'went';
};

const answerPage = (
  ground: DeclarationGround,
  draft: DeclarationDraft,
  page: Extract<DeclarationPage, { kind: 'question' }>,
  set: Change,
): Continued => {
  const asked = askedOf(ground, draft);
  if (asked === null || page.chosen === null) return 'nothing-chosen';
  const { regime, context } = asked;
  const here = page.question.id;
  const answers = answerQuestion(regime, context, asked.answers, { question: here, choice: page.chosen });
  const open = nextStep(regime, context, answers);
  // What must stay out is not kept for later either (Localism Act 2011 s.32).
  const keepsNature = open.kind === 'question' || open.outcome.nature.kind === 'ask';
  const nature = keepsNature ? {} : { nature: '', natureGiven: false };
  const given = keepsNature && draft.natureGiven;
  const step = draft.changing
    ? nextStep(regime, context, answers, given)
    : stepAfter(regime, context, answers, here, given);
  set({ answers, picked: null, place: placeOfStep(step), ...nature });
  return 'went';
};

const giveNature = (draft: DeclarationDraft, set: Change): Continued => {
  const checked = checkNature(draft.nature);
  if (checked.kind === 'empty') return 'empty';
  if (checked.kind === 'boilerplate' && !draft.warned) {
    set({ warned: true });
    return 'boilerplate';
  }
  set({ natureGiven: true, place: { kind: 'check' } });
  return 'went';
};

const placeBefore = (
  ground: DeclarationGround,
  draft: DeclarationDraft,
  isAmending: boolean,
): DeclarationDraft['place'] | null => {
  const page = declarationPage(ground, draft);
  const asked = askedOf(ground, draft);
  if (asked === null || page.kind === 'item') return null;
  if (page.kind === 'duties') return { kind: 'check' };
  const { regime, context, answers } = asked;
  const here = page.kind === 'question' ? page.question.id : page.kind === 'check' ? 'outcome' : 'nature';
  const before = previousStep(regime, context, answers, here);
  if (before !== null) return placeOfStep(before);
  // An amended declaration stays with its item: about another item a new one is made.
  return isAmending ? null : { kind: 'item' };
};

const recordDeclaration = async (
  services: Services,
  ground: DeclarationGround,
  draft: DraftForm<DeclarationDraft>,
  amends: StandingDeclaration | null,
  words: readonly string[],
): Promise<Result<string, RecordFault>> => {
  const page = declarationPage(ground, draft.current());
  if (page.kind !== 'duties') throw new Error('a declaration is recorded from its last page');
  const body = { seen: seenMeeting(ground.manifest, services.language(), words), ...page.made };
  // It was changed or withdrawn meanwhile, in another tab or on another device: two changes of one record contradict.
  if (amends !== null && (await findStanding(services, amends.made.id)) === null)
    return err({ kind: 'replaced' });
  const statement: Statement =
    amends === null
      ? { type: 'interest.declare', body }
      : { type: 'interest.amend', body, refs: amends.refs };
  const saved = await draft.complete((completed) => recordEvents(services, [statement], completed));
  if (!saved.ok) return saved;
  const [id = ''] = saved.value;
  return { ok: true, value: id };
};
