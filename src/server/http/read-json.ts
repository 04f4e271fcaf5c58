import type { Context } from 'hono';
import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { AppEnv } from './env.ts';

// Deep enough for every message; a deeper one is made to overflow the stack of whoever walks it.
const deepest = 60;

/** The body that `limitBody` let through, as JSON, or the problem `bad_json`. */
export const readJson = (c: Context<AppEnv>): Result<unknown, Problem> => textToJson(c.var.bodyText);

export const textToJson = (text: string): Result<unknown, Problem> => {
  if (isDeep(text)) return err({ error: 'bad_json' });
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ error: 'bad_json' });
  }
};

/** The body in the shape asked for, or the problem that answers it. */
export const readBody = <T>(c: Context<AppEnv>, schema: v.GenericSchema<unknown, T>): Result<T, Problem> => {
  const json = readJson(c);
  if (!json.ok) return json;
  const parsed = v.safeParse(schema, json.value);
  return parsed.success ? ok(parsed.output) : err({ error: 'bad_request' });
};

const quote = 0x22;
const backslash = 0x5c;

// Counts brackets outside of strings. By code units, and past strings at once: a push is mostly strings.
const isDeep = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = endOfString(text, at);
      if (at === -1) return false;
    } else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return false;
};

// Where the string that begins at `start` ends; -1 where it does not, and it is no JSON anyway.
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return -1;
};
