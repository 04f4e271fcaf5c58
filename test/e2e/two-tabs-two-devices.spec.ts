import { expect, test, type Page } from '@playwright/test';
import { openCouncil, type CouncilOfADay } from '../support/council-of-a-day.ts';
import {
  enrol,
  fillApology,
  fillDeclaration,
  openMeeting,
  openRecords,
  record,
} from '../support/councillor.ts';
import { inspect } from '../support/inspect-screen.ts';
import { words } from '../support/words.ts';

const received = /^Received by the council .*no\. \d+/;
const natureOfTab = (tab: string): string => `I work for a company that tenders for this, said in ${tab}`;

let council: CouncilOfADay;

test.beforeAll(async () => {
  const opened = await openCouncil('demonstration');
  if (opened === null) throw new Error('the demonstration did not start');
  council = opened;
});

test.afterAll(() => council.close());

test('two tabs of one tablet record at once offline: both arrive, once and numbered apart', async ({
  context,
  page,
}) => {
  await enrol(page, council.address, await council.memberCode());
  const meetingId = await findMeeting(page);
  const other = await context.newPage();
  await fillDeclaration(page, council.address, meetingId, 'Safer journeys', natureOfTab('one tab'));
  await fillDeclaration(
    other,
    council.address,
    meetingId,
    'Reading for pleasure',
    natureOfTab('the other tab'),
  );
  await council.network.cut();
  await Promise.all([page, other].map((tab) => record(tab, 'declaration.record')));
  await council.network.restore();
  await openRecords(page, council.address);
  await expect(page.getByText(received)).toHaveCount(2, { timeout: 60_000 });
  const numbers = await page.getByText(received).allInnerTexts();
  expect(new Set(numbers.map((line) => /no\. (\d+)/.exec(line)?.[1])).size).toBe(2);
});

test('what one device of a person sends, the other shows, and can take back', async ({ browser }) => {
  const [first, second] = await Promise.all([openDevice(), openDevice()]);
  const meetingId = await findMeeting(first);
  await fillApology(first, council.address, meetingId, 'A reason of my own');
  await record(first, 'apology.record');

  await openRecords(second, council.address);
  await expect(
    second.getByRole('link', { name: new RegExp(`^${words('records.kind.apology.send')}`) }),
  ).toHaveCount(1, {
    timeout: 60_000,
  });
  await second.goto(`${council.address}meetings/${meetingId}/apology`);
  await second.getByRole('button', { name: words('apology.recall.action') }).click();
  await second.getByRole('button', { name: words('apology.recall.confirm') }).click();
  await expect(second.getByRole('heading', { name: words('records.saved.title') })).toBeVisible();

  await first.goto(`${council.address}meetings/${meetingId}`);
  await expect(first.getByRole('link', { name: words('meetings.cannot-come'), exact: true })).toBeVisible({
    timeout: 60_000,
  });

  async function openDevice(): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await enrol(page, council.address, await council.memberCode());
    return page;
  }
});

test('a form that is open in two tabs is one form: each shows what was typed, and it is recorded once', async ({
  context,
  page,
}) => {
  await enrol(page, council.address, await council.memberCode());
  const meetingId = await findMeeting(page);
  await fillDeclaration(page, council.address, meetingId, 'Safer journeys', natureOfTab('both'));
  const other = await context.newPage();
  await other.goto(page.url());
  const press = words('declaration.record');
  await expect(other.getByRole('button', { name: press })).toBeVisible();
  await record(page, 'declaration.record');
  await expect(other.getByRole('heading', { name: words('records.ended.title') })).toBeVisible();
  await inspect(other, 'a form finished in another tab');
  await other.getByRole('button', { name: words('records.ended.startAgain') }).click();
  await expect(other.getByRole('button', { name: words('records.continue') })).toBeVisible();

  await fillApology(page, council.address, meetingId, 'Said in one tab');
  await other.goto(`${council.address}meetings/${meetingId}/apology`);
  await expect(other.getByText('Said in one tab')).toBeVisible();
  await record(page, 'apology.record');
  await expect(other.getByRole('heading', { name: words('apology.standing.title') })).toBeVisible();
});

const findMeeting = async (page: Page): Promise<string> => {
  await page.goto(council.address);
  return openMeeting(page, council.committee);
};
