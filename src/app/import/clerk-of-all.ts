import type { Enrolment } from '../../storage/device-database.ts';

/** Whether papers may be brought in here: what they come to may turn out to be of any committee. */
export const isClerkOfAll = ({ grants }: Pick<Enrolment, 'grants'>): boolean =>
  grants.some(({ role, committeeId }) => role === 'clerk' && committeeId === null);
