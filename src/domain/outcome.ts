import type { Declaration, Duty, InterestKind, Nature, PecuniaryCategory } from './event.ts';
import { addDays } from './local-date.ts';
import type { Committee } from './meeting.ts';
import type { Facts, OutcomeRule, PlainDuty } from './regimes/regime.ts';

/** What the questions depend on besides the answers. */
export interface QuestionContext {
  readonly committeeType: Committee['type'];
  /** Local date of the meeting: the day of disclosure. */
  readonly meetingDate: string;
  /** Entitled to vote on any question at all: the statutory rules apply (Localism Act 2011 s.27(4)). */
  readonly hasVote: boolean;
  /** Entitled to vote on this item: only then is "you may vote" said. */
  readonly votesOnItem: boolean;
}

/** Where the questionnaire ends: what a declaration records, and what the member must do. */
export interface Outcome {
  /** Id of the regime's rule. */
  readonly rule: string;
  readonly interest: InterestKind;
  readonly category: PecuniaryCategory | null;
  readonly holder: Declaration['holder'];
  readonly nature: NatureWanted;
  readonly dispensation: 'speak' | 'vote' | 'both' | null;
  readonly duties: readonly Duty[];
}

/** Whether the nature is asked, kept out (s.32), or said by the council's own words. */
export type NatureWanted =
  | { readonly kind: 'ask' }
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'fixed'; readonly text: string };

/** The outcome of a rule for what is known. Every outcome says "say this at the meeting". */
export const decideOutcome = (rule: OutcomeRule, facts: Facts, context: QuestionContext): Outcome => ({
  rule: rule.id,
  interest: rule.interest,
  category: facts.category ?? null,
  holder: facts.holder ?? null,
  nature: natureWanted(rule, facts),
  dispensation: facts.dispensation ?? null,
  duties: dutiesOf(rule, facts, context),
});

/** The nature that a declaration records, from the member's own words where they were asked for. */
export const natureOf = (wanted: NatureWanted, own: { text: string; boilerplate: boolean }): Nature => {
  if (wanted.kind === 'sensitive') return { kind: 'sensitive' };
  if (wanted.kind === 'fixed') return { kind: 'stated', text: wanted.text, boilerplate: false };
  return { kind: 'stated', text: own.text, boilerplate: own.boilerplate };
};

const natureWanted = (rule: OutcomeRule, facts: Facts): NatureWanted => {
  if (facts.sensitive) return { kind: 'sensitive' };
  return rule.fixedNature === undefined ? { kind: 'ask' } : { kind: 'fixed', text: rule.fixedNature };
};

const dutiesOf = (rule: OutcomeRule, facts: Facts, context: QuestionContext): readonly Duty[] => {
  const codes = rule.duties
    .map((code) => dispensed(code, facts.dispensation))
    .filter((code) => code !== 'may-vote' || context.votesOnItem);
  const duties: Duty[] = codes.map((code) => ({ code }));
  // Before the end of 28 days *beginning with* the day of disclosure: that day is the first (s.31(3)).
  if (rule.interest === 'dpi' && facts.unregistered && context.hasVote) {
    duties.push({ code: 'notify-monitoring-officer', by: addDays(context.meetingDate, 27) });
  }
  // Someone without any vote is outside the statute, and this app is not the one to say what then holds.
  const open = facts.ask === true || (rule.interest === 'dpi' && !context.hasVote);
  if (open && !codes.includes('ask-monitoring-officer')) duties.push({ code: 'ask-monitoring-officer' });
  return duties;
};

/** What a dispensation makes of one duty (s.33): it lifts speaking, voting or both, and with it leaving. */
const dispensed = (code: PlainDuty, scope: Facts['dispensation']): PlainDuty => {
  if (scope === undefined) return code;
  if (code === 'leave-room') return 'may-stay';
  if (code === 'do-not-vote') return scope === 'speak' ? code : 'may-vote';
  if (code === 'do-not-speak' || code === 'speak-only-as-public') {
    return scope === 'vote' ? code : 'may-speak';
  }
  return code;
};
