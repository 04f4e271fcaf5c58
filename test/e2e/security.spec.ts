import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { demoPeople, startDemo, type DemoServer } from '../support/demo-server.ts';
import { enrolReady } from '../support/enrol.ts';
import { openMeeting, press } from '../support/forms.ts';
import { watchConsole } from '../support/inspect-screen.ts';
import { present } from '../support/present.ts';

// The built app from the real server, under the policy that it is served with.

let demo: DemoServer;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.close());

test('no screen asks for anything that the policy refuses', async ({ page }) => {
  const errors = watchConsole(page);
  const violations = await watchViolations(page);
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.clerk));
  await openMeeting(page, 'Demonstration Scrutiny Panel');
  const meeting = page.url();
  await page
    .getByRole('link', { name: /Safer journeys/ })
    .first()
    .click();
  await press(page, /^Text$/);
  await expect(page.getByRole('article', { name: 'Text of the paper' })).toBeVisible();
  await press(page, /^Pages$/);
  await expect(page.locator('.page[data-loaded="true"] canvas').first()).toBeVisible();
  expect(
    page
      .workers()
      .map((worker) => worker.url())
      .join(' '),
  ).toContain('pdf.worker');
  const rest = ['/apology', '/declare', '/whip'].map((path) => meeting + path);
  const own = ['/records', '/actions', '/settings', '/help', '/help?lang=ur', '/desk', '/nowhere'];
  for (const address of [...rest, ...own.map((path) => demo.address + path)]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const control = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller?.scriptURL;
  });
  expect(control).toBe(`${demo.address}/sw.js`);
  expect(violations()).toEqual([]);
  expect(errors()).toEqual([]);
});

test('nothing that the council’s server sends lands in a cache of the service worker', async ({ page }) => {
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.member));
  await page.goto(`${demo.address}/records`);
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const requests = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      requests.push(...(await cache.keys()));
    }
    return requests.map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((path) => /^\/(sync|blobs|enrol|session|council|healthz)\b/.test(path))).toEqual([]);
});

test('the first visit loads at most 90,000 bytes of scripts', async ({ page }) => {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    // What the service worker fetches comes after the first page, for later and for offline use.
    const isPages = response.request().serviceWorker() === null;
    if (isPages && /javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response);
  });
  await page.goto(demo.address, { waitUntil: 'networkidle' });
  await expect(page.getByLabel('Your code')).toBeVisible();
  const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length));
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(90_000);
});

// Each may be tried by whoever gets words of theirs onto the page. Without the policy all of them work,
// which is how we know that it is the policy that refuses.
for (const isOn of [true, false]) {
  test.describe(isOn ? 'with the policy' : 'without the policy', () => {
    test.use({ bypassCSP: !isOn, serviceWorkers: 'block' });
    test(`foreign scripts, addresses and markup ${isOn ? 'are refused' : 'would work'}`, async ({ page }) => {
      const elsewhere = await startElsewhere();
      await page.goto(demo.address);
      await expect(page.getByLabel('Your code')).toBeVisible();
      const worked = await attack(page, elsewhere.address);
      await elsewhere.close();
      expect(worked).toEqual({
        worker: !isOn,
        evaluated: !isOn,
        markup: !isOn,
        inline: !isOn,
        attribute: !isOn,
        foreign: !isOn,
      });
      expect(elsewhere.asked()).toBe(isOn ? 0 : 1);
    });
  });
}

const attack = (page: Page, elsewhere: string) =>
  page.evaluate(async (foreign) => {
    const works = async (work: () => unknown): Promise<boolean> => {
      // Later, so that it runs as the page's own script: the debugger's may evaluate text.
      await new Promise((resolve) => setTimeout(resolve));
      try {
        await work();
        return true;
      } catch {
        return false;
      }
    };
    const ran = (name: string): boolean => name in globalThis;
    const append = (make: (element: HTMLElement) => void, tag: string): void => {
      const element = document.createElement(tag);
      make(element);
      document.body.append(element);
    };
    const worker = await works(() => new Worker('/x.js').terminate());
    const evaluated = await works(() => (0, eval)('1 + 1'));
    const markup = await works(() => append((element) => (element.innerHTML = '<b>x</b>'), 'p'));
    await works(() => append((element) => element.append('globalThis.inlineRan = 1'), 'script'));
    await works(() => append((element) => element.setAttribute('onclick', 'globalThis.clickRan = 1'), 'i'));
    await works(() => document.querySelector('i')?.click());
    const fetched = await works(() => fetch(foreign));
    return {
      worker,
      evaluated,
      markup,
      inline: ran('inlineRan'),
      attribute: ran('clickRan'),
      foreign: fetched,
    };
  }, elsewhere);

/** A server of somebody else, which answers whoever asks. */
const startElsewhere = async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = present(server.address(), 'address of the other server');
  if (typeof address === 'string') throw new Error('the other server has no port');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    asked: () => asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Every refusal of the policy that the page is told of, in this and later documents. */
const watchViolations = async (page: Page): Promise<() => readonly string[]> => {
  const seen: string[] = [];
  await page.exposeFunction('reportViolation', (line: string) => void seen.push(line));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const report: unknown = Reflect.get(globalThis, 'reportViolation');
      if (typeof report === 'function') report(`${effectiveDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return () => seen;
};
