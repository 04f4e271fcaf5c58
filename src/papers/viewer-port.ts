import type { Result } from '../domain/result.ts';

/** Where the bytes of one paper come from. */
export interface PaperSource {
  /** Of the whole paper, in bytes. */
  readonly size: number;
  /** The bytes from `begin` up to, not including, `end`; null when they are not on this tablet. */
  readonly readRange: (begin: number, end: number) => Promise<Uint8Array | null>;
}

/** Why the pages of a paper cannot be shown. */
export type ViewerFault =
  /** The file is not a paper that can be drawn. */
  | { readonly kind: 'damaged' }
  /** The file asks for a password. */
  | { readonly kind: 'locked' }
  /** Some of the bytes are not on this tablet. */
  | { readonly kind: 'not-on-tablet' };

export type Zoom = 'larger' | 'smaller' | 'fit';

/** One paper on the screen, drawn page by page into a container. Pages count from 1. */
export interface PaperViewer {
  /** Brings the top of a page into sight. A page that does not exist changes nothing. */
  readonly goToPage: (page: number) => void;
  readonly zoom: (zoom: Zoom) => void;
  /** Marks words on a page, as soon as it is drawn, and no longer those marked before. */
  readonly markWords: (page: number, words: string) => void;
  /** Takes everything off the screen and ends the worker. May be called twice. */
  readonly destroy: () => Promise<void>;
}

/** What a viewer is asked to show, and whom it tells. */
export interface ViewerRequest {
  readonly source: PaperSource;
  /** Must be positioned absolutely, scroll by itself, and hold one empty `div` of class `pdfViewer`. */
  readonly container: HTMLDivElement;
  /** The page to begin at. */
  readonly page: number;
  /** Called whenever another page has come into sight. */
  readonly onPage: (page: number) => void;
  /** Called at most once, when the paper can no longer be drawn after it was opened. */
  readonly onFault: (fault: ViewerFault) => void;
}

/** What a viewer needs from the outside. */
export interface ViewerTools {
  /** Starts the worker that does the reading; the viewer ends it. */
  readonly makeWorker: () => Worker;
  /** Address of fonts, decoders and colour profiles, with a slash at its end. */
  readonly assetBase: string;
}

/** Opens a paper. Resolves once its first page stands in the container, with or without its picture. */
export type OpenPaper = (
  request: ViewerRequest,
  tools: ViewerTools,
) => Promise<Result<PaperViewer, ViewerFault>>;
