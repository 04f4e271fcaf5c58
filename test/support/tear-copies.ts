import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Checksum, length and type of a record that fills 500 bytes, none of which follow: what is on the disk when a
// browser dies between the two writes of LevelDB's log (https://github.com/google/leveldb/blob/main/doc/log_format.md).
const head = Buffer.from([0x6f, 0x72, 0x64, 0x65, 0xf4, 0x01, 0x01]);

const logsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /indexeddb\.leveldb\/\d+\.log$/.test(name))
    .map((name) => join(folder, name));

/**
 * Leaves the logs of both copies, the default bucket's IndexedDB and the second bucket's, as one kill in a hundred
 * leaves one of them. The next start of Chromium goes on writing behind it, and the one after that finds it
 * damaged and deletes every database there. Answers how many logs were torn.
 */
export const tearCopies = (profile: string): number => {
  const logs = logsIn(join(profile, 'Default'));
  for (const log of logs) appendFileSync(log, head);
  return logs.length;
};
