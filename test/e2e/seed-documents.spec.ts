import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { enrol, waitUntilInstalled } from '../support/councillor.ts';
import { noFixtures } from '../support/fixtures.ts';
import { startNetwork } from '../support/network.ts';
import { makeDataDir, orderPaper, removeDataDir, startOrderPaper } from '../support/order-paper-process.ts';
import { makeSeedFolder } from '../support/seed-meeting.ts';
import { words } from '../support/words.ts';

test('the two documents that the product began with are read offline, with the eight areas', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'order-paper-seeds-'));
  const dataDir = makeDataDir();
  if (!makeSeedFolder(folder)) {
    console.log(noFixtures);
    test.skip();
    return;
  }
  expect((await orderPaper(dataDir, ['import', folder])).err).toBe('');
  const invited = await orderPaper(dataDir, ['invite', '--name', 'Sam Reader', '--json']);
  const code = /"code":"([^"]+)"/.exec(invited.out)?.[1] ?? '';
  const server = await startOrderPaper(dataDir, []);
  const network = await startNetwork(server.port);
  try {
    await enrol(page, `http://127.0.0.1:${network.port}/`, code);
    await waitUntilInstalled(page);
    await page.getByRole('link', { name: 'Children and Families Overview and Scrutiny Panel' }).click();
    await page.getByRole('button', { name: words('meetings.pack.download') }).click();
    await expect(page.getByRole('main').getByText(words('meetings.pack.ready'))).toBeVisible();

    await network.cut();
    await page.reload();
    // One row for each area, under one row of headings.
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(9);
    for (const number of [225, 226, 227, 228, 229]) {
      await expect(page.getByText(words('meeting.minute', { number: String(number) }))).toBeVisible();
    }
    await page
      .getByRole('link', { name: /^Child Sexual Exploitation/ })
      .first()
      .click();
    await expect(page.getByRole('main')).toContainText(lastWords(folder, '2.9.'));
  } finally {
    await network.close();
    await server.kill();
    removeDataDir(dataDir);
    rmSync(folder, { recursive: true });
  }
});

/** The end of one numbered paragraph, from the document itself. */
const lastWords = (folder: string, number: string): string => {
  const line = readFileSync(join(folder, 'report.txt'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`- ${number}`));
  if (line === undefined) throw new Error(`no paragraph ${number}`);
  return line.trim().slice(-40);
};
