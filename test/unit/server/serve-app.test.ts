import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../src/server/security-headers.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';

const publicDir = mkdtempSync(join(tmpdir(), 'public-'));
let council: CouncilOfFour;

beforeAll(async () => {
  mkdirSync(join(publicDir, 'assets'));
  writeFileSync(join(publicDir, 'index.html'), '<!doctype html><title>shell</title>');
  writeFileSync(join(publicDir, 'sw.js'), '/* worker */');
  writeFileSync(join(publicDir, 'assets', 'index-4f3a.js'), 'export {};');
  council = await createCouncilOfFour({ publicDir });
});
afterAll(() => rmSync(publicDir, { recursive: true }));

const get = (path: string, accept = '*/*') =>
  Promise.resolve(council.app.fetch(new Request(`http://localhost${path}`, { headers: { Accept: accept } })));
const page = 'text/html,application/xhtml+xml';

describe('the built app', () => {
  it.each([
    ['/', 'text/html', 'no-cache'],
    ['/index.html', 'text/html', 'no-cache'],
    ['/sw.js', 'text/javascript', 'no-cache'],
    ['/assets/index-4f3a.js', 'text/javascript', 'public, max-age=31536000, immutable'],
  ])('%s', async (path, type, cache) => {
    const answer = await get(path, page);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain(type);
    expect(answer.headers.get('Cache-Control')).toBe(cache);
    // A worker has the policy of its own response.
    expect(answer.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
  });

  it.each(['/enrol', '/meetings/1', '/desk', '/records'])('%s is the shell', async (path) => {
    const answer = await get(path, page);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('shell');
    expect(answer.headers.get('Cache-Control')).toBe('no-cache');
  });

  it.each([
    ['/assets/gone-1234.js', page],
    ['/missing.png', page],
    ['/enrol', 'application/json'],
    ['/sync/v1/nothing', page],
    ['/%2e%2e/package.json', page],
  ])('%s for %s is not', async (path, accept) => {
    const answer = await get(path, accept);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('shell');
  });
});
