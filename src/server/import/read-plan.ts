import { findPlanAreas } from '../../domain/action-plan.ts';
import type { PlanArea } from '../../domain/meeting.ts';
import type { PaperText } from '../../domain/paper-text.ts';
import type { PlanToRead } from './meeting-file.ts';

/**
 * The areas of an action plan. The clerk's own names and statuses come first, then what the paper prints
 * after "Status:", and only then what its prose suggests.
 */
export const readPlan = (text: PaperText, plan: PlanToRead): readonly PlanArea[] =>
  findPlanAreas(text, plan.from, plan.to, Object.values(plan.names)).map((area) => ({
    ...area,
    name: plan.names[area.number] ?? area.name,
    status: plan.statuses[area.number] ?? printedStatus(area.text) ?? area.status,
  }));

const STATUSES: readonly (readonly [RegExp, PlanArea['status']])[] = [
  [/^(?:done|complete|completed|finished)\b/i, 'done'],
  [/^on (?:track|time|course)\b/i, 'on-track'],
  [/^(?:waiting|on hold|not started)\b/i, 'waiting'],
  [/^(?:late|delayed|behind|overdue)\b/i, 'late'],
];

const printedStatus = (text: string): PlanArea['status'] | null => {
  const said = /\bstatus:\s*(.*)/i.exec(text)?.[1] ?? '';
  return STATUSES.find(([pattern]) => pattern.test(said))?.[1] ?? null;
};
