import type { PlanArea } from '../../domain/meeting.ts';
import type { Doubt } from '../../domain/understood.ts';

/** An action plan as a paper seems to hold it, for the clerk to agree to or to correct. */
export interface PlanProposal {
  readonly from: 'paragraphs' | 'table';
  /** What introduces it: a heading, or a paragraph before it; at most 300 characters. */
  readonly quote: string;
  readonly areas: readonly ProposedArea[];
  readonly doubt: Doubt | null;
}

export interface ProposedArea {
  readonly area: PlanArea;
  /** The page of the PDF where it begins, from 1. */
  readonly page: number;
  /** The word for its status as printed ("Amber"); null where `area.status` comes from its prose. */
  readonly statusWord: string | null;
  /** `guessed` when nothing printed marks where the name ends. */
  readonly doubt: Doubt | null;
}

/** A proposal and how much speaks for it; only for choosing the best of a paper. */
export interface PlanCandidate {
  readonly proposal: PlanProposal;
  readonly score: number;
}

/** Names that stand for plans; the weak ones also stand in headings of other reports. */
export const namesPlan = (text: string): boolean =>
  /\b(?:action|improvement|delivery|implementation|recovery|transformation|development|strategy|work)\s(?:and\s\w{1,20}\s)?plans?\b|\bplan on a page\b/iu.test(
    text,
  );

export const namesProgress = (text: string): boolean =>
  /\b(?:progress(?:ed)?|updates?|updated|actions|milestones|work ?streams|recommendations)\b/iu.test(text);

export const QUOTE_LENGTH = 300;
