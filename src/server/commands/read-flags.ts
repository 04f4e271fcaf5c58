import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { err, ok } from '../../domain/result.ts';

/** Flags and words of a command line; `error` is a sentence that says what was not understood. */
export const readFlags = <T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  usage: string,
) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    // An empty name or id is never meant: it is a variable of a script that was not set.
    if (Object.values(values).includes('')) return err(usageSentence(usage));
    return ok({ values, words: positionals });
  } catch (cause) {
    // parseArgs throws only for what was typed; any other fault is a mistake of ours.
    if (!(cause instanceof TypeError) || !('code' in cause)) throw cause;
    return err(usageSentence(usage));
  }
};

/** What to say when a command was typed in a way that it does not know. */
export const usageSentence = (usage: string): string => `Use it like this: order-paper ${usage}`;
