import type { Page } from '@playwright/test';
import { makeProfile, removeProfile, startTablet } from '../support/tablet.ts';

/**
 * A new browser on a new profile, with `tabletSide` in a page of the server's own origin: its cookies, its
 * security headers, its databases, and none of the app's screens.
 */
export const openBenchPage = async (
  address: string,
  script: string,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> => {
  const profile = makeProfile();
  const { page, kill } = await startTablet(profile);
  await page.addInitScript({ path: script });
  await page.goto(new URL('/healthz', address).href);
  return {
    page,
    close: async () => {
      await kill();
      removeProfile(profile);
    },
  };
};
