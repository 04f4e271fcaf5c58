import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppDeps } from '../app-deps.ts';
import type { Desk, DeskFault } from '../desk/desk.ts';
import type { Owner } from '../desk/import-record.ts';
import type { Actor, AppEnv } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { readSessionToken } from '../http/session-cookie.ts';
import { findSession } from '../sessions.ts';
import { importsPath } from '../../protocol/imports.ts';

export const importPath = `${importsPath}/:id{[0-9a-f-]{36}}` as const;

/** A desk, and who is at it. */
interface AtDesk {
  readonly desk: Desk;
  readonly owner: Owner;
}

/**
 * Lets through, behind `requireSession`, clerks of the whole council: what is read may turn out to be of any committee.
 * For everybody else, and where there is no desk, there is nothing here.
 */
export const requireDesk = (deps: AppDeps) =>
  createMiddleware<AppEnv>(async (c, next) => (atDesk(deps, c) === null ? refuse(c, notFound) : next()));

/** Answers at the desk of whom `requireDesk` let through. */
export const withDesk = async (
  deps: AppDeps,
  c: Context<AppEnv>,
  act: (at: AtDesk) => Promise<Response>,
): Promise<Response> => {
  const at = atDesk(deps, c);
  return at === null ? refuse(c, notFound) : act(at);
};

/** Whether the session of a request is still one of whom `requireDesk` lets through. */
export const mayStill = async ({ db, now }: AppDeps, c: Context<AppEnv>): Promise<boolean> => {
  const session = await db.read(() => findSession(readSessionToken(c) ?? '', now()));
  return session.kind === 'actor' && isClerkOfAll(session.actor);
};

const atDesk = ({ imports = null }: AppDeps, c: Context<AppEnv>): AtDesk | null => {
  const { actor } = c.var;
  if (imports === null || !isClerkOfAll(actor)) return null;
  return { desk: imports, owner: { councilId: actor.councilId, personId: actor.personId } };
};

const isClerkOfAll = ({ grants }: Actor): boolean =>
  grants.some(({ role, committeeId }) => role === 'clerk' && committeeId === null);

export const notFound = { error: 'not_found' } as const satisfies { readonly error: DeskFault };
