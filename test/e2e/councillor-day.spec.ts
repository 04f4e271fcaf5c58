import { expect, test, type Page } from '@playwright/test';
import { openCouncil, type CouncilOfADay } from '../support/council-of-a-day.ts';
import {
  enrol,
  fillApology,
  fillDeclaration,
  openRecords,
  waitUntilInstalled,
} from '../support/councillor.ts';
import { noFixtures } from '../support/fixtures.ts';
import { makeProfile, removeProfile, startTablet, type Tablet } from '../support/tablet.ts';
import { words } from '../support/words.ts';

// Steps 2 to 5 of a councillor's day, and the arrival at the clerk's desk, on a browser process and a
// server process that are killed on the way (docs/architecture.md, "From the button to the clerk's sentence").

const reason = 'A family matter that stays between me and the clerk';
const nature = 'I am employed by a company that tenders for this work';

for (const kind of ['demonstration', 'kent'] as const) {
  test(`a councillor's day on the ${kind} meeting`, async () => {
    test.setTimeout(240_000);
    const council = await openCouncil(kind);
    if (council === null) {
      console.log(noFixtures);
      test.skip();
      return;
    }
    const profile = makeProfile();
    const clerkProfile = makeProfile();
    try {
      await liveTheDay(council, profile, clerkProfile);
    } finally {
      await council.close();
      removeProfile(profile);
      removeProfile(clerkProfile);
    }
  });
}

const liveTheDay = async (council: CouncilOfADay, profile: string, clerkProfile: string): Promise<void> => {
  let tablet = await startTablet(profile);
  const meetingId = await prepareTablet(council, tablet.page);

  await council.network.cut();
  await tablet.kill();
  tablet = await startTablet(profile);
  await readOffline(council, tablet.page, meetingId);

  await fillApology(tablet.page, council.address, meetingId, reason);
  await tablet.page.getByRole('button', { name: words('apology.record') }).click();
  await expect(tablet.page.getByRole('heading', { name: words('records.saved.title') })).toBeVisible();

  await fillDeclaration(tablet.page, council.address, meetingId, council.item.title, nature);
  await pressAndPullThePlug(tablet);
  tablet = await startTablet(profile);
  await finishDeclaration(council, tablet.page);

  await council.killServer();
  await council.startServer();
  await council.network.restore();
  await council.killServer();
  await council.startServer();
  await seeReceipts(council, tablet.page);

  const desk = await startTablet(clerkProfile);
  await seeDesk(council, desk.page, meetingId);
  await desk.kill();
  await tablet.kill();
  expect(await council.verify()).toContain('Sound');
};

/** Enrols, waits for the papers, and answers the meeting's id. */
const prepareTablet = async (council: CouncilOfADay, page: Page): Promise<string> => {
  await enrol(page, council.address, await council.memberCode());
  await waitUntilInstalled(page);
  await page.getByRole('link', { name: council.committee }).first().click();
  await expect(page.getByRole('heading', { name: council.committee, level: 1 })).toBeVisible();
  const ready = page.getByRole('main').getByText(words('meetings.pack.ready'));
  const download = page.getByRole('button', { name: words('meetings.pack.download') });
  await expect(ready.or(download).first()).toBeVisible({ timeout: 30_000 });
  // Papers of a meeting that is over come only when somebody asks for them.
  if (await download.isVisible()) await download.click();
  await expect(ready).toBeVisible({ timeout: 60_000 });
  const [, meetingId] = /meetings\/([^/]+)/.exec(page.url()) ?? [];
  if (meetingId === undefined) throw new Error(`no meeting in ${page.url()}`);
  return meetingId;
};

const readOffline = async (council: CouncilOfADay, page: Page, meetingId: string): Promise<void> => {
  await page.goto(`${council.address}meetings/${meetingId}`);
  await expect(page.getByRole('heading', { name: council.committee, level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(/offline/i);
  await page.getByRole('link', { name: council.item.title }).first().click();
  await expect(
    page.locator('article, .paper-text, main').getByText(council.item.paper).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: words('reader.modePages') }).click();
  await expect(page.locator('.pdfViewer .textLayer').first()).toContainText(/\w{4}/);
};

// Nobody waits for the answer: the plug goes while the record may be half saved.
const pressAndPullThePlug = async (tablet: Tablet): Promise<void> => {
  const pressed = tablet.page
    .getByRole('button', { name: words('declaration.record') })
    .click({ noWaitAfter: true })
    .catch(() => undefined);
  await Promise.all([pressed, tablet.kill()]);
};

/** Either the record was saved, or the form is where it was left: never neither, never both twice. */
const finishDeclaration = async (council: CouncilOfADay, page: Page): Promise<void> => {
  await openRecords(page, council.address);
  const record = page.getByRole('link', { name: words('records.kind.interest.declare') });
  await expect(
    page.getByRole('link', { name: new RegExp(`^${words('records.kind.apology.send')}`) }).first(),
  ).toBeVisible();
  if ((await record.count()) === 0) {
    await page.getByRole('link', { name: words('meetings.unfinished.go-on') }).click();
    await expect(page.getByText(words('declaration.duties.title'))).toBeVisible();
    await page.getByRole('button', { name: words('declaration.record') }).click();
    await expect(page.getByRole('heading', { name: words('records.saved.title') })).toBeVisible();
    await openRecords(page, council.address);
  }
  await expect(record).toHaveCount(1);
  await expect(page.getByText(words('records.state.waiting')).first()).toBeVisible();
};

const seeReceipts = async (council: CouncilOfADay, page: Page): Promise<void> => {
  await openRecords(page, council.address);
  const received = page.getByText(/^Received by the council .*no\. \d+/);
  // The apology, its reason and the declaration: three records, three receipts.
  await expect(received).toHaveCount(3, { timeout: 90_000 });
  await expect(page.getByText(words('records.state.waiting'))).toHaveCount(0);
};

const seeDesk = async (council: CouncilOfADay, page: Page, meetingId: string): Promise<void> => {
  await enrol(page, council.address, await council.clerkCode());
  await page.goto(`${council.address}desk/${meetingId}`);
  const main = page.getByRole('main');
  await expect(main.getByText(council.memberName).first()).toBeVisible({ timeout: 30_000 });
  await expect(main.getByText(nature)).toHaveCount(1);
  await expect(main.getByText(reason)).toHaveCount(1);
};
