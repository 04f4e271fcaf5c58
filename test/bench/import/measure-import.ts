import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ratio, statistics, type Statistics } from '../statistics.ts';
import { proposeQuietly } from './propose-quietly.ts';
import { understoodShare, type Share } from './understood-share.ts';

/** What `npm run bench` says of the import. Times are milliseconds for all files together. */
export interface ImportReport {
  readonly files: number;
  readonly pages: number;
  readonly ours: Statistics;
  readonly pdftotext: Statistics;
  /** Of the medians. */
  readonly ratio: number;
  readonly aim: number;
  readonly pagesASecond: { readonly ours: number; readonly pdftotext: number };
  readonly pack: {
    readonly pages: number;
    readonly ms: number;
    readonly peakMb: number;
    readonly must: number;
  };
  readonly understood: Share;
}

/** Whether the tools of the peer are on this machine. */
export const hasPoppler = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined;

const aim = 6;
const mostMb = 500;
const packPages = 800;

/**
 * Understands every PDF of the folder in one thread, and lets `pdftotext -raw` read the same files in the same run; then
 * one pack of 800 pages made of them in a process of its own. Throws where a file is refused: that would be quick.
 */
export const measureImport = async (
  fixtures: string,
  scratch: string,
  rounds: number,
): Promise<ImportReport> => {
  const folder = join(fixtures, 'meetings');
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => name.endsWith('.pdf')).map((name) => join(folder, name));
  const ours: number[] = [];
  const theirs: number[] = [];
  let pages = 0;
  for (let round = 0; round < rounds; round += 1) {
    const measures = [
      async () => {
        const done = await understand(files);
        pages = done.pages;
        ours.push(done.ms);
      },
      () => theirs.push(timePdftotext(files)),
    ];
    for (const measure of round % 2 === 0 ? measures : measures.toReversed()) await measure();
  }
  const [us, them] = [statistics(ours), statistics(theirs)];
  return {
    files: files.length,
    pages,
    ours: us,
    pdftotext: them,
    ratio: ratio(us.median, them.median),
    aim,
    pagesASecond: {
      ours: Math.round((pages / us.median) * 1000),
      pdftotext: Math.round((pages / them.median) * 1000),
    },
    pack: measurePack(files, scratch),
    understood: await understoodShare(fixtures),
  };
};

const understand = async (
  files: readonly string[],
): Promise<{ readonly ms: number; readonly pages: number }> => {
  const start = performance.now();
  const proposal = await proposeQuietly(files, 1);
  const ms = performance.now() - start;
  const refused = proposal.sources.find((source) => source.refused !== null);
  if (refused !== undefined) throw new Error(`${refused.file} was not understood: ${refused.refused}`);
  return { ms, pages: proposal.sources.reduce((sum, source) => sum + (source.pages ?? 0), 0) };
};

const timePdftotext = (files: readonly string[]): number => {
  const start = performance.now();
  for (const file of files) execFileSync('pdftotext', ['-raw', file, '/dev/null'], { stdio: 'ignore' });
  return performance.now() - start;
};

const measurePack = (files: readonly string[], scratch: string): ImportReport['pack'] => {
  const pack = join(scratch, 'pack.pdf');
  // A file that pdfunite cannot put together with others is left out.
  const parts = files.filter((file) => canUnite(file, scratch));
  const chosen: string[] = [];
  for (let pages = 0, at = 0; pages < packPages; at += 1) {
    const file = parts[at % parts.length];
    if (file === undefined) throw new Error('there is no file to make a pack of');
    chosen.push(file);
    pages += countPages(file);
  }
  execFileSync('pdfunite', [...chosen, pack], { stdio: 'ignore' });
  const script = join(import.meta.dirname, 'one-import.ts');
  const said = execFileSync(process.execPath, [script, pack], { encoding: 'utf8' });
  const { ms, pages, peakMb, refused } = JSON.parse(said) as {
    readonly ms: number;
    readonly pages: number;
    readonly peakMb: number;
    readonly refused: string | null;
  };
  if (refused !== null || pages < packPages)
    throw new Error(`the pack was not read: ${refused}, ${pages} pages`);
  return { pages, ms: Math.round(ms), peakMb: Math.round(peakMb), must: mostMb };
};

const countPages = (file: string): number =>
  Number(/^Pages:\s+(\d+)/mu.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1] ?? 0);

const canUnite = (file: string, scratch: string): boolean => {
  try {
    execFileSync('pdfunite', [file, file, join(scratch, 'try.pdf')], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** For people: what was measured and whether it holds. */
export const printImport = ({
  files,
  pages,
  ratio: times,
  pack,
  understood,
  pagesASecond,
}: ImportReport): void => {
  console.log(
    `import: ${files} files, ${pages} pages, ${pagesASecond.ours} pages a second, pdftotext ${pagesASecond.pdftotext}: ${times} times its time, aim ${aim}: ${times <= aim ? 'met' : 'missed'}`,
  );
  console.log(
    `a pack of ${pack.pages} pages: ${pack.ms} ms, ${pack.peakMb} MB at most, must ${pack.must}: ${pack.peakMb <= pack.must ? 'met' : 'MISSED'}`,
  );
  for (const [what, { right, all }] of Object.entries(understood)) console.log(`${what}: ${right} of ${all}`);
};
