import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from './find-postgres.ts';

/** A fresh data folder of PostgreSQL, and how its programs are run. */
export interface Cluster {
  /** Everything of it is in here. */
  readonly folder: string;
  readonly data: string;
  /** Where its programs are. */
  readonly bin: string;
  readonly password: string;
  /** Whom they run as; nothing when that is ourselves. */
  readonly account: { readonly uid: number; readonly gid: number } | Record<string, never>;
}

/** Makes one, with the superuser `test`. */
export const createCluster = (): Cluster => {
  const bin = findPostgres();
  const account = accountForServer();
  const folder = mkdtempSync(join(tmpdir(), 'order-paper-postgres-'));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const flags = ['-D', data, '-U', 'test', '-A', 'scram-sha-256', '--pwfile', passwordFile];
  const locale = ['-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), [...flags, ...locale], { ...account, cwd: '/' });
  return { folder, data, bin, password, account };
};

// PostgreSQL refuses to run as root; Debian's package makes an account for it.
const accountForServer = (): Cluster['account'] => {
  if (process.getuid?.() !== 0) return {};
  return { uid: numberOf('-u'), gid: numberOf('-g') };
};

const numberOf = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
