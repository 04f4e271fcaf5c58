import type { Page } from '@playwright/test';

/**
 * Gives the app's address a small disk. To be called before it is opened: the browser asks its own
 * book-keeping for the room once and counts by itself for half a minute.
 */
export const limitTablet = async (page: Page, origin: string, bytes: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
};

/** As much room as there usually is. */
export const unlimitTablet = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin });
};

/** Fills what is left with something else, until not even `leave` bytes more can be written. */
export const fillTablet = (page: Page, leave: number): Promise<void> =>
  page.evaluate(async (least) => {
    const opened = indexedDB.open('ballast');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.addEventListener('upgradeneeded', () =>
        opened.result.createObjectStore('bytes', { autoIncrement: true }),
      );
      opened.addEventListener('success', () => resolve(opened.result));
      opened.addEventListener('error', () => reject(new Error('no ballast')));
    });
    const write = (size: number): Promise<boolean> => {
      const bytes = new Uint8Array(size);
      // Random, because the browser compresses what it stores.
      for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      const transaction = db.transaction('bytes', 'readwrite', { durability: 'strict' });
      transaction.objectStore('bytes').put(bytes);
      return new Promise((resolve) => {
        transaction.addEventListener('complete', () => resolve(true));
        transaction.addEventListener('abort', () => resolve(false));
      });
    };
    for (let size = 1 << 20; size >= least; size /= 4) while (await write(size)) continue;
    db.close();
  }, leave);
