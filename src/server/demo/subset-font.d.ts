declare module 'subset-font' {
  /** Cuts a static font out of a variable one. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'sfnt';
      readonly keepAllGlyphs: true;
      readonly variationAxes: Readonly<Record<string, number>>;
      readonly preserveNameIds: readonly number[];
    },
  ): Promise<Uint8Array>;
}
