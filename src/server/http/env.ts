import type { Hono } from 'hono';
import type { Grant } from '../../protocol/enrol.ts';

/** Whose request it is, as far as the session says. */
export interface Actor {
  readonly councilId: string;
  readonly epoch: string;
  readonly deviceId: string;
  readonly personId: string;
  readonly name: string;
  readonly perm: number;
  readonly grants: readonly Grant[];
}

/** What the routes share through Hono's context. */
export interface AppEnv {
  readonly Variables: {
    actor: Actor;
    /** Random; joins what the log says of one request. */
    requestId: string;
    /** The body as text, behind `limitBody` alone. */
    bodyText: string;
  };
}

export type App = Hono<AppEnv>;
