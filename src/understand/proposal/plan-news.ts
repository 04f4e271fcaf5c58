import type { PlanNews, ProposedMeeting, ProposedPlan } from '../../domain/proposal.ts';
import { areaNews } from '../plans/area-news.ts';
import { type AreaMatch, matchAreas } from '../plans/match-areas.ts';
import { dayOf } from './merge-meetings.ts';

interface DatedPlan extends ProposedPlan {
  /** Of the meeting that the file belongs to; null where there is none. */
  readonly day: string | null;
}

/**
 * What moved in an action plan from each meeting to the next, by the meetings' days; files without a meeting stay where
 * they were given. Two plans that share less than half of their areas are two plans.
 */
export const planNews = (
  plans: readonly ProposedPlan[],
  meetings: readonly Pick<ProposedMeeting, 'start' | 'date' | 'papers'>[],
): readonly PlanNews[] => {
  const dated = plans.map((plan): DatedPlan => {
    const own = meetings.find(({ papers }) => papers.some(({ file }) => file === plan.file));
    return { ...plan, day: own === undefined ? null : dayOf(own) };
  });
  const ordered = dated.toSorted((one, other) =>
    one.day === null || other.day === null ? 0 : one.day < other.day ? -1 : Number(one.day > other.day),
  );
  return ordered.flatMap((after, at): PlanNews[] => {
    const before = ordered[at - 1];
    if (before === undefined) return [];
    const matches = matchAreas(before.areas, after.areas);
    return isOnePlan(before, after, matches) ? [toNews(before, after, matches)] : [];
  });
};

const isOnePlan = (before: DatedPlan, after: DatedPlan, matches: readonly AreaMatch[]): boolean => {
  const kept = matches.filter(({ kind }) => kind === 'kept').length;
  return kept * 2 >= Math.min(before.areas.length, after.areas.length);
};

const toNews = (before: DatedPlan, after: DatedPlan, matches: readonly AreaMatch[]): PlanNews => {
  const labels = { before: labelOf(before), after: labelOf(after) };
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
