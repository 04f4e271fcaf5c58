import { expect, test } from '@playwright/test';
import { openCouncil } from '../support/council-of-a-day.ts';
import { enrol } from '../support/councillor.ts';
import { words } from '../support/words.ts';

test('the papers open at the place that was read last', async ({ page }) => {
  const council = await openCouncil('demonstration');
  if (council === null) throw new Error('the demonstration did not start');
  try {
    await enrol(page, council.address, await council.memberCode());
    const read = page.getByRole('link', { name: words('meetings.read') });
    const place = page.getByRole('button', { name: words('reader.goToPage') });
    await read.click();
    await expect(place).toContainText('1 of 12');

    await place.click();
    await page.getByLabel(words('reader.goToPageNumber')).fill('4');
    await page.getByRole('button', { name: words('reader.goToPageGo') }).click();
    // The pack's first six pages are numbered i to vi, so the printed page 4 is the tenth.
    await expect(place).toContainText('10 of 12');

    await page.goto(council.address);
    await read.click();
    await expect(place).toContainText('10 of 12');
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
  } finally {
    await council.close();
  }
});
