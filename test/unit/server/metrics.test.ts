import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFolder } from '../../../src/server/observe/folder-metrics.ts';
import { createServerMetrics } from '../../../src/server/observe/server-metrics.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { readExposition, valueOf } from './exposition.ts';
import { apology } from './said.ts';
import { metricsToken, openWatchedApp, type WatchedApp } from './watched-app.ts';

let council: CouncilOfFour;
let watched: WatchedApp;

beforeEach(async () => {
  council = await createCouncilOfFour();
  watched = openWatchedApp(council);
});

describe('the metrics', () => {
  it('count what happened by pattern and status, in Prometheus’s own format', async () => {
    const member = await watched.enrol('member');
    const first = member.say(apology(council));
    await member.push([first, member.say({ type: 'nonsense' } as never)]);
    await member.push([first]);
    await member.pull();
    const stream = await member.request('/sync/v1/events');
    const open = await watched.metrics();
    await stream.body?.cancel();
    const pushed = (status: string) => valueOf(open, 'order_paper_push_events_total', { status });
    expect([pushed('applied'), pushed('quarantined'), pushed('duplicate')]).toEqual([1, 1, 1]);
    expect(valueOf(open, 'order_paper_pull_items_total')).toBe(2);
    expect(valueOf(open, 'order_paper_open_streams')).toBe(1);
    const labels = { route: '/sync/v1/push', method: 'POST', status: '2xx' };
    expect(valueOf(open, 'order_paper_http_requests_total', labels)).toBe(2);
    expect(valueOf(open, 'order_paper_http_request_seconds_count', { route: '/sync/v1/push' })).toBe(2);
    await vi.waitFor(async () => {
      expect(valueOf(await watched.metrics(), 'order_paper_open_streams')).toBe(0);
    });
  });

  it('say how much the folder holds', async () => {
    const member = await watched.enrol('member');
    await member.push([member.say(apology(council)), member.say({ type: 'nonsense' } as never)]);
    const { registry } = createServerMetrics();
    watchFolder(registry, { db: council.db, path: '/nowhere' });
    const families = readExposition(await registry.metrics());
    expect(valueOf(families, 'order_paper_log_head_seq')).toBe(2);
    expect(valueOf(families, 'order_paper_set_aside_rows')).toBe(1);
    expect(valueOf(families, 'order_paper_blobs')).toBe(1);
    expect(valueOf(families, 'order_paper_blob_bytes')).toBeGreaterThan(500);
  });

  it('leave out what cannot be looked up, and say the rest', async () => {
    const { registry } = createServerMetrics();
    await council.db.close();
    watchFolder(registry, { db: council.db, path: '/nowhere' });
    const families = readExposition(await registry.metrics());
    expect(families.get('order_paper_blobs')?.samples).toEqual([]);
    expect(valueOf(families, 'order_paper_faults_total')).toBe(0);
  });
});

const askFor = async (headers: Record<string, string>, remote: string) =>
  (await watched.get('/metrics', headers, remote)).status;

describe('who may read them', () => {
  it('is whoever shows the token, from anywhere', async () => {
    expect(await askFor({ Authorization: `Bearer ${metricsToken}` }, '203.0.113.9')).toBe(200);
    for (const wrong of ['', metricsToken, `Bearer ${metricsToken}x`, 'Bearer', `Basic ${metricsToken}`])
      expect([wrong, await askFor({ Authorization: wrong }, '127.0.0.1')]).toEqual([wrong, 404]);
  });

  const callers: readonly (readonly [number, string, string | undefined, Record<string, string>])[] = [
    [200, 'this machine', '127.0.0.1', {}],
    [200, 'this machine over IPv6', '::1', {}],
    [200, 'this machine by a mapped address', '::ffff:127.0.0.1', {}],
    [404, 'elsewhere', '203.0.113.9', {}],
    [404, 'elsewhere, claiming to be here', '203.0.113.9', { 'X-Forwarded-For': '127.0.0.1' }],
    [404, 'a proxy on this machine', '127.0.0.1', { 'X-Forwarded-For': '203.0.113.9' }],
    [404, 'a proxy that only says Via', '127.0.0.1', { Via: '2.0 Caddy' }],
    [
      404,
      'a proxy that says nothing but the name asked for',
      '127.0.0.1',
      { Host: 'papers.anytown.example' },
    ],
    [404, 'nobody knows', undefined, {}],
  ];
  it.each(callers)('without a token: %i for %s', async (status, _who, remote, headers) => {
    const open = openWatchedApp(council, { metricsToken: null });
    const answer = await open.get('/metrics', headers, remote);
    expect(answer.status).toBe(status);
    const type = answer.headers.get('Content-Type');
    expect(type).toBe(status === 200 ? 'text/plain; version=0.0.4; charset=utf-8' : 'application/json');
  });
});
