import { err, type Result } from '../../domain/result.ts';

/** Does what writes to the disk; a full one is an answer. */
export const whereRoom = async <T, E>(
  act: () => Promise<Result<T, E>>,
): Promise<Result<T, E | 'no_room'>> => {
  try {
    return await act();
  } catch (cause) {
    if (isFull(cause)) return err('no_room');
    throw cause;
  }
};

const isFull = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT');
