import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openDeviceDatabase } from '../../../src/storage/device-database.ts';
import {
  forgetDevice,
  keepKeys,
  readEnrolment,
  saveEnrolment,
  watchEnrolment,
} from '../../../src/storage/enrolment.ts';
import { readSetting, saveSetting, watchSettings } from '../../../src/storage/settings.ts';
import { councilId, deviceId, personId, seen } from './records.ts';

const open = () => openDeviceDatabase('order-paper', { indexedDB: new IDBFactory(), IDBKeyRange });
const createKeys = () =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

const idOf = async (keys: CryptoKeyPair | null) =>
  keys && (await crypto.subtle.exportKey('jwk', keys.publicKey)).x;
const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

test('an enrolment comes back with a key that still signs, until it is forgotten', async () => {
  const db = open();
  expect(await readEnrolment(db)).toBeNull();
  const keys = await keepKeys(db, 'code', createKeys);
  if (keys === null) throw new Error('no keys');
  const council = { councilId, name: 'Test Council', demonstration: true, contacts: [] };
  const changed = seen(watchEnrolment(db), (enrolment) => enrolment !== null);
  await saveEnrolment(db, { deviceId, personId, name: 'Mary Member', councilId, grants: [], council, keys });
  expect((await changed)?.name).toBe('Mary Member');
  const kept = await readEnrolment(db);
  if (kept === null) throw new Error('no enrolment');
  const bytes = new TextEncoder().encode('challenge');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, kept.keys.privateKey, bytes);
  expect(await crypto.subtle.verify(algorithm, keys.publicKey, signature, bytes)).toBe(true);
  await expect(crypto.subtle.exportKey('jwk', kept.keys.privateKey)).rejects.toThrow('extractable');
  await forgetDevice(db, deviceId);
  expect(await readEnrolment(db)).toBeNull();
});

test('settings have defaults, are kept one by one, and forget what they do not know', async () => {
  const db = open();
  const fresh = {
    language: null,
    theme: 'system',
    contrast: 'system',
    textSize: 'normal',
    readingScale: '1',
  };
  expect(await seen(watchSettings(db))).toEqual(fresh);
  await saveSetting(db, 'theme', 'dark');
  await saveSetting(db, 'language', 'ur');
  expect(await seen(watchSettings(db))).toEqual({ ...fresh, theme: 'dark', language: 'ur' });
  await db.settings.put({ key: 'textSize', value: 'gigantic' });
  expect(await readSetting(db, 'textSize')).toBe('normal');
});

test('a key that was offered with a code is offered with it again, until an enrolment is saved', async () => {
  const db = open();
  const first = await keepKeys(db, 'one', createKeys);
  if (first === null) throw new Error('no keys');
  expect(await idOf(await keepKeys(db, 'other', createKeys))).not.toBe(await idOf(first));
  expect(await idOf(await keepKeys(db, 'one', createKeys))).toBe(await idOf(first));
  const council = { councilId, name: 'Test Council', demonstration: true, contacts: [] };
  await saveEnrolment(db, { deviceId, personId, name: 'M', councilId, grants: [], council, keys: first });
  expect(await idOf(await keepKeys(db, 'one', createKeys))).not.toBe(await idOf(first));
  await expect(keepKeys(db, 'two', full)).rejects.toThrow('full');
  // A browser that refuses for another reason will refuse again.
  expect(await keepKeys(db, 'two', () => Promise.reject(new Error('no keys here')))).toBeNull();
});
