import { expect, test } from '@playwright/test';
import { openCouncil } from '../support/council-of-a-day.ts';
import { waitUntilInstalled } from '../support/councillor.ts';

test('the browser offers to put the app on the home screen', async ({ context, page }) => {
  const council = await openCouncil('demonstration');
  if (council === null) throw new Error('the demonstration did not start');
  try {
    await page.goto(council.address);
    await waitUntilInstalled(page);
    const browser = await context.newCDPSession(page);
    const { errors, url } = await browser.send('Page.getAppManifest');
    expect(url).toBe(`${council.address}manifest.webmanifest`);
    expect(errors).toEqual([]);
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
    // A test's own window counts as a private one, which browsers never install from.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  } finally {
    await council.close();
  }
});
