import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { readLocale } from './locale-keys.ts';
import { fourLooks, lookName, pictureLooks, wear } from './looks.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const keyParts = new Set(Object.keys(readLocale('en-GB')).map((key) => key.split('.')[0]));
const keyPattern = new RegExp(`\\b(?:${[...keyParts].join('|')})\\.[a-z][\\w-]*(?:\\.[\\w-]+)*`, 'i');
const pictures = process.env['PICTURES'];

/**
 * Looks at the screen that is open in several ways: no accessibility fault that axe knows, nothing that
 * makes a phone scroll sideways, no locale key or empty slot in place of words. With `PICTURES=folder` it
 * also leaves a picture of each. Ends as it began, on a light tablet.
 */
export const inspect = async (page: Page, name: string, looks = fourLooks): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect.soft(await words(page), `${name} shows words, not keys`).not.toMatch(keyPattern);
  expect.soft(await words(page), `${name} shows words, not slots`).not.toContain('{{');
  for (const look of looks) {
    await wear(page, look);
    const where = `${name}, ${lookName(look)}`;
    expect.soft(await axeFaults(page), where).toEqual([]);
    if (look.width === 320)
      expect.soft(await sideways(page), `${where} is wider than the screen`).toEqual([]);
  }
  if (pictures !== undefined) await takePictures(page, name, pictures);
  await wear(page, { width: 1024, height: 768, scheme: 'light', dir: 'ltr' });
};

const words = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Each fault as one line: rule, element, what is wrong. */
const axeFaults = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page })
    .withTags(tags)
    // The tag tree of the council's own PDF, as pdf.js copies it: its faults are in the paper.
    .exclude('.structTree')
    .setLegacyMode()
    .analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
};

/** What sticks out of the page at either side, the first few; empty when nothing scrolls sideways. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > root.clientWidth + 1 || left < -1;
    });
    return wide.slice(0, 5).map((element) => `${element.tagName} ${element.className}`);
  });

const takePictures = async (page: Page, name: string, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const look of pictureLooks) {
    await wear(page, look);
    const file = `${lookName(look)} ${name}.png`.replaceAll(/[^\w.-]+/g, '-');
    await page.screenshot({ path: join(folder, file), fullPage: true });
  }
};

/** Collects what the console calls an error; a refusal that a test asked for is named in `expected`. */
export const watchConsole = (page: Page, expected: RegExp = /^$/): (() => readonly string[]) => {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const line = `${message.text()} ${message.location().url}`;
    if (!expected.test(line)) said.push(line);
  });
  return () => said;
};
