import { expect, test, type Page } from '@playwright/test';
import { demoPeople, startDemo, type DemoServer } from '../support/demo-server.ts';
import { enrolReady, typeCode } from '../support/enrol.ts';
import { answer, choose, heading, openMeeting, press, sendApology } from '../support/forms.ts';
import { inspect, watchConsole } from '../support/inspect-screen.ts';
import { everyLook } from '../support/looks.ts';
import { seeGoneRecords } from '../support/see-gone-records.ts';

// Every screen at phone and tablet size, light and dark, in both directions of writing: see `inspect`.

const scrutiny = 'Demonstration Scrutiny Panel';
const history = /Children and Families/;
let demo: DemoServer;
test.setTimeout(300_000);
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.close());

test('before sign-in: the code, each reason why it does not work, and help', async ({ page }) => {
  const errors = watchConsole(page, /Failed to load resource.*\/(enrol|sync|council)\//);
  await page.goto(demo.address);
  await inspect(page, 'enrol');
  await press(page, 'Set up this tablet');
  await expect(page.getByRole('alert')).toContainText('Type all eight letters');
  await inspect(page, 'enrol incomplete');
  for (const [fault, status] of faults) {
    await page.route('**/enrol/v1', (route) =>
      status === 0 ? route.abort() : route.fulfill({ status, headers: council, json: { error: fault } }),
    );
    await typeCode(page, 'AAAA-BBBB');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Set up this tablet' })).toBeVisible();
    await inspect(page, `enrol ${fault}`);
    await page.unroute('**/enrol/v1');
  }
  await inspect(page, 'enrol no network');
  await readHelp(page, 'before sign-in');
  expect(errors()).toEqual([]);
});

const council = { 'X-Order-Paper': '1' };
const faults = [
  ['code_wrong', 404],
  ['code_used', 410],
  ['code_expired', 410],
  ['too_many_tries', 429],
  ['no-network', 0],
] as const;

const readHelp = async (page: Page, when: string): Promise<void> => {
  for (const language of ['en-GB', 'ur', 'ckb', 'bn']) {
    await page.goto(`${demo.address}/help?lang=${language}`);
    await expect(page.locator(`.help-article[lang="${language}"]`)).toBeVisible();
    await inspect(page, `help ${language} ${when}`);
  }
};

test('reading: meetings, a meeting to come, a past one, and papers', async ({ page }) => {
  const errors = watchConsole(page);
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.member));
  await inspect(page, 'meetings', everyLook);
  await openMeeting(page, history);
  await inspect(page, 'meeting past');
  await page.getByText('Something to add after the meeting?').click();
  await inspect(page, 'meeting past, more');
  await page.getByRole('link', { name: 'Agenda pack' }).click();
  await expect(page.getByText('This paper is not on this tablet')).toBeVisible();
  await inspect(page, 'reader absent');
  await openMeeting(page, scrutiny);
  await inspect(page, 'meeting coming', everyLook);
  await press(page, 'Remove from this tablet');
  await inspect(page, 'meeting, asks before removing');
  await press(page, 'Keep them');
  await page
    .getByRole('link', { name: /Safer journeys/ })
    .first()
    .click();
  await press(page, /^Text$/);
  await expect(page.getByRole('article', { name: 'Text of the paper' })).toBeVisible();
  await inspect(page, 'reader text', everyLook);
  await press(page, /Go to a page/);
  await press(page, 'Go to the page');
  await inspect(page, 'reader, go to a page');
  await press(page, 'Stay here');
  await page.setViewportSize({ width: 768, height: 1024 });
  await press(page, 'Agenda');
  await inspect(page, 'reader agenda');
  await page.keyboard.press('Escape');
  await press(page, /^Pages$/);
  await expect(page.locator('.page[data-loaded="true"] canvas').first()).toBeVisible();
  await inspect(page, 'reader pages');
  await page.goto(`${demo.address}/nowhere`);
  await inspect(page, 'not found');
  await page.goto(`${demo.address}/meetings/nowhere`);
  await inspect(page, 'meeting unknown');
  await page.goto(`${demo.address}/actions`);
  await inspect(page, 'actions');
  await page.goto(`${demo.address}/settings`);
  await inspect(page, 'settings');
  await readHelp(page, 'after sign-in');
  expect(errors()).toEqual([]);
});

test('records: declarations, apologies and whips, page by page', async ({ page }) => {
  const errors = watchConsole(page);
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.member));
  await page.getByRole('link', { name: 'My records' }).click();
  await expect(page.getByText('You have recorded nothing yet')).toBeVisible();
  await inspect(page, 'records empty');
  await declare(page);
  await apologise(page);
  await whip(page);
  await page
    .locator('.tabbar')
    .getByRole('link', { name: /My records/ })
    .click();
  await expect(heading(page, 'My records')).toBeVisible();
  await expect(page.getByText(/Received by the council/).first()).toBeVisible();
  await inspect(page, 'records');
  await page
    .getByRole('link', { name: /Declaration of interest/ })
    .first()
    .click();
  await inspect(page, 'record of a declaration');
  await openMeeting(page, scrutiny);
  await inspect(page, 'meeting with own records');
  await seeGoneRecords(page, demo);
  expect(errors()).toEqual([]);
});

