import { expect, test, type Page } from '@playwright/test';
import { demoPeople, startDemo, type DemoServer } from '../support/demo-server.ts';
import { enrolReady } from '../support/enrol.ts';
import { answer, heading, openMeeting, press } from '../support/forms.ts';
import { startNewerBuild, type NewerBuild } from '../support/newer-build.ts';

// A newer version is offered, never forced, and never over a form.

let demo: DemoServer;
let build: NewerBuild;
test.beforeEach(async () => {
  demo = await startDemo();
  build = await startNewerBuild(demo.server.port);
});
test.afterEach(async () => {
  await build.close();
  await demo.close();
});

test('a newer version is offered, waits for the form in another tab, and then takes both tabs over', async ({
  page,
  context,
}) => {
  await enrolReady(page, build.address, await demo.inviteFor(demoPeople.member));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const form = await context.newPage();
  await form.goto(build.address);
  await openMeeting(form, 'Demonstration Scrutiny Panel');
  await form.getByRole('link', { name: 'I can’t come' }).click();
  await answer(form, 'extent', 'whole');
  await form.getByLabel('Do you want to say why?').fill('A wedding.');
  const reloads = await countLoads([page, form]);

  build.publish();
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect(page.getByText('A new version is ready.')).toBeVisible();
  expect(reloads()).toEqual([0, 0]);

  await press(page, 'Update now');
  await expect(page.getByText('Finish or close the form that is open, then update.')).toBeVisible();
  expect(reloads()).toEqual([0, 0]);
  await expect(form.getByLabel('Do you want to say why?')).toHaveValue('A wedding.');

  await press(form, 'Continue');
  await press(form, 'Record this apology');
  await expect(heading(form, 'Saved on this tablet')).toBeVisible();
  await press(page, 'Update now');
  await expect.poll(reloads).toEqual([1, 1]);
  await expect(heading(page, 'Your next meeting')).toBeVisible();
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  expect(await runsNewerBuild(page)).toBe(true);
});

test('a newer version that the browser holds up says how it comes, and comes when the app was closed', async ({
  page,
  context,
}) => {
  await enrolReady(page, build.address, await demo.inviteFor(demoPeople.member));
  build.publishHeldUp();
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await press(page, 'Update now');
  await expect(page.getByText('Close it in every tab and window, then open it again.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('button', { name: 'Update now' })).toBeEnabled();

  await page.close();
  const later = await context.newPage();
  await expect(async () => {
    await later.goto('about:blank');
    await later.goto(build.address);
    expect(await runsNewerBuild(later)).toBe(true);
  }).toPass();
  await expect(heading(later, 'Your next meeting')).toBeVisible();
  await expect(later.getByText('A new version is ready.')).toHaveCount(0);
});

/** How often each page has been loaded since. */
const countLoads = async (pages: readonly Page[]): Promise<() => readonly number[]> => {
  const counts = pages.map(() => 0);
  for (const [index, page] of pages.entries()) {
    page.on('domcontentloaded', () => {
      counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  return () => [...counts];
};

/** No worker waits any more: the one in control is the last that came. */
const runsNewerBuild = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { waiting, active } = await navigator.serviceWorker.ready;
    return waiting === null && navigator.serviceWorker.controller === active;
  });
