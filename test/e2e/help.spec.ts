import { expect, test, type Page } from '@playwright/test';
import { languages, type LanguageTag } from '../../src/i18n/languages.ts';
import { startDemo, type DemoServer } from '../support/demo-server.ts';
import { startNetwork, type Network } from '../support/network.ts';

// Help for anyone: before sign-in, and without a signal once this address has been open.

let demo: DemoServer;
let network: Network;
test.beforeAll(async () => {
  demo = await startDemo();
  network = await startNetwork(demo.server.port);
});
test.afterAll(async () => {
  await network.close();
  await demo.close();
});

test('each of the eleven languages opens before sign-in, and again with the network cut', async ({
  page,
}) => {
  const address = `http://127.0.0.1:${network.port}`;
  await page.goto(address);
  expect(languages.length).toBe(11);
  await expect(page.locator('.language-list a')).toHaveCount(11);
  for (const { tag, name } of languages) {
    await page.getByRole('link', { name, exact: true }).click();
    await isHelpIn(page, tag);
    await page.getByRole('link', { name: 'Back to your code' }).click();
    await expect(page.getByLabel('Your code')).toBeVisible();
  }
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await network.cut();
  for (const { tag } of languages) {
    // Loaded from nothing each time: what is on the screen comes from this browser alone.
    await page.goto(`${address}/help?lang=${tag}`);
    await isHelpIn(page, tag);
  }
  await network.restore();
});

test('the language that was chosen in the menu is the one that opens next time', async ({ page }) => {
  await page.goto(`${demo.address}/help`);
  await isHelpIn(page, 'en-GB');
  await page.getByRole('button', { name: 'اردو' }).click();
  await isHelpIn(page, 'ur');
  await page.goto(`${demo.address}/help`);
  await isHelpIn(page, 'ur');
});

const directionOf = (element: HTMLElement | SVGElement): string => getComputedStyle(element).direction;

/** The article is in that language and direction, its page is not, and whom to call for it is whole. */
const isHelpIn = async (page: Page, tag: LanguageTag): Promise<void> => {
  const article = page.locator('.help-article');
  await expect(article).toHaveAttribute('lang', tag);
  const direction = tag === 'ur' || tag === 'ckb' ? 'rtl' : 'ltr';
  expect(await article.evaluate(directionOf)).toBe(direction);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
  const number = article.getByText('01905 765765', { exact: true });
  await expect(number.first()).toBeVisible();
  for (const shown of await number.all()) {
    expect(await shown.textContent()).toBe('01905 765765');
    expect(await shown.evaluate(directionOf)).toBe('ltr');
    await expect(shown.locator('xpath=ancestor::bdi')).toHaveAttribute('dir', 'ltr');
  }
};
