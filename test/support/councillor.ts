import { expect, type Page } from '@playwright/test';
import { words } from './words.ts';

/** What a councillor does, in the words that stand on the screen. */

export const enrol = async (page: Page, address: string, code: string): Promise<void> => {
  await page.goto(address);
  await page.getByLabel(words('enrol.code')).fill(code);
  await page.getByRole('button', { name: words('enrol.submit') }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
};

/** Waits until the service worker keeps the whole app, so that it opens without a network. */
export const waitUntilInstalled = async (page: Page): Promise<void> => {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready;
    return registration.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
};

const choose = async (page: Page, answer: string): Promise<void> => {
  await page.getByRole('radio', { name: answer, exact: true }).check();
  await page.getByRole('button', { name: words('records.continue') }).click();
};

/** Opens a form from the meeting's page; after the meeting the way is one press longer, and still there. */
const openForm = async (
  page: Page,
  address: string,
  meetingId: string,
  link: { readonly before: string; readonly after: string },
): Promise<void> => {
  await page.goto(`${address}meetings/${meetingId}`);
  const before = page.getByRole('link', { name: link.before, exact: true });
  const late = page.getByText(words('meeting.late.summary'));
  await expect(before.or(late).first()).toBeVisible();
  if (await late.isVisible()) {
    await late.click();
    await page.getByRole('link', { name: link.after, exact: true }).click();
  } else {
    await before.first().click();
  }
};

/** Up to the page before the record: what will be missed, and why. */
export const fillApology = async (
  page: Page,
  address: string,
  meetingId: string,
  reason: string,
): Promise<void> => {
  await openForm(page, address, meetingId, {
    before: words('meetings.cannot-come'),
    after: words('meeting.late.apology'),
  });
  await choose(page, words('apology.extent.whole'));
  await page.getByLabel(words('apology.reason.title')).fill(reason);
  await page.getByRole('button', { name: words('records.continue') }).click();
  await expect(page.getByRole('heading', { name: words('records.check') })).toBeVisible();
};

/** Up to "What you must do": a paid job that the item is about, in the register, no dispensation. */
export const fillDeclaration = async (
  page: Page,
  address: string,
  meetingId: string,
  itemTitle: string,
  nature: string,
): Promise<void> => {
  await openDeclaration(page, address, meetingId, itemTitle);
  await answerUpToNature(page);
  await page.getByRole('textbox').fill(nature);
  await page.getByRole('button', { name: words('records.continue') }).click();
  await page.getByRole('button', { name: words('declaration.check.next') }).click();
  await expect(page.getByRole('heading', { name: words('declaration.duties.title') })).toBeVisible();
};

/** From the item in the agenda; after the meeting by the late way, where the item is chosen first. */
const openDeclaration = async (
  page: Page,
  address: string,
  meetingId: string,
  itemTitle: string,
): Promise<void> => {
  await page.goto(`${address}meetings/${meetingId}`);
  const late = page.getByText(words('meeting.late.summary'));
  const item = page.getByRole('link', {
    name: new RegExp(`^${words('meeting.declare-item')} .*${itemTitle}`),
  });
  await expect(item.or(late).first()).toBeVisible();
  if (await late.isVisible()) {
    await late.click();
    await page.getByRole('link', { name: words('meeting.late.declare'), exact: true }).click();
    await page.getByRole('radio', { name: itemTitle }).check();
  } else {
    await item.click();
  }
  await page.getByRole('button', { name: words('records.continue') }).click();
};

const answerUpToNature = async (page: Page): Promise<void> => {
  await choose(page, words('regimes.q.whose-2020.choice.mine'));
  await choose(page, words('regimes.q.category.choice.employment'));
  await choose(page, words('regimes.q.register.choice.yes'));
  await choose(page, words('regimes.q.dispensation.choice.none'));
};

export const openRecords = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}records`);
  await expect(page.getByRole('heading', { name: words('records.title'), level: 1 })).toBeVisible();
};

/** From the list of meetings to this committee's first; answers which meeting it is. */
export const openMeeting = async (page: Page, committee: string): Promise<string> => {
  await page.getByRole('link', { name: committee }).first().click();
  await expect(page).toHaveURL(/meetings\/./);
  const [, meetingId] = /meetings\/([^/]+)/.exec(page.url()) ?? [];
  if (meetingId === undefined) throw new Error('no meeting');
  return meetingId;
};

/** The last press of a form, whose words stand under `key`, until the app says that it is saved. */
export const record = async (page: Page, key: string): Promise<void> => {
  await page.getByRole('button', { name: words(key) }).click();
  await expect(page.getByRole('heading', { name: words('records.saved.title') })).toBeVisible();
};
