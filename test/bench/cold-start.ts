import { expect } from '@playwright/test';
import { preview } from 'vite';
import { openCouncil } from '../support/council-of-a-day.ts';
import { enrol, waitUntilInstalled } from '../support/councillor.ts';
import { present } from '../support/present.ts';
import { makeProfile, removeProfile, startTablet } from '../support/tablet.ts';
import { words } from '../support/words.ts';
import { measureFirstPaint, type FirstPaint } from './first-paint.ts';

/** Two tablets without a network: one with Order Paper, one with the bare page. */
export interface ColdStarts {
  readonly ours: () => Promise<FirstPaint>;
  readonly bare: () => Promise<FirstPaint>;
  readonly close: () => void;
}

/** Sets both tablets up as people do, then cuts both networks for good. */
export const prepareColdStarts = async (bareFolder: string): Promise<ColdStarts> => {
  const [ourProfile, bareProfile] = [makeProfile(), makeProfile()];
  const meeting = await prepareOurs(ourProfile);
  const bare = await prepareBare(bareProfile, bareFolder);
  return {
    ours: () => measureFirstPaint(ourProfile, meeting, 'ol.agenda li'),
    bare: () => measureFirstPaint(bareProfile, bare, 'main ol li'),
    close: () => {
      removeProfile(ourProfile);
      removeProfile(bareProfile);
    },
  };
};

/** Enrols in the demonstration and fetches the papers. Answers the address of the coming meeting. */
const prepareOurs = async (profile: string): Promise<string> => {
  const council = present(await openCouncil('demonstration'), 'demonstration');
  const { page, kill } = await startTablet(profile);
  try {
    await enrol(page, council.address, await council.memberCode());
    await waitUntilInstalled(page);
    await page.getByRole('link', { name: council.committee }).first().click();
    await expect(page.getByRole('heading', { name: council.committee, level: 1 })).toBeVisible();
    const ready = page.getByRole('main').getByText(words('meetings.pack.ready'));
    await expect(ready).toBeVisible({ timeout: 60_000 });
    return page.url();
  } finally {
    await council.network.cut();
    await kill();
    await council.close();
  }
};

const prepareBare = async (profile: string, folder: string): Promise<string> => {
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { host: '127.0.0.1' },
  });
  const address = present(server.resolvedUrls?.local[0], 'address of the bare page');
  const { page, kill } = await startTablet(profile);
  try {
    await page.goto(address);
    await waitUntilInstalled(page);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    return address;
  } finally {
    await kill();
    await server.close();
  }
};
