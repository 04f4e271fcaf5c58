import type { PlanNews, ProposedPlan } from '../../domain/proposal.ts';
import { areaNews } from '../plans/area-news.ts';
import { type AreaMatch, matchAreas } from '../plans/match-areas.ts';

export interface DatedPlan extends ProposedPlan {
  /** Of the meeting that the file belongs to; null where there is none. */
  readonly day: string | null;
  /** False for a plan that the council has published. */
  readonly isBrought: boolean;
}

/**
 * What moved in each plan that was brought: since the meeting before, by the meetings' days, and since the same plan
 * as it was known for its own meeting. Files without a meeting stay where they were given, and what was published
 * comes first. Two plans that share less than half of their areas are two plans.
 */
export const planNews = (plans: readonly DatedPlan[]): readonly PlanNews[] => {
  const ordered = plans.toSorted((one, other) =>
    one.day === null || other.day === null ? 0 : one.day < other.day ? -1 : Number(one.day > other.day),
  );
  return ordered.flatMap((after, at): readonly PlanNews[] => {
    if (!after.isBrought) return [];
    const earlier = ordered.slice(0, at).toReversed();
    return [
      ...latestNews(
        earlier.filter(({ day }) => day !== after.day),
        after,
      ),
      ...latestNews(
        earlier.filter(({ day }) => day === after.day),
        after,
      ),
    ];
  });
};

/** Since the first of these that is the same plan, the latest one first. */
const latestNews = (earlier: readonly DatedPlan[], after: DatedPlan): readonly PlanNews[] => {
  for (const before of earlier) {
    const matches = matchAreas(before.areas, after.areas);
    if (isOnePlan(before, after, matches)) return [toNews(before, after, matches)];
  }
  return [];
};

const isOnePlan = (before: DatedPlan, after: DatedPlan, matches: readonly AreaMatch[]): boolean => {
  const kept = matches.filter(({ kind }) => kind === 'kept').length;
  return kept * 2 >= Math.min(before.areas.length, after.areas.length);
};

const toNews = (before: DatedPlan, after: DatedPlan, matches: readonly AreaMatch[]): PlanNews => {
  // Two plans of one day are told apart by their files.
  const labels =
    before.day === after.day
      ? { before: before.file, after: after.file }
      : { before: labelOf(before), after: labelOf(after) };
  return {
    file: after.file,
    before: before.file,
    areas: matches.map((match) => ({
      ...areaNews(match, labels),
      status: {
        before: match.kind === 'new' ? null : match.before.status,
        after: match.kind === 'gone' ? null : match.after.status,
      },
      doubt: match.kind === 'kept' ? match.doubt : null,
    })),
  };
};

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "January 2016", as a paper would say it; the file's name where no day is known. */
const labelOf = ({ day, file }: DatedPlan): string =>
  day === null ? file : `${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
