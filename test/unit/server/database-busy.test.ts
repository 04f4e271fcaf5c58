import { beforeEach, expect, it } from 'vitest';
import { DatabaseBusy } from '../../../src/server/db/database-busy.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { valueOf } from './exposition.ts';
import { apology } from './said.ts';
import { openWatchedApp } from './watched-app.ts';

let council: CouncilOfFour;
beforeEach(async () => {
  council = await createCouncilOfFour();
});

const hang = () => Promise.reject(new DatabaseBusy('55P03'));

it('a database that does not answer in time is told as such: 503, when to come back, and one line', async () => {
  const member = await openWatchedApp(council).enrol('member');
  const watched = openWatchedApp(council, { db: { ...council.db, write: hang } });
  const { cookie, deviceId, epoch } = member;
  const events = [member.say(apology(council))];
  const push = { proto: 1, app: '', deviceId, epoch, sentAt: '2026-01-05T09:00:00.000Z', events };
  const answer = await watched.app.fetch(
    new Request('http://localhost/sync/v1/push', {
      method: 'POST',
      body: JSON.stringify(push),
      headers: { Cookie: cookie },
    }),
  );
  expect(answer.status).toBe(503);
  expect(answer.headers.get('Retry-After')).toBe('10');
  expect(answer.headers.get('X-Order-Paper')).toBe('1');
  expect(await answer.json()).toEqual({ error: 'database_busy', retryAfter: 10 });
  const request = answer.headers.get('X-Request-Id');
  expect(watched.parsed()).toMatchObject([
    { level: 'error', event: 'database-busy', request, code: '55P03' },
    { level: 'error', event: 'request', request, route: '/sync/v1/push', status: 503 },
  ]);
  expect(valueOf(await watched.metrics(), 'order_paper_faults_total')).toBe(0);
  // Nothing of it was kept: the tablet offers it again, once is enough.
  expect(await (await member.push(events)).json()).toMatchObject({ results: [{ status: 'applied' }] });
});