const declare = async (page: Page): Promise<void> => {
  await openMeeting(page, scrutiny);
  const here = page.url();
  await page.goto(`${here}/declare`);
  await inspect(page, 'declare item');
  await press(page, 'Continue');
  await inspect(page, 'declare item missing');
  await page.getByRole('radio', { name: /Safer journeys/ }).check();
  await press(page, 'Continue');
  await inspect(page, 'declare whose');
  await press(page, 'Continue');
  await inspect(page, 'declare whose missing');
  // Once along each branch, so that every kind of question is seen.
  await answer(page, 'whose-2020', 'body');
  await inspect(page, 'declare body');
  await answer(page, 'body', 'charity');
  await inspect(page, 'declare relates body');
  await answer(page, 'relates-body', 'affects');
  await inspect(page, 'declare ward');
  await answer(page, 'ward', 'yes');
  await inspect(page, 'declare public view');
  await answer(page, 'public-view', 'yes');
  await inspect(page, 'declare sensitive');
  for (const _ of ['public-view', 'ward', 'relates-body', 'body', 'whose-2020']) {
    await page.getByText('Back', { exact: true }).click();
  }
  await answer(page, 'whose-2020', 'mine');
  await inspect(page, 'declare category');
  await answer(page, 'category', 'employment');
  await inspect(page, 'declare register');
  await answer(page, 'register', 'no');
  await inspect(page, 'declare dispensation');
  await answer(page, 'dispensation', 'none');
  await press(page, 'Continue');
  await inspect(page, 'declare nature missing');
  await page.getByLabel('What is your interest?').fill('An interest');
  await press(page, 'Continue');
  await inspect(page, 'declare nature too little');
  await page.getByLabel('What is your interest?').fill('I drive one of the school buses.');
  await press(page, 'Continue');
  await inspect(page, 'declare check');
  await press(page, 'See what you must do');
  await inspect(page, 'declare duties', everyLook);
  await page.goto(`${here}/declare`);
  await expect(page.getByText('You started this before')).toBeVisible();
  await inspect(page, 'declare resumed');
  await press(page, 'Record this declaration');
  await expect(heading(page, 'Saved on this tablet')).toBeVisible();
  await inspect(page, 'declare saved');
};

const apologise = async (page: Page): Promise<void> => {
  await openMeeting(page, scrutiny);
  await page.getByRole('link', { name: 'I can’t come' }).click();
  await press(page, 'Continue');
  await inspect(page, 'apology missing');
  await choose(page, 'extent', 'late');
  await page.getByLabel('When do you expect to arrive?').fill('14:45');
  await inspect(page, 'apology late');
  await press(page, 'Continue');
  await page.getByLabel('Do you want to say why?').fill('The bus comes at half past two.');
  await inspect(page, 'apology reason');
  await press(page, 'Continue');
  await inspect(page, 'apology check');
  await press(page, 'Record this apology');
  await expect(heading(page, 'Saved on this tablet')).toBeVisible();
  await inspect(page, 'apology saved');
  await openMeeting(page, scrutiny);
  await page.goto(`${page.url()}/apology`);
  await expect(heading(page, 'You have sent an apology')).toBeVisible();
  await inspect(page, 'apology standing');
  await press(page, 'I can come after all');
  await inspect(page, 'apology recall');
  await press(page, 'Cancel');
};

const whip = async (page: Page): Promise<void> => {
  await openMeeting(page, scrutiny);
  await page.goto(`${page.url()}/whip`);
  await press(page, 'Continue');
  await inspect(page, 'whip missing');
  await page.getByRole('radio', { name: /Reading for pleasure/ }).check();
  await page.getByLabel('Which group?').fill('Example group');
  await page.getByLabel('What were you told to do?').fill('To vote for the library van.');
  await press(page, 'Continue');
  await inspect(page, 'whip check');
  await press(page, 'Record this whip');
  await expect(heading(page, 'Saved on this tablet')).toBeVisible();
};

test('the clerk’s desk, with a record that came late', async ({ browser, page }) => {
  const councillor = await browser.newPage();
  await enrolReady(councillor, demo.address, await demo.inviteFor(demoPeople.otherMember));
  for (const committee of [scrutiny, history]) {
    await openMeeting(councillor, committee);
    await councillor.goto(`${councillor.url()}/apology`);
    await sendApology(councillor);
    await expect(councillor.getByText(/Received by the council|The clerk must look/).first()).toBeVisible();
  }
  await councillor.close();
  const errors = watchConsole(page);
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.clerk));
  await page.getByRole('link', { name: 'Desk' }).click();
  await expect(heading(page, 'The clerk’s desk')).toBeVisible();
  await expect(page.getByText('1 late')).toBeVisible();
  await inspect(page, 'desk');
  await page.getByRole('link', { name: history }).click();
  await expect(page.getByText('Came after the start').first()).toBeVisible();
  await inspect(page, 'desk late');
  await page.goto(`${demo.address}/desk`);
  await page.getByRole('link', { name: scrutiny }).click();
  await expect(page.getByRole('heading', { name: 'Draft minutes' })).toBeVisible();
  await inspect(page, 'desk meeting');
  await page.goto(`${demo.address}/desk`);
  await page.getByRole('link', { name: /Environment Panel/ }).click();
  await expect(page.getByText('Nothing has arrived yet')).toBeVisible();
  await inspect(page, 'desk empty');
  expect(errors()).toEqual([]);
});
