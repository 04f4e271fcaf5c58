import { expect, test, type Page } from '@playwright/test';
import { demoPeople, startDemo, type DemoServer } from '../support/demo-server.ts';
import { enrolReady } from '../support/enrol.ts';
import { heading, press } from '../support/forms.ts';
import { inspect, watchConsole } from '../support/inspect-screen.ts';
import { samplePdf } from '../support/sample-papers.ts';
import { words } from '../support/words.ts';

// Papers as a council publishes them, from the clerk's desk to a councillor's tablet: given, read, corrected beside
// the page that they came from, published; then a late report for the same meeting.

const frontSheet = samplePdf(
  'AGENDA',
  'HARBOUR BOARD',
  'Tuesday, 4th March, 2031, at 10.00 am',
  'Ask for: Ann Able',
  'Telephone: 01632 960000',
  'UNRESTRICTED ITEMS',
  '1. Apologies',
  '2. Dredging of the channel \\(Pages 3 - 8\\)',
  '3. Mooring fees \\(To follow\\)',
);
const report = samplePdf(
  'Agenda Item 2',
  'Dredging of the channel',
  '1. Summary',
  '1.1 The channel is dredged each spring.',
  '1.2 It costs 40,000 pounds.',
);
const later = samplePdf(
  'Agenda Item 2',
  'Dredging of the channel',
  '1. Summary',
  '1.1 The channel is dredged each spring.',
  '1.2 It costs 55,000 pounds.',
);
const mistaken = samplePdf('Agenda Item 3', 'Mooring fees', '1. Summary', '1.1 Fees of another year.');

let demo: DemoServer;
test.setTimeout(240_000);
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.close());

test('papers are given, corrected and published, and a late report makes the next version', async ({
  browser,
  page,
}) => {
  const errors = watchConsole(page);
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.clerk));
  await page.getByRole('link', { name: 'Desk' }).click();
  await page.getByRole('link', { name: words('import.title') }).click();
  await expect(heading(page, words('import.title'))).toBeVisible();
  await give(page, {
    'front sheet.pdf': frontSheet,
    'Dredging.pdf': report,
    'broken.pdf': broken,
    'not this one.pdf': mistaken,
  });
  await inspect(page, 'import given');
  await press(page, words('import.read'));

  await expect(heading(page, words('review.title'))).toBeVisible();
  await takeOut(page, 'not this one.pdf');
  await expect(page.getByText(words('review.match.new'))).toBeVisible();
  await expect(page.getByText(words('review.refused.title_one', { count: '1' }))).toBeVisible();
  await expect(page.getByLabel(words('review.field.committee'), { exact: true })).toHaveValue(
    'Harbour Board',
  );
  await seePage(page);
  await inspect(page, 'import review');
  await press(page, words('review.publish.press', { version: '1' }));
  await expect(page.getByRole('alert').getByText(words('review.gap.venue'))).toBeVisible();
  await page.getByLabel(words('review.field.venue'), { exact: true }).fill('The Old Quay');
  await page.reload();
  await expect(page.getByLabel(words('review.field.venue'), { exact: true })).toHaveValue('The Old Quay');
  await publish(page, '1');
  await inspect(page, 'import published');

  await page.getByRole('link', { name: words('review.published.desk') }).click();
  await page.getByRole('link', { name: words('import.title') }).click();
  await give(page, { 'Dredging revised.pdf': later });
  await page.getByLabel(words('import.meeting.label')).selectOption({ label: 'Harbour Board, 4 March 2031' });
  await press(page, words('import.read'));
  await expect(page.getByText(/This becomes version 2 of a meeting of Harbour Board/)).toBeVisible();
  await expect(page.getByText(words('review.changes.title_one', { count: '1' }))).toBeVisible();
  await inspect(page, 'import review of a late report');
  await page.getByLabel(words('review.publish.reason')).fill('Costs of dredging corrected');
  await publish(page, '2');
  expect(errors()).toEqual([]);

  const councillor = await browser.newPage();
  await enrolReady(councillor, demo.address, await demo.inviteFor(demoPeople.otherMember));
  await councillor
    .getByRole('main')
    .getByRole('link', { name: /Harbour Board/ })
    .first()
    .click();
  await expect(councillor.getByText('The Old Quay').first()).toBeVisible();
  await expect(councillor.getByText(/Dredging revised/).first()).toBeVisible();
  await councillor.close();
});

test('a member has no such desk', async ({ page }) => {
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.member));
  await page.goto(`${demo.address}/desk/import`);
  await expect(heading(page, words('app.not-found.title'))).toBeVisible();
  const status = await page.evaluate(async () => (await fetch('/imports')).status);
  expect(status).toBe(404);
});

const broken = new TextEncoder().encode('%PDF-1.7\nthis is no paper');

const give = async (page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> => {
  const given = Object.entries(files).map(([name, bytes]) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(bytes),
  }));
  await page.locator('input[type="file"]').first().setInputFiles(given);
};

/** A file that should not have been given: what was read stays, and then the rest is read without it. */
const takeOut = async (page: Page, name: string): Promise<void> => {
  await expect(heading(page, words('review.title'))).toBeVisible();
  await expect(page.getByText(words('review.caption_other', { count: '4' }))).toBeVisible();
  await press(page, words('review.readAgain'));
  await expect(heading(page, words('import.again.title'))).toBeVisible();
  await inspect(page, 'import, read again');
  await press(page, `${words('import.given.remove')} ${name}`);
  const left = page.getByRole('heading', { name: words('import.there.title_other', { count: '3' }) });
  await expect(left).toBeFocused();
  await press(page, words('import.again.back'));
  await expect(page.getByText(words('review.caption_other', { count: '4' }))).toBeVisible();
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByText(words('import.there.gone'))).toBeVisible();
  await press(page, words('review.readAgain'));
  await expect(left).toBeVisible();
  await press(page, words('import.read'));
  await expect(page.getByText(words('review.caption_other', { count: '3' }))).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(name) })).toHaveCount(0);
};

/** The page beside the form is the front sheet's, with the words marked that the day was read from. */
const seePage = async (page: Page): Promise<void> => {
  const of = words('review.see.of', { file: 'front sheet.pdf', what: words('review.field.when') });
  await press(page, `${words('review.see.page', { page: '1' })} ${of}`);
  await expect(page.locator('.page[data-loaded="true"] canvas').first()).toBeVisible();
  await expect(page.locator('.paper-mark').first()).toContainText('4th March');
};

const publish = async (page: Page, version: string): Promise<void> => {
  await press(page, words('review.publish.press', { version }));
  await press(page, words('review.publish.yes'));
  await expect(page.getByText(words('review.published.title'), { exact: true })).toBeVisible();
};
