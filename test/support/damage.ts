import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { blobFile } from '../../src/server/blobs/folder-blobs.ts';
import { present } from './present.ts';

const ManifestSchema = v.object({
  committee: v.object({ name: v.string() }),
  papers: v.array(v.object({ title: v.string(), file: v.object({ sha256: v.string() }) })),
});

/** Makes every code of a data folder older than it may be. */
export const ageInvites = (dataDir: string): void => {
  const db = new DatabaseSync(join(dataDir, 'council.sqlite'));
  db.exec(`update invites set expires_at = '2000-01-01T00:00:00.000Z' where used_at is null`);
  db.close();
};

/** The file in which a server keeps the PDF of one paper. */
export const findBlobOf = (dataDir: string, committee: string, title: string): string => {
  const folder = join(dataDir, 'blobs');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const manifest = readManifest(join(folder, name));
    if (manifest?.committee.name !== committee) continue;
    const paper = present(
      manifest.papers.find((candidate) => candidate.title === title),
      title,
    );
    return blobFile(folder, paper.file.sha256);
  }
  throw new Error(`there is no manifest of ${committee}`);
};

const readManifest = (file: string): v.InferOutput<typeof ManifestSchema> | null => {
  try {
    const parsed = v.safeParse(ManifestSchema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    // A folder, or a PDF.
    return null;
  }
};

/** Turns one bit of a file; doing it twice repairs it. */
export const flipByte = (file: string, at = 1000): void => {
  const bytes = readFileSync(file);
  bytes[at] = present(bytes[at], `byte ${at}`) ^ 1;
  writeFileSync(file, bytes);
};

/** Moves everything from a database's journal into its own file. */
export const settle = (file: string): void => {
  const db = new DatabaseSync(file);
  db.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
  db.close();
};

/** Writes over 8,192 bytes of a file, as a broken disk does. */
export const scribble = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  if (bytes.length < at + 8192) throw new Error(`${file} is too short to be damaged at ${at}`);
  writeFileSync(file, bytes.fill('damaged ', at, at + 8192));
};
