import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The folder with `initdb` and `postgres`: `POSTGRES_BIN`, Debian's newest, one in `PATH`, or one that is
 * installed now where that is allowed (root on Debian). Throws one sentence that says what to install
 * otherwise.
 */
export const findPostgres = (): string => {
  const named = process.env['POSTGRES_BIN'];
  if (named) {
    if (isComplete(named)) return named;
    throw new Error(`POSTGRES_BIN says ${named}, and there is no initdb and postgres in it.`);
  }
  return installed() ?? install();
};

const isComplete = (folder: string): boolean =>
  existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

const debian = '/usr/lib/postgresql';

const installed = (): string | undefined => {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  const folders = newestFirst.map((version) => join(debian, version, 'bin'));
  return [...folders, ...(process.env['PATH'] ?? '').split(delimiter)].find(isComplete);
};

const install = (): string => {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    apt('update', '-qq');
    // Debian starts a cluster of its own with the package; nobody here wants it.
    apt('install', '-y', '-qq', 'postgresql-common');
    appendFileSync('/etc/postgresql-common/createcluster.conf', '\ncreate_main_cluster = false\n');
    apt('install', '-y', '-qq', 'postgresql');
    const found = installed();
    if (found) return found;
  }
  throw new Error(
    'These tests need PostgreSQL: install it, or set POSTGRES_BIN to the folder with initdb and postgres.',
  );
};

const apt = (...args: readonly string[]): void => {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  throw new Error(`apt-get ${args.join(' ')} failed: install PostgreSQL by hand, or set POSTGRES_BIN.`);
};
