import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Cryptography } from '../../src/sync/ports.ts';
import type { Chance } from './chance.ts';
import { sha256 } from './sha256.ts';

// Nobody forges in a simulation, so a signature may be made from the public half: it only has to be
// right for one key and one text. What matters is that no thread of its own is needed for it.
const signatureOf = (x: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(sha256(`${x} ${sha256(bytes)}`).repeat(2), 'hex'));

const xOf = (key: unknown): string => {
  if (typeof key !== 'object' || key === null || !('x' in key) || typeof key.x !== 'string') {
    throw new TypeError('not a simulated key');
  }
  return key.x;
};

/** A tablet's cryptography whose keys come from the seed. */
export const createCryptography = (chance: Chance): Cryptography => ({
  sha256: (bytes) => Promise.resolve(sha256(bytes)),
  createKeys: () => {
    const key = { x: Buffer.from(chance.bytes(32)).toString('base64url') };
    // A CryptoKey is opaque to the product: only this file and its server side look inside.
    return Promise.resolve({ publicKey: key, privateKey: key } as unknown as CryptoKeyPair);
  },
  exportPublicKey: (key) => Promise.resolve({ kty: 'EC', crv: 'P-256', x: xOf(key), y: xOf(key) }),
  sign: (key, bytes) => Promise.resolve(signatureOf(xOf(key), bytes)),
});

const verify = (_: unknown, key: unknown, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> =>
  Promise.resolve(Buffer.compare(signatureOf(xOf(key), bytes), signature) === 0);

const cheap = (code: string, salt: string, length: number): Buffer =>
  Buffer.from(sha256(`${salt} ${code}`).slice(0, 2 * length), 'hex');

const callOn = (real: SubtleCrypto, name: string, given: readonly unknown[]): unknown => {
  const method: unknown = Reflect.get(real, name);
  return typeof method === 'function' ? Reflect.apply(method, real, given) : undefined;
};

/**
 * Lets the server in this process check simulated signatures: WebCrypto would do it in another thread. And
 * makes codes cheap to check: that it is slow is a defence, and would be a third of every history.
 */
export const simulateCryptography = (): void => {
  Object.assign(crypto, { scryptSync: cheap });

  syncBuiltinESMExports();
  const real = globalThis.crypto.subtle;
  // A proxy, since others ask too: Dexie when it is loaded, PostgreSQL's driver for its password.
  const subtle = new Proxy(real, {
    get: (_, name) => {
      if (name === 'importKey') {
        return (format: string, jwk: unknown, ...rest: unknown[]) =>
          format === 'jwk' ? Promise.resolve({ x: xOf(jwk) }) : callOn(real, name, [format, jwk, ...rest]);
      }
      if (name === 'verify') return verify;
      const value: unknown = Reflect.get(real, name);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
  Object.defineProperty(globalThis.crypto, 'subtle', { value: subtle, configurable: true });
};
