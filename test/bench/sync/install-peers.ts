import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'peers');

/**
 * Brings the peers from npm where they are not here yet, exactly as the lock file names them. They are no
 * part of the product. No install script runs: LevelDB's binding comes built for the usual systems.
 */
export const installPeers = (): void => {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return;
  console.log('Installing the peers of the sync benchmark (once).');
  execFileSync(
    'npm',
    ['ci', '--prefix', folder, '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
};
