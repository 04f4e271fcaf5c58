import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/**
 * A Chromium that this machine has: `CHROMIUM_PATH`, the system's, or one installed now where that is
 * allowed (root on Debian). Throws one sentence that says what to install otherwise.
 */
export const findChromium = (): string => {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH says ${named}, and no file is there.`);
  }
  return installed() ?? install();
};

const installed = (): string | undefined => places.find((path) => existsSync(path));

const install = (): string => {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests (once).');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const found = installed();
    if (found) return found;
  }
  throw new Error('The browser tests need Chromium: install it, or set CHROMIUM_PATH to the program.');
};

/** Keeps a headless Chromium quiet on a machine without a network and able to run as root. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
