import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const FAMILY =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';

/**
 * The product's own typeface as Typst wants it: Typst reads no WOFF2 and no variable fonts, so each
 * weight is cut out of the variable file.
 */
export const demoFonts = async (): Promise<readonly Uint8Array[]> => {
  const { default: subsetFont } = await import('subset-font');
  const file = await readFile(createRequire(import.meta.url).resolve(FAMILY));
  const cut = (wght: number): Promise<Uint8Array> =>
    // The latin file holds what the papers use; empty text with `keepAllGlyphs` keeps all of it.
    subsetFont(file, '', {
      keepAllGlyphs: true,
      targetFormat: 'sfnt',
      variationAxes: { wght },
      preserveNameIds: [1, 2, 4, 6, 16, 17],
    }).then((font) => new Uint8Array(font));
  return Promise.all([cut(400), cut(700)]);
};
