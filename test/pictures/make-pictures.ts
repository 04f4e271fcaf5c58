import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openCouncil } from '../support/council-of-a-day.ts';
import { enrol, fillDeclaration, waitUntilInstalled } from '../support/councillor.ts';
import { makeProfile, removeProfile, startTablet } from '../support/tablet.ts';
import { words } from '../support/words.ts';

// Takes the pictures of the README and of the install dialogue anew, from the demonstration.

const tablet = { width: 1024, height: 768 };
const phone = { width: 390, height: 844 };

const council = await openCouncil('demonstration');
if (council === null) throw new Error('the demonstration did not start');
const profile = makeProfile();
const browser = await startTablet(profile, tablet);
try {
  for (const folder of ['docs/pictures', 'public/screenshots']) mkdirSync(folder, { recursive: true });
  await takePictures(browser.page, council.address);
} finally {
  await browser.kill();
  await council.close();
  removeProfile(profile);
}

async function takePictures(page: Page, address: string): Promise<void> {
  if (council === null) return;
  await enrol(page, address, await council.memberCode());
  await waitUntilInstalled(page);
  await page.goto(address);
  const ready = page.getByRole('main').getByText(words('meetings.pack.ready'));
  await ready.first().waitFor();
  await page.screenshot({ path: 'docs/pictures/meetings.png' });
  await page.screenshot({ path: 'public/screenshots/meetings-wide.png' });
  await page.setViewportSize(phone);
  await page.screenshot({ path: 'public/screenshots/meetings-narrow.png' });
  await page.setViewportSize(tablet);
  await page.getByRole('link', { name: council.committee }).first().click();
  const [, meetingId] = /meetings\/([^/]+)/.exec(page.url()) ?? [];
  await fillDeclaration(
    page,
    address,
    meetingId ?? '',
    council.item.title,
    'I work for a company that puts up road signs for the council',
  );
  await page.screenshot({ path: 'docs/pictures/duties.png' });
}
