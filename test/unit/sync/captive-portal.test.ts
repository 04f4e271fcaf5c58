import { expect, test } from 'vitest';
import { download } from '../../../src/sync/downloads.ts';
import { publishPaper } from './papers.ts';
import { createTablet, createWorld } from './tablet.ts';

test('somebody else’s page is neither a damaged manifest nor a damaged paper, and is tried again', async () => {
  const world = await createWorld();
  await publishPaper(world);
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  world.network.faultOf = (path) => (path.startsWith('/blobs/') ? 'portal' : 'none');
  expect(await tab.sync()).toMatchObject({ kind: 'retry' });
  expect(await tab.records.manifests.count()).toBe(0);

  world.network.faultOf = () => 'none';
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect(await tab.records.manifests.count()).toBe(1);

  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  world.network.faultOf = (path) => (path.startsWith('/blobs/') ? 'portal' : 'none');
  expect(await download(tab.ports, enrolment)).toMatchObject({ kind: 'retry' });
  world.network.faultOf = () => 'none';
  expect(await download(tab.ports, enrolment)).toEqual({ kind: 'done' });
  const states = (await tab.records.blobs.toArray()).map((row) => row.state);
  expect(states).toEqual(['ready', 'ready']);
});
