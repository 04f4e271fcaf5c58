import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { demoPeople, startDemo, type DemoServer } from '../support/demo-server.ts';
import { enrol, enrolReady, typeCode } from '../support/enrol.ts';
import { chromiumArgs, findChromium } from '../support/find-chromium.ts';
import { fillTablet, limitTablet, unlimitTablet } from '../support/full-tablet.ts';
import { answer, heading, openMeeting, press } from '../support/forms.ts';
import { ageInvites, findBlobOf, flipByte, scribble, settle } from '../support/damage.ts';
import { makeDataDir, removeDataDir, startOrderPaper } from '../support/order-paper-process.ts';

// What a councillor types, what a disk loses and what a stranger sends, against a real server.

const scrutiny = 'Demonstration Scrutiny Panel';
const smallDisk = 40_000_000;
let demo: DemoServer;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.close());

test.describe('codes', () => {
  test('a wrong and a used code each have their sentence, and a good one still works after them', async ({
    page,
    browser,
  }) => {
    const first = await browser.newPage();
    const used = await demo.inviteFor(demoPeople.chair);
    await enrol(first, demo.address, used);
    await first.close();
    await page.goto(demo.address);
    await typeCode(page, 'AAAA-2222');
    await expect(page.getByRole('alert')).toHaveText(/This code is not known/);
    await typeCode(page, used);
    await expect(page.getByRole('alert')).toHaveText(/This code has been used already/);
    await typeCode(page, await demo.inviteFor(demoPeople.chair));
    await expect(heading(page, 'Your next meeting')).toBeVisible();
  });

  test('an expired code says so', async ({ page }) => {
    const code = await demo.inviteFor(demoPeople.otherMember);
    ageInvites(demo.server.dataDir);
    await page.goto(demo.address);
    await typeCode(page, code);
    await expect(page.getByRole('alert')).toHaveText(/more than 72 hours old/);
  });

  test('whoever guesses has to wait, and everybody else does not', async ({ page, browser }) => {
    const code = await demo.inviteFor(demoPeople.member);
    await page.setExtraHTTPHeaders({ 'X-Forwarded-For': '192.0.2.7' });
    await page.goto(demo.address);
    for (let tries = 0; tries < 10; tries += 1) {
      const answered = page.waitForResponse('**/enrol/v1');
      await typeCode(page, `AAAA-22${tries}2`.replaceAll(/[01]/g, 'X'));
      expect((await answered).status()).toBe(404);
      await expect(page.getByRole('button', { name: 'Set up this tablet' })).toBeVisible();
    }
    await typeCode(page, code);
    await expect(page.getByRole('alert')).toHaveText(/Too many tries. Wait 15 minutes/);
    const other = await browser.newPage();
    await enrol(other, demo.address, code);
    await other.close();
  });
});

test('a damaged paper is never taken, the others can be read, and a repaired one comes', async ({ page }) => {
  const file = findBlobOf(demo.server.dataDir, scrutiny, 'Work programme');
  flipByte(file);
  await enrol(page, demo.address, await demo.inviteFor(demoPeople.member));
  const next = page.getByRole('article');
  await expect(next).toContainText('Part of a paper arrived damaged. What is good was kept.');
  await expect(next).not.toContainText('Ready offline');
  await next.getByRole('link', { name: 'Read the papers' }).click();
  await expect(page.getByRole('link', { name: /Back to the meeting/ })).toBeVisible();
  await openMeeting(page, scrutiny);
  await page
    .getByRole('link', { name: /Reading for pleasure/ })
    .first()
    .click();
  await press(page, /^Text$/);
  await expect(page.getByRole('article', { name: 'Text of the paper' })).toBeVisible();
  await page.goto(demo.address);
  flipByte(file);
  await page.getByRole('button', { name: /^Try again/ }).click();
  await expect(next).toContainText('Ready offline');
});

