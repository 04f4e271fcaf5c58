import { describe, expect, it } from 'vitest';
import words from '../../../locales/en-GB/regimes.json' with { type: 'json' };
import { regimes } from '../../../src/domain/regimes/find-regime.ts';

const table: Readonly<Record<string, string>> = words;

describe('the words of the questionnaires', () => {
  const needed = new Set(
    regimes.flatMap((regime) => [
      `regimes.sources.${regime.id}`,
      ...regime.questions.flatMap(({ id, choices }) => [
        `regimes.q.${id}.title`,
        `regimes.q.${id}.hint`,
        `regimes.q.${id}.why`,
        ...choices.map((choice) => `regimes.q.${id}.choice.${choice.id}`),
      ]),
      ...regime.outcomes.flatMap(({ interest, duties }) => [
        `regimes.kind.${interest}`,
        ...duties.map((code) => `regimes.duty.${code}`),
      ]),
    ]),
  );
  needed.add('regimes.duty.notify-monitoring-officer');

  it('has every one that is needed', () => {
    expect([...needed].filter((key) => !table[key]?.trim())).toEqual([]);
  });

  it('has none that is not, but the hints of choices', () => {
    const extra = Object.keys(table).filter((key) => !needed.has(key));
    expect(extra.filter((key) => !needed.has(key.replace(/\.hint$/u, '')))).toEqual([]);
  });

  it('keeps to short sentences and says the boundaries of the law', () => {
    for (const [key, text] of Object.entries(table)) {
      for (const sentence of text.split(/(?<=[.?!:])\s/u)) {
        expect(sentence.split(/\s+/u).length, `${key}: ${sentence}`).toBeLessThanOrEqual(26);
      }
    }
    // Exactly £25,000 is not over it (SI 2012/1464).
    expect(table['regimes.q.category.choice.securities.hint']).toContain('more than £25,000');
  });
});
