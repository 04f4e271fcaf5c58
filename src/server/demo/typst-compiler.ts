import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as v from 'valibot';
import { demoFonts } from './demo-fonts.ts';

/** Printed page numbers by item number, first and last. */
export type ItemSpans = ReadonlyMap<string, { readonly first: string; readonly last: string }>;

/** A tagged PDF, and where its items' reports stand in it. */
interface PrintedPaper {
  readonly pdf: Uint8Array;
  readonly spans: ItemSpans;
}

/**
 * Makes a paper of the demonstration from one of the files in `typst/`; `inputs` fill its blanks. Throws
 * when it does not compile.
 */
export type PaperPress = (main: string, inputs: Readonly<Record<string, string>>) => Promise<PrintedPaper>;

const sources = new URL('./typst/', import.meta.url);
const SpanSchema = v.array(v.object({ item: v.string(), first: v.number(), last: v.number() }));

/**
 * Typst as WebAssembly, loaded on demand: only the demonstration needs it, and only a clone has it.
 * Nothing is fetched and no font of the machine is used.
 */
export const openPaperPress = async (): Promise<PaperPress> => {
  const { createTypstCompiler } = await import('@myriaddreamin/typst.ts/compiler');
  const { loadFonts } = await import('@myriaddreamin/typst.ts/dist/esm/options.init.mjs');
  const wrapper = await import('@myriaddreamin/typst-ts-web-compiler');
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm');
  const compiler = createTypstCompiler();
  await compiler.init({
    beforeBuild: [loadFonts([...(await demoFonts())], { assets: false })],
    // Called with one object, as the wrapper now wants it; the library still passes bytes and is warned for it.
    getWrapper: () =>
      Promise.resolve({
        ...wrapper,
        default: (bytes: Uint8Array<ArrayBuffer>) => wrapper.default({ module_or_path: bytes }),
      }),
    getModule: async () => new Uint8Array(await readFile(wasm)),
  });
  for (const name of await readdir(sources)) {
    compiler.addSource(`/${name}`, await readFile(new URL(name, sources), 'utf8'));
  }
  return (main, inputs) =>
    compiler.runWithWorld({ mainFilePath: `/${main}`, inputs: { ...inputs } }, async (world) => {
      const compiled = await world.compile({ diagnostics: 'unix' });
      const { result } = await world.pdf({ diagnostics: 'unix' });
      if (result === undefined) {
        throw new Error(`${main} does not compile: ${compiled.diagnostics?.join('; ') ?? ''}`);
      }
      const found: unknown = await world.query({ selector: '<span>', field: 'value' });
      return { pdf: result, spans: toSpans(found) };
    });
};

const toSpans = (found: unknown): ItemSpans =>
  new Map(
    v.parse(SpanSchema, found).map(({ item, first, last }) => [item, { first: `${first}`, last: `${last}` }]),
  );
