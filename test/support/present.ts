import type { Result } from '../../src/domain/result.ts';

/** The value that a test needs to go on; its absence ends the test with a name. */
export const present = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new Error(`there is no ${what}`);
  return value;
};

/** The error of something that had to go wrong. */
export const faultOf = <E>(result: Result<unknown, E>): E => {
  if (result.ok) throw new Error('it went well');
  return result.error;
};

/** The value of something that had to go well. */
export const valueOf = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`it went wrong: ${JSON.stringify(result.error)}`);
  return result.value;
};
