import type { PaperText } from '../../domain/paper-text.ts';
import { leadPlans } from './lead-plan.ts';
import { paragraphPlans } from './paragraph-plan.ts';
import type { PlanProposal } from './plan-proposal.ts';
import { tablePlans } from './table-plan.ts';

/**
 * The action plan of a report: from the numbered paragraphs that a heading or a paragraph introduces as one,
 * from a table whose header row says so, or from bold lead-ins, a list or headings without numbers. Null when the paper does not seem to hold one. Of several, the
 * one for which most speaks, then the longest.
 */
export const proposePlan = (text: PaperText): PlanProposal | null =>
  [...paragraphPlans(text), ...tablePlans(text), ...leadPlans(text)].toSorted(
    (one, other) => other.score - one.score || other.proposal.areas.length - one.proposal.areas.length,
  )[0]?.proposal ?? null;
