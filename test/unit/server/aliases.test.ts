import { beforeEach, expect, test } from 'vitest';
import type { Alias } from '../../../src/domain/understood.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';

let council: CouncilOfFour;
beforeEach(async () => {
  council = await createCouncilOfFour();
});

const alias = (id: string, site: string | null = 'https://anytown.example'): Alias => ({
  system: 'moderngov',
  site,
  kind: 'meeting',
  id,
});

const publish = (version: number, aliases: readonly { readonly alias: Alias; readonly ours: string }[]) =>
  council.store.publishMeeting(
    { ...council.manifest, version, reason: 'Corrected' },
    { aliases, members: false },
  );

test('what others call a meeting is kept with the version, and the last word counts', async () => {
  await publish(2, [
    { alias: alias('7'), ours: 'one' },
    { alias: alias('7', null), ours: 'other' },
  ]);
  expect(await council.store.knownAliases([alias('7'), alias('8')])).toEqual([
    { alias: alias('7'), ours: 'one' },
  ]);
  await publish(3, [{ alias: alias('7'), ours: 'two' }]);
  expect(await council.store.knownAliases([alias('7'), alias('7', null)])).toEqual([
    { alias: alias('7', null), ours: 'other' },
    { alias: alias('7'), ours: 'two' },
  ]);
  expect(await council.store.aliasesOf(['one', 'two'])).toEqual([{ alias: alias('7'), ours: 'two' }]);
});

test('nothing is kept of a version that is refused, and nothing of our own ids', async () => {
  const refused = await publish(9, [{ alias: alias('7'), ours: 'one' }]);
  expect(refused.ok).toBe(false);
  await publish(2, [{ alias: { ...alias('7'), system: 'order-paper' }, ours: 'one' }]);
  expect(await council.store.aliasesOf(['one'])).toEqual([]);
});

test('of every meeting the latest version is listed', async () => {
  await publish(2, []);
  const [only, ...others] = await council.store.listMeetings();
  expect(others).toEqual([]);
  expect(only).toMatchObject({ meetingId: council.manifest.meetingId, version: 2 });
});
