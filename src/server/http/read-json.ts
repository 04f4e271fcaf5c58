import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Problem } from '../../protocol/problem.ts';
import { inflateBody } from './inflate-body.ts';
import { refuse } from './problem.ts';

/** Refuses a body over the limit with 413, before it is read whole; packed or not, the same limit holds. */
export const limitBody = (maxSize: number) =>
  every(bodyLimit({ maxSize, onError: (c) => refuse(c, { error: 'too_large' }) }), inflateBody(maxSize));

// Deep enough for every message; a deeper one is made to overflow the stack of whoever walks it.
const deepest = 60;

/** The body as JSON, or the problem `bad_json`. */
export const readJson = async (c: Context): Promise<Result<unknown, Problem>> =>
  textToJson(await c.req.text());

export const textToJson = (text: string): Result<unknown, Problem> => {
  if (isDeep(text)) return err({ error: 'bad_json' });
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ error: 'bad_json' });
  }
};

/** The body in the shape asked for, or the problem that answers it. */
export const readBody = async <T>(
  c: Context,
  schema: v.GenericSchema<unknown, T>,
): Promise<Result<T, Problem>> => {
  const json = await readJson(c);
  if (!json.ok) return json;
  const parsed = v.safeParse(schema, json.value);
  return parsed.success ? ok(parsed.output) : err({ error: 'bad_request' });
};

// Counts brackets outside of strings.
const isDeep = (text: string): boolean => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
};
