// Runs in a worker thread: a PDF that makes the reader spin is stopped without stopping the importer.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import {
  getDocument,
  PasswordException,
  PasswordResponses,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ContentItem, PageContent, StructureNode } from '../../papers/text/page-content.ts';
import type { PdfAnswer, PdfRequest } from './pdf-message.ts';
import { readOutline } from './pdf-outline.ts';
import { hasTextBeside, pageRules } from './pdf-rules.ts';

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
let opened: { readonly pdf: PDFDocumentProxy; readonly labels: readonly (string | null)[] | null } | null =
  null;

const cleanEvery = 4;

const open = async (bytes: Uint8Array, password: string | null): Promise<PdfAnswer> => {
  await opened?.pdf.loadingTask.destroy();
  opened = null;
  const pdf = await getDocument({
    data: bytes,
    ...(password === null ? {} : { password }),
    standardFontDataUrl: join(assets, 'standard_fonts/'),
    cMapUrl: join(assets, 'cmaps/'),
    wasmUrl: join(assets, 'wasm/'),
    disableFontFace: true,
    // Names of fonts: the only place where a PDF says that words are bold.
    fontExtraProperties: true,
    // Pictures are never shown here, and unpacking them takes longest.
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  opened = { pdf, labels: await pdf.getPageLabels() };
  return { kind: 'opened', pages: pdf.numPages, outline: await readOutline(pdf) };
};

const readPage = async (number: number): Promise<PdfAnswer> => {
  if (opened === null) throw new Error('a page was asked for before the file was opened');
  const page = await opened.pdf.getPage(number);
  const text = await page.getTextContent({ includeMarkedContent: true });
  const items = text.items.map(toItem);
  const structure = toNode(await page.getStructTree());
  // Fonts reach this side only with the drawing operators, once for all pages that use them.
  const isFontMissing = Object.keys(text.styles).some((id) => !page.commonObjs.has(id));
  const areRulesWanted = structure === null && hasTextBeside(items);
  const drawn = areRulesWanted || isFontMissing ? await page.getOperatorList() : null;
  const fonts: Record<string, string> = {};
  for (const id of Object.keys(text.styles))
    fonts[id] = page.commonObjs.has(id) ? fontName(page.commonObjs.get(id)) : '';
  const { width, height } = page.getViewport({ scale: 1 });
  const content: PageContent = {
    page: number,
    label: opened.labels?.[number - 1] ?? null,
    width,
    height,
    items,
    structure,
    fonts,
    ...(areRulesWanted && drawn !== null ? { rules: pageRules(drawn) } : {}),
  };
  page.cleanup();
  // Fonts and pictures of pages that were read are kept by the library until it is told.
  if (number % cleanEvery === 0) await opened.pdf.cleanup();
  return { kind: 'page', content };
};

type PdfItem = Awaited<
  ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>
>['items'][number];

/** Only what is read later crosses to the other thread. */
const toItem = (item: PdfItem): ContentItem => {
  if ('str' in item) {
    const { str, transform, width, fontName: font, hasEOL } = item;
    return { str, transform: transform.map(Number), width, fontName: font, hasEOL };
  }
  const type =
    item.type === 'endMarkedContent' || item.type === 'beginMarkedContent'
      ? item.type
      : 'beginMarkedContentProps';
  const tag = 'tag' in item ? String(item.tag) : '';
  return { type, id: item.id ?? null, tag };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const toNode = (value: unknown): StructureNode | null => {
  if (!isRecord(value)) return null;
  const { role, children, alt, type, id } = value;
  if (Array.isArray(children)) {
    const kept = children.map(toNode).filter((child) => child !== null);
    return { role: String(role), children: kept, ...(typeof alt === 'string' ? { alt } : {}) };
  }
  return typeof id === 'string' ? { type: String(type), id } : null;
};

const fontName = (font: unknown): string =>
  isRecord(font) && typeof font['name'] === 'string' ? font['name'] : '';

const answer = async (request: PdfRequest): Promise<PdfAnswer> => {
  try {
    return await (request.kind === 'open' ? open(request.bytes, request.password) : readPage(request.page));
  } catch (cause) {
    // Whatever a damaged file makes the reader throw, the file is what cannot be read.
    if (!(cause instanceof PasswordException)) return { kind: 'failed', reason: 'damaged' };
    const isWrong = cause.code === PasswordResponses.INCORRECT_PASSWORD;
    return { kind: 'failed', reason: isWrong ? 'wrong-password' : 'locked' };
  }
};

// oxlint-disable unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.on('message', (request: PdfRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
