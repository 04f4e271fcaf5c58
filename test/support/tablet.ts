import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from './find-chromium.ts';

/** A real Chromium with a profile of its own, which can be killed and started again like a tablet. */
export interface Tablet {
  readonly page: Page;
  readonly context: BrowserContext;
  /** SIGKILL to the whole browser: nothing is flushed, nothing is said. */
  readonly kill: () => Promise<void>;
}

export const makeProfile = (): string => mkdtempSync(join(tmpdir(), 'order-paper-tablet-'));
export const removeProfile = (profile: string): void => rmSync(profile, { recursive: true, force: true });

/** Starts a browser process on a profile. Starting the same profile again is a cold start. */
export const startTablet = async (
  profile: string,
  viewport = { width: 1024, height: 768 },
): Promise<Tablet> => {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const browserProcess = spawn(
    findChromium(),
    [
      ...chromiumArgs,
      '--headless',
      // A tablet's scroll bars take no room.
      '--hide-scrollbars',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--window-size=${viewport.width},${viewport.height}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await debuggingAddress(browserProcess);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (!context) throw new Error('The browser has no context.');
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize(viewport);
  return { page, context, kill: () => killGroup(browserProcess, browser, profile) };
};

const debuggingAddress = (browserProcess: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    browserProcess.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    browserProcess.once('exit', (code) => reject(new Error(`Chromium ended (${code}): ${said.slice(-500)}`)));
  });

const killGroup = async (browserProcess: ChildProcess, browser: Browser, profile: string): Promise<void> => {
  const gone = new Promise<void>((resolve) => browserProcess.once('exit', () => resolve()));
  // The negative number names the group: renderer and network processes die with the browser.
  if (browserProcess.pid !== undefined) process.kill(-browserProcess.pid, 'SIGKILL');
  await gone;
  await browser.close().catch(() => undefined);
  // Left behind by a killed browser; a new one would think that the profile is in use.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    rmSync(join(profile, name), { force: true });
  }
};
