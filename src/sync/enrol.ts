import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import { councilPath, CouncilSchema } from '../protocol/council.ts';
import {
  enrolPath,
  EnrolRequestSchema,
  EnrolResponseSchema,
  normaliseCode,
  type EnrolRequest,
} from '../protocol/enrol.ts';
import type { Enrolled, EnrolmentStore, Outside } from './ports.ts';
import { ask, readJson, type Answer } from './request.ts';

/** Why this browser is not enrolled. Only the `code-` faults mean that the code itself is of no use. */
export type EnrolFault =
  | { readonly kind: 'code-wrong' | 'code-used' | 'code-expired' }
  /** Seconds, where the server said so. */
  | { readonly kind: 'too-many-tries'; readonly retryAfter: number | null }
  | { readonly kind: 'no-network' }
  /** The browser cannot keep a key, as in private browsing: the code was not spent. */
  | { readonly kind: 'keys-not-kept' }
  /** The store refused a write, as on a full disk. The same code can be tried again on this browser, spent or not. */
  | { readonly kind: 'not-saved' };

const timeoutMs = 30_000;

/**
 * Makes this browser a device of the person to whom the code was given. The key is made here, written
 * and read back before the code is spent; the enrolment is read back before it is believed. A try whose
 * answer was lost may be made again: the same code offers the same key, and the server knows the device.
 */
export const enrol = async (
  ports: { readonly enrolments: EnrolmentStore; readonly outside: Outside },
  code: string,
  deviceName: string,
): Promise<Result<Enrolled, EnrolFault>> => {
  const { enrolments, outside } = ports;
  const offered = await stored(() => keepKeys(ports, code));
  if (!offered.ok) return offered;
  const keys = offered.value;
  if (keys === null) return err({ kind: 'keys-not-kept' });
  const publicKey = v.safeParse(
    EnrolRequestSchema.entries.publicKey,
    pickKey(await outside.cryptography.exportPublicKey(keys.publicKey)),
  );
  if (!publicKey.success) return err({ kind: 'keys-not-kept' });

  const council = await ask(
    outside,
    { method: 'GET', path: councilPath, timeoutMs },
    readJson(CouncilSchema),
  );
  if (council.kind !== 'ok') return err({ kind: 'no-network' });
  const body: EnrolRequest = {
    code: code.trim().slice(0, 40),
    deviceName: deviceName.slice(0, 120),
    publicKey: publicKey.output,
  };
  const answer = await ask(
    outside,
    { method: 'POST', path: enrolPath, body, timeoutMs },
    readJson(EnrolResponseSchema),
  );
  if (answer.kind !== 'ok') return err(faultOf(answer));
  const { deviceId, personId, name, councilId, grants } = answer.value;
  const enrolment: Enrolled = { deviceId, personId, name, councilId, grants, council: council.value, keys };
  const kept = await stored(async () => {
    await enrolments.save(enrolment);
    return enrolments.read();
  });
  if (!kept.ok) return kept;
  return kept.value?.deviceId === deviceId ? ok(enrolment) : err({ kind: 'keys-not-kept' });
};

/** What the store answers. A disk that is full at the end, with the code spent, is as likely as at the start. */
const stored = async <T>(work: () => Promise<T>): Promise<Result<T, EnrolFault>> => {
  try {
    return ok(await work());
  } catch {
    return err({ kind: 'not-saved' });
  }
};

const keepKeys = async (
  { enrolments, outside }: { readonly enrolments: EnrolmentStore; readonly outside: Outside },
  code: string,
): Promise<CryptoKeyPair | null> => {
  const { createKeys, sha256, sign } = outside.cryptography;
  const encoder = new TextEncoder();
  const codeHash = await sha256(encoder.encode(normaliseCode(code) ?? code));
  const kept = await enrolments.keepKeys(codeHash, createKeys);
  if (kept === null) return null;
  try {
    // A key that came back but no longer signs is worth as much as none.
    await sign(kept.privateKey, encoder.encode('order-paper'));
    return kept;
  } catch {
    return null;
  }
};

const pickKey = ({ kty, crv, x, y }: JsonWebKey): unknown => ({ kty, crv, x, y });

const faultOf = (answer: Exclude<Answer<unknown>, { kind: 'ok' }>): EnrolFault => {
  if (answer.kind === 'unreachable') {
    if (answer.status !== 429) return { kind: 'no-network' };
    return {
      kind: 'too-many-tries',
      retryAfter: answer.retryAfter === null ? null : answer.retryAfter / 1000,
    };
  }
  if (answer.kind !== 'problem') return { kind: 'no-network' };
  const { error } = answer.problem;
  if (error === 'code_used') return { kind: 'code-used' };
  if (error === 'code_expired') return { kind: 'code-expired' };
  return { kind: 'code-wrong' };
};
