import { expect, test, type Page } from '@playwright/test';
import { openCouncil, type CouncilOfADay } from '../support/council-of-a-day.ts';
import {
  enrol,
  fillApology,
  fillDeclaration,
  openMeeting,
  openRecords,
  record,
  waitUntilInstalled,
} from '../support/councillor.ts';
import { makeProfile, removeProfile, startTablet } from '../support/tablet.ts';
import { tearCopies } from '../support/tear-copies.ts';
import { words } from '../support/words.ts';

const received = /^Received by the council .*no\. \d+/;

let council: CouncilOfADay;
let profile: string;

test.beforeAll(async () => {
  const opened = await openCouncil('demonstration');
  if (opened === null) throw new Error('the demonstration did not start');
  council = opened;
  profile = makeProfile();
});

test.afterAll(async () => {
  removeProfile(profile);
  await council.close();
});

// What is torn, and what Chromium makes of it two starts later: docs/torture.md, "Chromium throws a database away".
test('Chromium throws the tablet’s databases away: what was saved is there, no code is asked for, and all of it arrives', async () => {
  let tablet = await startTablet(profile);
  const meetingId = await prepareTablet(tablet.page);
  await council.network.cut();
  await fillApology(tablet.page, council.address, meetingId, 'A reason of my own');
  await record(tablet.page, 'apology.record');
  await fillDeclaration(
    tablet.page,
    council.address,
    meetingId,
    council.item.title,
    'I work for the company',
  );
  await tablet.kill();
  expect(tearCopies(profile)).toBe(2);

  tablet = await startTablet(profile);
  await openRecords(tablet.page, council.address);
  await tablet.page.getByRole('link', { name: words('meetings.unfinished.go-on') }).click();
  await record(tablet.page, 'declaration.record');
  await tablet.kill();

  tablet = await startTablet(profile);
  await openRecords(tablet.page, council.address);
  await seeBoth(tablet.page);
  await expect(tablet.page.getByText(words('records.state.waiting')).first()).toBeVisible();
  // The meeting is gone, so it did happen.
  await tablet.page.goto(council.address);
  await expect(tablet.page.getByRole('link', { name: council.committee })).toHaveCount(0);

  await council.network.restore();
  await openRecords(tablet.page, council.address);
  await expect(tablet.page.getByText(received)).toHaveCount(3, { timeout: 60_000 });
  await seeBoth(tablet.page);
  await tablet.page.goto(council.address);
  await expect(tablet.page.getByRole('link', { name: council.committee }).first()).toBeVisible();
  await tablet.kill();
  expect(await council.verify()).toContain('Sound');
});

const prepareTablet = async (page: Page): Promise<string> => {
  await enrol(page, council.address, await council.memberCode());
  await waitUntilInstalled(page);
  return openMeeting(page, council.committee);
};

const seeBoth = async (page: Page): Promise<void> => {
  for (const kind of ['apology.send', 'interest.declare']) {
    const name = new RegExp(`^${words(`records.kind.${kind}`)}`);
    await expect(page.getByRole('link', { name })).toHaveCount(1);
  }
};
