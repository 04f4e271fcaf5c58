import { expect, test } from 'vitest';
import { noteContact, readMeta } from '../../../src/storage/meta.ts';
import { openTab } from './records.ts';

const at = Date.parse('2026-01-05T09:00:00Z');

test('of answers that come many in a row one contact is written down', async () => {
  const db = openTab();
  let writes = 0;
  db.meta.hook('creating', () => void (writes += 1));
  db.meta.hook('updating', () => void (writes += 1));
  await noteContact(db, { lastContact: at, clockOffsetMs: 0 });
  for (let ms = 0; ms < 5000; ms += 100)
    await noteContact(db, { lastContact: at + ms, clockOffsetMs: ms / 10 });
  expect(writes).toBe(1);
  expect(await readMeta(db)).toMatchObject({ lastContact: at, clockOffsetMs: 0 });
});

test('a later contact, another clock, and a clock that was set back are written down', async () => {
  const db = openTab();
  await noteContact(db, { lastContact: at, clockOffsetMs: 0 });
  await noteContact(db, { lastContact: at + 5000, clockOffsetMs: 0 });
  expect(await readMeta(db)).toMatchObject({ lastContact: at + 5000 });
  await noteContact(db, { lastContact: at + 5001, clockOffsetMs: 1000 });
  expect(await readMeta(db)).toMatchObject({ lastContact: at + 5001, clockOffsetMs: 1000 });
  await noteContact(db, { lastContact: at - 60_000 });
  expect(await readMeta(db)).toMatchObject({ lastContact: at - 60_000, clockOffsetMs: 1000 });
});
