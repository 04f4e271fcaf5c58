import type { Cryptography } from '../sync/ports.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

// A month's log is 20,000 digests of 32 bytes.
const bytesToHex = (bytes: Uint8Array): string => {
  let hex = '';
  for (const byte of bytes) hex += hexOfByte[byte] ?? '';
  return hex;
};

/** SHA-256 of UTF-8 text, as 64 lower-case hex digits. */
export const sha256Text = (text: string): Promise<string> =>
  browserCryptography.sha256(new TextEncoder().encode(text));

/** Random bytes as lower-case hex. */
export const randomHex = (count: number): string => bytesToHex(crypto.getRandomValues(new Uint8Array(count)));

/** The browser's Web Cryptography; only there in a secure context. */
export const browserCryptography: Cryptography = {
  sha256: async (bytes) => bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
  // Not extractable: a script can use the key but never carry it away.
  createKeys: () => crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']),
  exportPublicKey: (key) => crypto.subtle.exportKey('jwk', key),
  sign: async (key, bytes) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)),
};
