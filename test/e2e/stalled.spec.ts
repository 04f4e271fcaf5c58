import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openCouncil } from '../support/council-of-a-day.ts';
import { enrol, fillApology } from '../support/councillor.ts';
import { words } from '../support/words.ts';

test('records that do not go out although there is a network are shown, and can be handed over as a file', async ({
  page,
}) => {
  const council = await openCouncil('demonstration');
  if (council === null) throw new Error('the demonstration did not start');
  try {
    await page.clock.install();
    await enrol(page, council.address, await council.memberCode());
    await page.getByRole('main').getByRole('link', { name: council.committee }).first().click();
    await page.waitForURL('**/meetings/*');
    const [, meetingId = ''] = /meetings\/([^/]+)/.exec(page.url()) ?? [];
    // The Wi-Fi of a hotel: everybody is answered, and not by the council.
    await page.context().route('**/sync/v1/**', (route) => route.fulfill({ body: '<h1>Welcome</h1>' }));
    await fillApology(page, council.address, meetingId, 'A hospital visit');
    await page.getByRole('button', { name: words('apology.record') }).click();
    await expect(page.getByRole('heading', { name: words('records.saved.title') })).toBeVisible();
    const status = page.getByRole('banner').getByRole('status');
    await expect(status).not.toContainText('15 minutes');

    await page.clock.fastForward('16:00');
    await expect(status).toContainText('2 records have waited 15 minutes');
    await status.getByRole('link').click();
    await expect(page.getByText('2 records have not gone out for 15 minutes')).toBeVisible();
    await expect(page.getByText(words('records.state.stalled'))).toHaveCount(2);

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: words('records.export.action') }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^order-paper-records-\d{4}-\d\d-\d\d\.json$/);
    const kept: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(kept).toMatchObject({
      format: 'order-paper-records',
      records: [
        { event: { type: 'apology.send', body: { seen: { meetingId } } } },
        { event: { type: 'apology.reason', body: { text: 'A hospital visit' } } },
      ],
    });

    await page.context().unroute('**/sync/v1/**');
    await page.clock.fastForward('02:00');
    await expect(status).not.toContainText('15 minutes');
    await expect(page.getByText(/^Received by the council .*no\. \d+/)).toHaveCount(2);
  } finally {
    await council.close();
  }
});
