import { expect, type Page } from '@playwright/test';
import type { DemoServer } from './demo-server.ts';
import { heading } from './forms.ts';
import { inspect } from './inspect-screen.ts';
import { orderPaper } from './order-paper-process.ts';

/** A record that never was here; then the council erases an apology, which "My records" and its page say. */
export const seeGoneRecords = async (page: Page, { server, address }: DemoServer): Promise<void> => {
  await page.goto(`${address}/records/nowhere`);
  await inspect(page, 'record unknown');
  await page.goto(`${address}/records`);
  const apology = page.getByRole('listitem').filter({ hasText: 'I will arrive late' });
  const path = await apology.getByRole('link').getAttribute('href');
  const number = /no\. (\d+)/.exec(await apology.innerText())?.[1] ?? '';
  await orderPaper(server.dataDir, ['erase', '--record', number, '--because', 'Asked for by the person']);
  await page.reload();
  const line = page.getByRole('listitem').filter({ hasText: 'Erased by the council' });
  await expect(line).toContainText(`no. ${number}`);
  await expect(line.getByRole('link')).toHaveCount(0);
  await inspect(page, 'records, one erased');
  await page.goto(`${address}${path}`);
  await expect(heading(page, 'The council has erased this')).toBeVisible();
  await inspect(page, 'record erased');
  await page.getByRole('link', { name: 'To my records' }).click();
  await expect(line).toBeVisible();
};
