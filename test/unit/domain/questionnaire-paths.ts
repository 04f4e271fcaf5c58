import type { Answer } from '../../../src/domain/event.ts';
import type { Outcome, QuestionContext } from '../../../src/domain/outcome.ts';
import { answerQuestion, nextStep } from '../../../src/domain/questionnaire.ts';
import type { Regime } from '../../../src/domain/regimes/regime.ts';

/** A voting member in a scrutiny panel on the day of the seed's meeting. */
export const panelContext: QuestionContext = {
  committeeType: 'scrutiny',
  meetingDate: '2016-02-01',
  hasVote: true,
  votesOnItem: true,
};

/** Answers the questions as they are asked, by choice; fails when the questionnaire is not at its end. */
export const answerAll = (
  regime: Regime,
  choices: readonly string[],
  context: QuestionContext = panelContext,
): { readonly outcome: Outcome; readonly answers: readonly Answer[] } => {
  let answers: readonly Answer[] = [];
  for (const choice of choices) {
    const step = nextStep(regime, context, answers);
    if (step.kind !== 'question') throw new Error(`no question is left for ${choice}`);
    answers = answerQuestion(regime, context, answers, { question: step.question.id, choice });
  }
  const step = nextStep(regime, context, answers, true);
  if (step.kind !== 'outcome') throw new Error('questions are left');
  return { outcome: step.outcome, answers };
};

/** Every path of answers to its end. Fails on a path longer than any person would walk. */
export const everyPath = (
  regime: Regime,
  context: QuestionContext = panelContext,
): readonly { readonly outcome: Outcome; readonly answers: readonly Answer[] }[] => {
  const ends: { outcome: Outcome; answers: readonly Answer[] }[] = [];
  const walk = (answers: readonly Answer[]): void => {
    if (answers.length > 10) throw new Error('a path does not end');
    const step = nextStep(regime, context, answers, true);
    if (step.kind === 'outcome') ends.push({ outcome: step.outcome, answers });
    if (step.kind !== 'question') return;
    for (const { id } of step.question.choices) {
      walk(answerQuestion(regime, context, answers, { question: step.question.id, choice: id }));
    }
  };
  walk([]);
  return ends;
};
