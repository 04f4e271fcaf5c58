import type { Answer } from './request.ts';

/** How one part of a cycle ended. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly retryAfter: number | null }
  | { readonly kind: 'need'; readonly need: 'sign-in' | 'update' | 'revoked' }
  /** The server's epoch is not ours any more. */
  | { readonly kind: 'epoch' }
  | { readonly kind: 'wipe' }
  /** The tablet itself failed, as with a full disk; that says nothing about the network. */
  | { readonly kind: 'fault' };

export const done: Outcome = { kind: 'done' };

type NotOk = Exclude<Answer<unknown>, { kind: 'ok' } | { kind: 'not-modified' }>;

/** What an answer that is no success means for every endpoint alike. Nothing that waits here is touched. */
export const outcomeOf = (answer: NotOk): Outcome => {
  if (answer.kind === 'unreachable') return { kind: 'retry', retryAfter: answer.retryAfter };
  if (answer.kind === 'too-large') return { kind: 'retry', retryAfter: null };
  if (answer.status === 401) return { kind: 'need', need: 'sign-in' };
  const { error, retryAfter } = answer.problem;
  if (error === 'device_revoked') return { kind: 'need', need: 'revoked' };
  if (error === 'app_too_old') return { kind: 'need', need: 'update' };
  // This tablet counted twice, as after a restore of its own backup: it must enrol as a new device.
  if (error === 'id_reused') return { kind: 'need', need: 'sign-in' };
  if (error === 'epoch_changed') return { kind: 'epoch' };
  return { kind: 'retry', retryAfter: retryAfter === undefined ? null : retryAfter * 1000 };
};
