import { expect, type Page } from '@playwright/test';

/** The question that is on the screen, by its heading. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' });

export const press = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();

/** Chooses a radio by the name of its question and the value of the answer. */
export const choose = async (page: Page, question: string, answer: string): Promise<void> => {
  const choice = page.locator(`input[name="${question}"][value="${answer}"]`);
  await choice.check();
};

/** Chooses an answer and goes on: the next page has another question. */
export const answer = async (page: Page, question: string, choice: string): Promise<void> => {
  await choose(page, question, choice);
  await press(page, 'Continue');
  await expect(page.locator(`input[name="${question}"]`)).toHaveCount(0);
};

/** Opens the meeting of this committee from the list of meetings. */
export const openMeeting = async (page: Page, committee: string | RegExp): Promise<void> => {
  await page.getByRole('link', { name: 'Meetings', exact: true }).first().click();
  await page.getByRole('main').getByRole('link', { name: committee }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: /^Agenda/ })).toBeVisible();
};

/** Sends apologies for the whole of the meeting whose form is open; ends on the saved record. */
export const sendApology = async (page: Page): Promise<void> => {
  await answer(page, 'extent', 'whole');
  await expect(heading(page, 'Do you want to say why?')).toBeVisible();
  await press(page, 'Continue');
  await press(page, 'Record this apology');
  await expect(heading(page, 'Saved on this tablet')).toBeVisible();
};
