import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/event.ts';
import { natureOf } from '../../../src/domain/outcome.ts';
import {
  answeredQuestions,
  answerQuestion,
  nextStep,
  previousStep,
  stepAfter,
} from '../../../src/domain/questionnaire.ts';
import { findRegime, regimeOn, regimes } from '../../../src/domain/regimes/find-regime.ts';
import { lga2020 } from '../../../src/domain/regimes/lga-2020.ts';
import { wordsToSay } from '../../../src/domain/say.ts';
import { answerAll, everyPath, panelContext } from './questionnaire-paths.ts';

const item = { itemId: 'i', number: '5', title: 'Roads' };
const secret = 'Quenby';

describe.each(regimes)('every path of $id', (regime) => {
  const contexts = (['scrutiny', 'regulatory'] as const).map((committeeType) => ({
    ...panelContext,
    committeeType,
  }));
  const paths = contexts.flatMap((context) => everyPath(regime, context));

  it('ends, within seven questions', () => {
    expect(paths.length).toBeGreaterThan(100);
    expect(Math.max(...paths.map(({ answers }) => answers.length))).toBeLessThanOrEqual(7);
  });

  it('says "say this at the meeting" and never that there is no interest', () => {
    for (const { outcome, answers } of paths) {
      expect(outcome.duties).toContainEqual({ code: 'say-at-meeting' });
      const nature = natureOf(outcome.nature, { text: secret, boilerplate: false });
      const say = wordsToSay({ ...outcome, nature, item, answers });
      expect(say).toMatch(/^I (declare|may have) .*in item 5, Roads/u);
      expect(say).not.toMatch(/no interest|not have an interest/iu);
      expect(say).not.toMatch(/undefined|null|\s{2}|\.\.|:\s*$/u);
    }
  });

  it('never lets the nature of a sensitive interest in', () => {
    const sensitive = paths.filter(({ outcome }) => outcome.nature.kind === 'sensitive');
    expect(sensitive.length).toBeGreaterThan(10);
    for (const { outcome, answers } of sensitive) {
      expect(nextStep(regime, panelContext, answers).kind).not.toBe('nature');
      const nature = natureOf(outcome.nature, { text: secret, boilerplate: false });
      expect(nature).toEqual({ kind: 'sensitive' });
      expect(wordsToSay({ ...outcome, nature, item, answers })).not.toContain(secret);
    }
  });

  it('offers "I am not sure" on every question, and then sends to the monitoring officer', () => {
    for (const question of regime.questions) {
      expect(question.choices.map(({ id }) => id)).toContain('unsure');
    }
    for (const { outcome, answers } of paths) {
      if (!answers.some(({ choice }) => choice === 'unsure')) continue;
      expect(outcome.duties).toContainEqual({ code: 'ask-monitoring-officer' });
    }
  });

  it('uses every question and every rule it holds', () => {
    const asked = new Set(paths.flatMap(({ answers }) => answers.map(({ question }) => question)));
    expect([...asked].toSorted()).toEqual(regime.questions.map(({ id }) => id).toSorted());
    const reached = new Set(paths.map(({ outcome }) => outcome.rule));
    expect([...reached].toSorted()).toEqual(regime.outcomes.map(({ id }) => id).toSorted());
  });

  it('takes any answers, however stale, without throwing', () => {
    const ids = regime.questions.map(({ id }) => id);
    const choices = regime.questions.flatMap((question) => question.choices.map(({ id }) => id));
    const answer = fc.record({
      question: fc.oneof(fc.constantFrom(...ids), fc.string()),
      choice: fc.oneof(fc.constantFrom(...choices), fc.string()),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        expect(['question', 'nature', 'outcome']).toContain(nextStep(regime, panelContext, answers).kind);
      }),
    );
  });
});

const asks = (id: string): object => ({ kind: 'question', question: { id } });

describe('going back and forth', () => {
  const answered: readonly Answer[] = [
    { question: 'whose-2020', choice: 'mine' },
    { question: 'category', choice: 'land' },
    { question: 'register', choice: 'yes' },
    { question: 'dispensation', choice: 'none' },
  ];

  it('drops what was said about something else when an earlier answer changes', () => {
    const changed = answerQuestion(lga2020, panelContext, answered, { question: 'category', choice: 'none' });
    expect(changed).toEqual([answered[0], { question: 'category', choice: 'none' }]);
  });

  it('keeps everything when the same choice is made again', () => {
    expect(answerQuestion(lga2020, panelContext, answered, { question: 'category', choice: 'land' })).toEqual(
      answered,
    );
  });

  it('goes back page by page to the first and on again over answered pages', () => {
    expect(previousStep(lga2020, panelContext, answered, 'outcome')).toMatchObject({ kind: 'nature' });
    expect(previousStep(lga2020, panelContext, answered, 'nature')).toMatchObject(asks('dispensation'));
    expect(previousStep(lga2020, panelContext, answered, 'category')).toMatchObject(asks('whose-2020'));
    expect(previousStep(lga2020, panelContext, answered, 'whose-2020')).toBeNull();
    expect(stepAfter(lga2020, panelContext, answered, 'whose-2020')).toMatchObject(asks('category'));
    expect(stepAfter(lga2020, panelContext, answered, 'dispensation')).toMatchObject({ kind: 'nature' });
    expect(answeredQuestions(lga2020, panelContext, answered)).toHaveLength(4);
  });

  it('asks for the nature once, before the outcome', () => {
    expect(nextStep(lga2020, panelContext, answered).kind).toBe('nature');
    expect(nextStep(lga2020, panelContext, answered, true).kind).toBe('outcome');
  });
});

describe('the words to say', () => {
  it('put the member’s own words after a colon and say what follows', () => {
    const { outcome, answers } = answerAll(lga2020, ['partner', 'land', 'no', 'speak']);
    const nature = natureOf(outcome.nature, {
      text: 'we own the field behind the school',
      boilerplate: false,
    });
    expect(wordsToSay({ ...outcome, nature, item, answers })).toBe(
      'I declare a disclosable pecuniary interest through my spouse or partner in item 5, Roads: ' +
        'we own the field behind the school. I have a dispensation to speak. I will not vote.',
    );
  });
});

describe('which regime', () => {
  it('is found by id and version, and by the day', () => {
    expect(findRegime({ id: 'WCC-2012', version: 1 })?.id).toBe('WCC-2012');
    expect(findRegime({ id: 'WCC-2012', version: 2 })).toBeNull();
    expect(regimeOn('2023-05-17')?.id).toBe('WCC-2012');
    expect(regimeOn('2023-05-18')?.id).toBe('LGA-2020');
    expect(regimeOn('2011-01-01')).toBeNull();
  });
});
