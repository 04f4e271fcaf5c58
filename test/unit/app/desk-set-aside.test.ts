import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  countSetAside,
  isQuietDesk,
  watchSetAside,
  type SetAsideView,
} from '../../../src/app/desk-set-aside.ts';
import type { Services } from '../../../src/app/services.ts';
import { deskView } from '../../../src/domain/register.ts';
import { createTestTablet, ids, manifest } from './records-tablet.ts';

type Records = Awaited<ReturnType<Services['askSetAside']>>;

const record = (id: string, meetingId: string | null, code = 'device_revoked') => ({
  id,
  meetingId,
  type: 'apology.send',
  sender: { personId: ids.anna, name: 'Anna Ash', role: null },
  receivedAt: '2016-02-01T12:00:00.000Z',
  status: 'held' as const,
  code,
});

const openDesk = async (answers: Records[]) => {
  const { services, sync } = await createTestTablet(ids.clerk);
  const seen: SetAsideView[] = [];
  let asked = 0;
  const asking = {
    ...services,
    askSetAside: () => {
      asked += 1;
      return Promise.resolve(answers.shift() ?? null);
    },
  };
  const watching = watchSetAside(asking, ids.meeting).subscribe((view) => seen.push(view));
  const contact = async (network: 'online' | 'offline', lastContact: number | null) => {
    sync.set({ ...sync.get(), network, lastContact });
    // Every answer here is ready; one turn of the queue of promises shows it.
    await new Promise(setImmediate);
  };
  return { seen, asked: () => asked, contact, leave: () => watching.unsubscribe() };
};

test('the desk asks when there is a connection, shows this meeting’s and the nameless, and why', async () => {
  const newer = { ...record('c', null, 'brand_new_code'), type: 'brand.new' };
  const records = [record('a', ids.meeting), record('b', 'another'), newer];
  const { seen, asked, contact } = await openDesk([records, []]);
  expect(seen.at(-1)).toEqual({ kind: 'needs-connection' });
  expect(asked()).toBe(0);
  await contact('online', 1);
  expect(seen.at(-1)).toMatchObject({
    kind: 'known',
    lines: [
      { id: 'a', reason: 'device_revoked', isOfMeeting: true, sender: { name: 'Anna Ash' } },
      { id: 'c', type: null, reason: 'other', isOfMeeting: false },
    ],
  });
  // The same contact is no reason to ask again; the next one is.
  await contact('online', 1);
  expect(asked()).toBe(1);
  await contact('online', 2);
  expect(seen.at(-1)).toEqual({ kind: 'known', lines: [] });
});

test('without an answer the desk says that the list needs a connection, and asks again with one', async () => {
  const { seen, contact, asked, leave } = await openDesk([null, [record('a', ids.meeting)]]);
  await contact('online', 1);
  expect(seen.at(-1)).toEqual({ kind: 'needs-connection' });
  await contact('offline', 1);
  await contact('online', 1);
  expect(seen.at(-1)).toMatchObject({ kind: 'known', lines: [{ id: 'a' }] });
  await contact('offline', 1);
  expect(seen.at(-1)).toEqual({ kind: 'needs-connection' });
  leave();
  await contact('online', 3);
  expect(asked()).toBe(2);
});

test('nothing has arrived only where nothing was set aside either, as far as anyone can know', async () => {
  const { seen, contact } = await openDesk([[record('a', ids.meeting)], []]);
  await contact('online', 1);
  await contact('online', 2);
  const empty = deskView(manifest, []);
  expect(seen.map((view) => [view.kind, countSetAside(view), isQuietDesk(empty, view)])).toEqual([
    ['asking', 0, false],
    ['needs-connection', 0, true],
    ['known', 1, false],
    ['known', 0, true],
  ]);
});
