import { expect, type Page } from '@playwright/test';

/** Types a code as it stands in the letter and presses the button; the answer is for the caller to look at. */
export const typeCode = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Your code').fill(code);
  await page.getByRole('button', { name: 'Set up this tablet' }).click();
};

/** Opens the app and enrols: afterwards the meetings are on the screen. */
export const enrol = async (page: Page, address: string, code: string): Promise<void> => {
  await page.goto(address);
  await typeCode(page, code);
  await expect(page.getByRole('link', { name: 'My records' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: /next meeting/i })).toBeVisible();
};

/** Enrols and waits until the papers of the next meeting are on the tablet. */
export const enrolReady = async (page: Page, address: string, code: string): Promise<void> => {
  await enrol(page, address, code);
  await expect(page.getByRole('article').getByText('Ready offline')).toBeVisible();
};
