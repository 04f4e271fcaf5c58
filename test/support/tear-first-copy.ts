import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium keeps the databases of the default buckets; other buckets lie under `WebStorage`. */
const folder = ['Default', 'IndexedDB'];

// Checksum, length and type of a record that fills 500 bytes, none of which follow: what is on the disk when a
// browser dies between the two writes of LevelDB's log (https://github.com/google/leveldb/blob/main/doc/log_format.md).
const head = Buffer.from([0x6f, 0x72, 0x64, 0x65, 0xf4, 0x01, 0x01]);

/**
 * Leaves the log of the default bucket's IndexedDB as one kill in a hundred does. The next start of Chromium goes on
 * writing behind it, and the one after that finds it damaged and deletes every database there. Answers
 * whether there was a log.
 */
export const tearFirstCopy = (profile: string): boolean => {
  const at = join(profile, ...folder);
  const logs = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
  for (const name of logs) appendFileSync(join(at, name), head);
  return logs.length > 0;
};
