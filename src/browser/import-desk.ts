import { err } from '../domain/result.ts';
import type { ImportDesk } from '../app/import/import-desk.ts';

/**
 * The clerk's desk for papers that come in, over a part that is loaded when it is first asked. Whatever goes wrong
 * on this side (the part cannot be had, the tablet's store closed under it) is as good as no answer.
 */
export const importDeskLater = (load: () => Promise<ImportDesk>): ImportDesk => {
  let loaded: Promise<ImportDesk> | null = null;
  const desk = (): Promise<ImportDesk> =>
    (loaded ??= load().catch((cause: unknown) => {
      // Asked for again the next time: there may be a network then.
      loaded = null;
      throw cause;
    }));
  const ask = async <T, N>(question: (desk: ImportDesk) => Promise<T>, none: N): Promise<T | N> => {
    try {
      return await question(await desk());
    } catch {
      return none;
    }
  };
  const noAnswer = err('offline' as const);
  return {
    list: () => ask((part) => part.list(), noAnswer),
    begin: () => ask((part) => part.begin(), noAnswer),
    sendFile: (...file) => ask((part) => part.sendFile(...file), noAnswer),
    removeFile: (...file) => ask((part) => part.removeFile(...file), noAnswer),
    read: (...request) => ask((part) => part.read(...request), noAnswer),
    lastRequest: (id) => ask((part) => part.lastRequest(id), null),
    state: (id) => ask((part) => part.state(id), noAnswer),
    stop: (id) => ask((part) => part.stop(id), noAnswer),
    remove: (id) => ask((part) => part.remove(id), noAnswer),
    readRange: (...range) => ask((part) => part.readRange(...range), null),
    publish: (...draft) => ask((part) => part.publish(...draft), noAnswer),
  };
};