test.describe('a full tablet', () => {
  test('says so when papers do not fit, and takes them when there is room', async ({ page }) => {
    await limitTablet(page, demo.address, smallDisk);
    await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.member));
    await openMeeting(page, scrutiny);
    await press(page, 'Remove from this tablet');
    await press(page, 'Remove the papers');
    await fillTablet(page, 65_536);
    await page.getByRole('button', { name: /^Download/ }).click();
    await expect(page.getByText('This tablet is full. Remove old papers in Settings')).toBeVisible();
    await unlimitTablet(page);
    await page.getByRole('button', { name: /^(Try again|Download)/ }).click();
    await expect(page.getByText('Ready offline').first()).toBeVisible();
  });

  test('lets old papers be removed, which is what it asks for', async ({ page }) => {
    await limitTablet(page, demo.address, smallDisk);
    await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.chair));
    await expect(page.getByText('Ready offline')).toHaveCount(2);
    await fillTablet(page, 256);
    await page.goto(`${demo.address}/settings`);
    const remove = page.getByRole('button', { name: /^Remove/ });
    await expect(remove).toHaveCount(2);
    await remove.first().click();
    await expect(remove).toHaveCount(1);
    await page.goto(demo.address);
    await expect(page.getByText('Ready offline')).toHaveCount(1);
  });

  test('keeps the form when a record does not fit, and saves it once when there is room', async ({
    page,
  }) => {
    await limitTablet(page, demo.address, smallDisk);
    await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.otherMember));
    await openMeeting(page, scrutiny);
    await page.getByRole('link', { name: 'I can’t come' }).click();
    await answer(page, 'extent', 'whole');
    await page.getByLabel('Do you want to say why?').fill('A wedding.');
    await press(page, 'Continue');
    await fillTablet(page, 256);
    await press(page, 'Record this apology');
    await expect(page.getByRole('alert')).toHaveText(/Not saved, because this tablet is full/);
    await expect(page.getByText('A wedding.')).toBeVisible();
    await unlimitTablet(page);
    await press(page, 'Record this apology');
    await expect(heading(page, 'Saved on this tablet')).toBeVisible();
    await expect(page.getByText(/Received by the council/).first()).toBeVisible();
    await page.locator('.tabbar').getByRole('link', { name: 'My records' }).click();
    await expect(page.getByRole('main').getByRole('link', { name: /^Apology/ })).toHaveCount(1);
  });
});

test.describe('the data folder', () => {
  for (const [what, at] of [
    ['first page', 30],
    ['middle', 30_000],
  ] as const) {
    test(`whose database is damaged in its ${what} is refused, and stays as it is`, async () => {
      const dataDir = makeDataDir();
      cpSync(demo.server.dataDir, dataDir, { recursive: true, filter: (path) => !path.includes('blobs') });
      const file = join(dataDir, 'council.sqlite');
      // Into the file itself whatever the server still has in its journal.
      settle(file);
      scribble(file, at);
      const before = readFileSync(file);
      await expect(startOrderPaper(dataDir, [])).rejects.toThrow(
        /^The server ended \(1\): The records in \S+ are damaged: nothing was changed[^\n]*\n$/,
      );
      expect(readFileSync(file).equals(before)).toBe(true);
      removeDataDir(dataDir);
    });
  }

  test('a second server on it is refused', async () => {
    await expect(startOrderPaper(demo.server.dataDir, [])).rejects.toThrow(
      /^The server ended \(1\): Another server is using the data folder[^\n]*\n$/,
    );
  });
});

test('requests that are not what was agreed are refused as JSON', async ({ page }) => {
  await enrol(page, demo.address, await demo.inviteFor(demoPeople.chair));
  const send = (path: string, body: string) =>
    page.evaluate(
      async (given) => {
        const response = await fetch(given.path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: given.body,
        });
        return [response.status, response.headers.get('X-Order-Paper'), await response.json()];
      },
      { path, body },
    );
  const tooLarge = JSON.stringify({ events: 'x'.repeat(600_000) });
  const tooDeep = `${'['.repeat(500)}${']'.repeat(500)}`;
  for (const path of ['/enrol/v1', '/sync/v1/push', '/session/v1']) {
    expect(await send(path, '{"'), path).toEqual([400, '1', { error: 'bad_json' }]);
    expect(await send(path, tooDeep), path).toEqual([400, '1', { error: 'bad_json' }]);
    expect(await send(path, '[]'), path).toEqual([400, '1', { error: 'bad_request' }]);
    expect(await send(path, tooLarge), path).toEqual([413, '1', { error: 'too_large' }]);
  }
  expect(await send('/sync/v1/nothing', '{}')).toEqual([404, '1', { error: 'not_found' }]);
});

test('plain http on a network address says that nothing is kept offline there', async () => {
  // A name that is not this machine's own, on the same wire: to a browser that is no secure context.
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArgs, '--host-resolver-rules=MAP papers.example 127.0.0.1'],
  });
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(`http://papers.example:${demo.server.port}/`);
  await expect(page.getByText('Not for offline use at this address')).toBeVisible();
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  // A code typed here could not be used, so none is asked for.
  await expect(page.getByLabel('Your code')).toHaveCount(0);
  await browser.close();
});
