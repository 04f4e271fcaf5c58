declare module 'subset-font' {
  /** Keeps only what `text` needs, with the glyphs that shaping may substitute. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly noHinting?: boolean;
      readonly keepFeatures?: readonly string[];
    },
  ): Promise<Uint8Array>;
}
