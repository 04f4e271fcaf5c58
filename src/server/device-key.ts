import type { EnrolRequest } from '../protocol/enrol.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Whether a public key is a point on the curve at all. */
export const isUsableKey = async (publicKey: EnrolRequest['publicKey']): Promise<boolean> => {
  try {
    await crypto.subtle.importKey('jwk', { ...publicKey }, algorithm, true, ['verify']);
    return true;
  } catch {
    return false;
  }
};

/** Checks base64url of an IEEE P1363 signature over UTF-8 text by a key that was checked at enrolment. */
export const isSignedBy = async (publicKey: string, text: string, signature: string): Promise<boolean> => {
  const key = await crypto.subtle.importKey('jwk', JSON.parse(publicKey), algorithm, true, ['verify']);
  return crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    Buffer.from(signature, 'base64url'),
    new TextEncoder().encode(text),
  );
};
