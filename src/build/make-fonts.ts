/**
 * Makes the small fonts in `public/fonts`; run by hand after a change to the Chinese locale files or to
 * the table here: `npm exec -c 'node src/build/make-fonts.ts'`. Needs Debian's fonts-noto-core and
 * fonts-noto-cjk, or a folder with the same files as its one argument. Everything it writes is committed,
 * so that nobody else needs them.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { faceOfCollection } from './font-collection.ts';

const noto = process.argv[2] ?? '/usr/share/fonts';
const latin = fileURLToPath(import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next'));
const target = 'public/fonts';

/** First and last code point, both included. */
type Span = readonly [first: number, last: number];

const spansToText = (spans: readonly Span[]): string =>
  spans
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step))
    .map((point) => String.fromCodePoint(point))
    .join('');

// Joiners and direction marks that shaping needs in every script with joined letters.
const joiners: Span = [0x200c, 0x200f];

/** By script block, so that a translator may change any sentence without a new font. */
const byBlock: readonly { name: string; file: string; spans: readonly Span[] }[] = [
  {
    name: 'bengali',
    file: 'truetype/noto/NotoSansBengali-Regular.ttf',
    // The danda of Indian scripts stands in the Devanagari block.
    spans: [[0x20, 0x7e], [0x964, 0x965], [0x980, 0x9ff], joiners],
  },
  {
    name: 'gurmukhi',
    file: 'truetype/noto/NotoSansGurmukhi-Regular.ttf',
    spans: [[0x20, 0x7e], [0x964, 0x965], [0xa00, 0xa7f], joiners],
  },
  {
    name: 'arabic',
    file: 'truetype/noto/NotoNaskhArabic-Regular.ttf',
    spans: [[0x20, 0x7e], [0x600, 0x6ff], [0x750, 0x77f], joiners],
  },
];

/** By the text of the locale files: a whole Chinese font is far too large for a tablet. */
const byText = [
  // The place of each face in Debian's collection: 0 Japanese, 1 Korean, 2 SC, 3 TC, 4 HK.
  { name: 'hans', tag: 'zh-Hans', face: 2 },
  { name: 'hant', tag: 'yue-Hant', face: 4 },
];

/** Every character that the locale's files use, once. */
const localeText = async (tag: string): Promise<string> => {
  const parts = (await readdir(`locales/${tag}`)).map((part) => readFile(`locales/${tag}/${part}`, 'utf8'));
  const text = (await Promise.all(parts)).join('');
  return [...new Set(text)].toSorted().join('');
};

const write = async (name: string, font: Uint8Array): Promise<void> => {
  await writeFile(join(target, `${name}.woff2`), font);
  process.stdout.write(`${name} ${(font.length / 1024).toFixed(1)} KiB\n`);
};

await mkdir(target, { recursive: true });

await write(
  'latin',
  await readFile(join(dirname(latin), 'files/atkinson-hyperlegible-next-latin-wght-normal.woff2')),
);
const latinExtended = await readFile(
  join(dirname(latin), 'files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2'),
);
await write(
  'latin-ext',
  await subsetFont(
    latinExtended,
    spansToText([
      [0x100, 0x17f],
      [0x218, 0x21b],
    ]),
    { targetFormat: 'woff2' },
  ),
);

for (const { name, file, spans } of byBlock) {
  const font = await readFile(join(noto, file));
  await write(name, await subsetFont(font, spansToText(spans), { targetFormat: 'woff2', noHinting: true }));
}

const collection = await readFile(join(noto, 'opentype/noto/NotoSansCJK-Regular.ttc'));
for (const { name, tag, face } of byText) {
  const font = faceOfCollection(collection, face);
  const text = await localeText(tag);
  // Without the vertical, old-style and half-width forms, which no screen here asks for.
  const keepFeatures = ['ccmp', 'locl', 'kern'];
  await write(name, await subsetFont(font, text, { targetFormat: 'woff2', noHinting: true, keepFeatures }));
}
