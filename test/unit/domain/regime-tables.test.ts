import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../src/domain/event.ts';
import { lga2020 } from '../../../src/domain/regimes/lga-2020.ts';
import { wcc2012 } from '../../../src/domain/regimes/wcc-2012.ts';
import { answerAll, panelContext } from './questionnaire-paths.ts';

const codes = (duties: readonly Duty[]): readonly string[] => duties.map(({ code }) => code);
const leave = ['say-at-meeting', 'do-not-speak', 'do-not-vote', 'leave-room'];
const asPublic = ['say-at-meeting', 'speak-only-as-public', 'do-not-vote', 'leave-room'];
const stay = ['say-at-meeting', 'may-speak', 'may-vote', 'may-stay'];

// rules 2.2, row by row: the answers as a member gives them, the kind, and what it asks.
describe('WCC-2012', () => {
  it.each([
    ['DPI', ['mine', 'employment', 'yes', 'none'], 'dpi', leave],
    ['DPI of a partner', ['partner', 'land', 'yes', 'none'], 'dpi', leave],
    ['affects F, planning F: prejudice cannot matter', ['associate', 'connection', 'no'], 'odi', stay],
    ['affects T, planning F, prejudice F', ['associate', 'money', 'no', 'no'], 'odi', stay],
    ['affects F, planning T, prejudice F', ['associate', 'regulatory', 'no', 'no'], 'odi', stay],
    ['affects F, planning T, prejudice T', ['associate', 'regulatory', 'yes', 'no', 'none'], 'odi', leave],
    ['affects T, prejudice T', ['associate', 'money', 'yes', 'no', 'none'], 'odi', leave],
    ['own interest, not a DPI', ['mine', 'none', 'money', 'yes', 'no', 'none'], 'odi', leave],
    ['another public body, normally', ['public-body', 'no', 'no'], 'public-body', stay],
    ['another public body, clash, neither', ['public-body', 'yes', 'neither', 'no'], 'public-body', stay],
    [
      'another public body, clash, money',
      ['public-body', 'yes', 'money', 'no', 'none'],
      'public-body',
      leave,
    ],
  ])('%s', (_, choices, interest, duties) => {
    const { outcome } = answerAll(wcc2012, choices);
    expect(outcome.interest).toBe(interest);
    expect(codes(outcome.duties)).toEqual(duties);
  });

  it('does not offer "no permission involved" where the committee decides about permissions', () => {
    const regulatory = { ...panelContext, committeeType: 'regulatory' } as const;
    expect(() => answerAll(wcc2012, ['associate', 'connection'], regulatory)).toThrow('no such answer');
  });
});

describe('LGA-2020', () => {
  it.each([
    ['DPI', ['mine', 'employment', 'yes', 'none'], 'dpi', leave],
    ['ORI, directly', ['body', 'charity', 'directly', 'no', 'none'], 'ori', asPublic],
    ['NRI, own, directly', ['mine', 'none', 'directly', 'no', 'none'], 'nri-relates', asPublic],
    ['NRI, relative, directly', ['associate', 'directly', 'no', 'none'], 'nri-relates', asPublic],
    ['NRI affects, not more than most', ['associate', 'affects', 'no', 'no'], 'nri-affects', stay],
    ['NRI affects, more, not swayed', ['associate', 'affects', 'yes', 'no', 'no'], 'nri-affects', stay],
    [
      'NRI affects, more, swayed',
      ['associate', 'affects', 'yes', 'yes', 'no', 'none'],
      'nri-affects',
      asPublic,
    ],
    [
      'ORI body affected, more, swayed',
      ['body', 'public', 'affects', 'yes', 'yes', 'no', 'none'],
      'nri-affects',
      asPublic,
    ],
  ])('%s', (_, choices, interest, duties) => {
    const { outcome } = answerAll(lga2020, choices);
    expect(outcome.interest).toBe(interest);
    expect(codes(outcome.duties)).toEqual(duties);
  });
});

describe.each([wcc2012, lga2020])('$id', (regime) => {
  it('lets a member with council tax arrears speak but not vote, and asks for no amount', () => {
    const { outcome } = answerAll(regime, ['council-tax']);
    expect(codes(outcome.duties)).toEqual(['say-at-meeting', 'may-speak', 'do-not-vote', 'may-stay']);
    expect(outcome.nature.kind).toBe('fixed');
  });

  it.each([
    ['speak', ['say-at-meeting', 'may-speak', 'do-not-vote', 'may-stay']],
    ['vote', ['say-at-meeting', 'do-not-speak', 'may-vote', 'may-stay']],
    ['both', ['say-at-meeting', 'may-speak', 'may-vote', 'may-stay']],
    ['unsure', [...leave, 'ask-monitoring-officer']],
  ])('a dispensation (%s) changes a DPI', (scope, duties) => {
    expect(codes(answerAll(regime, ['mine', 'contract', 'yes', scope]).outcome.duties)).toEqual(duties);
  });

  it.each(['no', 'unsure'])(
    'gives 28 days beginning with the meeting when registered is "%s"',
    (registered) => {
      const { outcome } = answerAll(regime, ['mine', 'securities', registered, 'none']);
      // 1 February 2016 was a leap year's: 29 February would be one day late.
      expect(outcome.duties).toContainEqual({ code: 'notify-monitoring-officer', by: '2016-02-28' });
    },
  );

  it.each(['yes', 'pending', 'sensitive'])(
    'asks for no notification when registered is "%s"',
    (registered) => {
      const { outcome } = answerAll(regime, ['mine', 'securities', registered, 'none']);
      expect(codes(outcome.duties)).not.toContain('notify-monitoring-officer');
    },
  );

  it('sends someone without any vote to the monitoring officer', () => {
    const noVote = { ...panelContext, hasVote: false, votesOnItem: false };
    const { outcome } = answerAll(regime, ['mine', 'land', 'no', 'none'], noVote);
    expect(codes(outcome.duties)).toEqual([...leave, 'ask-monitoring-officer']);
  });

  it('never tells someone who has no vote on the item that they may vote', () => {
    const { outcome } = answerAll(regime, ['mine', 'land', 'yes', 'both'], {
      ...panelContext,
      votesOnItem: false,
    });
    expect(codes(outcome.duties)).toEqual(['say-at-meeting', 'may-speak', 'may-stay']);
  });
});
