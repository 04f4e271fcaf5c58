import type { Answer } from './event.ts';
import { decideOutcome, type Outcome, type QuestionContext } from './outcome.ts';
import type { Choice, Facts, OutcomeRule, Question, Regime } from './regimes/regime.ts';

/** What the screen shows next. `nature` asks for the member's own words and already knows the outcome. */
export type Step =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'nature'; readonly outcome: Outcome }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

/** The first step that is still open: a question, the nature (unless it was given or is not asked), the outcome. */
export const nextStep = (
  regime: Regime,
  context: QuestionContext,
  answers: readonly Answer[],
  natureGiven = false,
): Step => {
  const walk = walkAnswers(regime, context, answers);
  if (walk.open !== null) return { kind: 'question', question: visible(walk.open, context) };
  const kind = walk.outcome.nature.kind === 'ask' && !natureGiven ? 'nature' : 'outcome';
  return { kind, outcome: walk.outcome };
};

/**
 * The answers with this one in its place. Another choice than before drops every later answer: they were
 * about something else. An answer to a question that is not on the path, or with an unknown choice, throws.
 */
export const answerQuestion = (
  regime: Regime,
  context: QuestionContext,
  answers: readonly Answer[],
  answer: Answer,
): readonly Answer[] => {
  const kept = walkAnswers(regime, context, answers).given;
  const at = kept.findIndex((given) => given.question === answer.question);
  if (at >= 0 && kept[at]?.choice === answer.choice) return kept;
  const changed = [...(at < 0 ? kept : kept.slice(0, at)), answer];
  if (walkAnswers(regime, context, changed).given.length !== changed.length) {
    throw new RangeError(`no such answer: ${answer.question}, ${answer.choice}`);
  }
  return changed;
};

/** The questions asked so far, in order: those that were answered, for "check your answers". */
export const answeredQuestions = (
  regime: Regime,
  context: QuestionContext,
  answers: readonly Answer[],
): readonly { readonly question: Question; readonly choice: string }[] =>
  walkAnswers(regime, context, answers).given.map(({ question, choice }) => ({
    question: visible(questionOf(regime, question), context),
    choice,
  }));

/**
 * The step before the one on the screen, or null before the first; answers are kept, so going back and on
 * again loses nothing. `here` is a question's id, `nature` or `outcome`.
 */
export const previousStep = (
  regime: Regime,
  context: QuestionContext,
  answers: readonly Answer[],
  here: string,
): Step | null => {
  const walk = walkAnswers(regime, context, answers);
  if (here === 'outcome' && walk.open === null && walk.outcome.nature.kind === 'ask') {
    return { kind: 'nature', outcome: walk.outcome };
  }
  const at = walk.given.findIndex((given) => given.question === here);
  const before = walk.given[at < 0 ? walk.given.length - 1 : at - 1];
  if (before === undefined) return null;
  return { kind: 'question', question: visible(questionOf(regime, before.question), context) };
};

/** The step after an answered question, even when it is answered already (for going on after going back). */
export const stepAfter = (
  regime: Regime,
  context: QuestionContext,
  answers: readonly Answer[],
  here: string,
  natureGiven = false,
): Step => {
  const { given } = walkAnswers(regime, context, answers);
  const at = given.findIndex((answer) => answer.question === here);
  const after = at < 0 ? undefined : given[at + 1];
  if (after === undefined) return nextStep(regime, context, answers, natureGiven);
  return { kind: 'question', question: visible(questionOf(regime, after.question), context) };
};

interface Walked {
  /** The answers that apply, in the order of asking. */
  readonly given: readonly Answer[];
}
type Walk = Walked & ({ readonly open: Question } | { readonly open: null; readonly outcome: Outcome });

const walkAnswers = (regime: Regime, context: QuestionContext, answers: readonly Answer[]): Walk => {
  const given: Answer[] = [];
  let facts: Facts = {};
  let rule: OutcomeRule | null = null;
  let follow: readonly string[] = [];
  let question: Question | null = questionOf(regime, regime.first);
  while (question !== null) {
    const choice = chosen(visible(question, context), answers);
    if (choice === null) return { given, open: question };
    given.push({ question: question.id, choice: choice.id });
    facts = { ...facts, ...choice.learn };
    if ('question' in choice.to) {
      question = questionOf(regime, choice.to.question);
      continue;
    }
    if ('outcome' in choice.to) {
      rule = ruleOf(regime, choice.to.outcome);
      follow = rule.follow;
    }
    const [next, ...later]: readonly string[] = follow;
    question = next === undefined ? null : questionOf(regime, next);
    follow = later;
  }
  if (rule === null) throw new Error('a path of the regime ends without a rule');
  return { given, open: null, outcome: decideOutcome(rule, facts, context) };
};

const chosen = (question: Question, answers: readonly Answer[]): Choice | null => {
  const answer = answers.find((given) => given.question === question.id);
  return question.choices.find((choice) => choice.id === answer?.choice) ?? null;
};

const visible = (question: Question, context: QuestionContext): Question => ({
  ...question,
  choices: question.choices.filter((choice) => !choice.hiddenIn?.includes(context.committeeType)),
});

const questionOf = (regime: Regime, id: string): Question => {
  const question = regime.questions.find((candidate) => candidate.id === id);
  if (question === undefined) throw new Error(`regime ${regime.id} has no question ${id}`);
  return question;
};

const ruleOf = (regime: Regime, id: string): OutcomeRule => {
  const rule = regime.outcomes.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`regime ${regime.id} has no outcome ${id}`);
  return rule;
};
