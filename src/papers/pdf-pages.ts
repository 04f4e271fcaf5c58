import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findSpans } from './find-spans.ts';
import type { PaperViewer, ViewerRequest } from './viewer-port.ts';

/** iPads give all canvases together 256 to 384 MB; one page takes at most 32 MB of it. */
const maxCanvasPixels = 8_000_000;
/** Decoded pictures are kept for this long after the last page was drawn. */
const keepPicturesMs = 20_000;

/** What `drawPages` answers: the part of a viewer that moves. */
export interface DrawnPages extends Pick<PaperViewer, 'goToPage' | 'zoom' | 'markWords'> {
  /** Takes the pages off the screen. Call it before the document is destroyed. */
  readonly clear: () => void;
}

/**
 * Lays the pages out in the container, as wide as it is, and draws those in sight. Text layer and
 * structure tree are on, for selecting and for screen readers. Resolves once the first page has its size.
 */
export const drawPages = async (pdf: PDFDocumentProxy, request: ViewerRequest): Promise<DrawnPages> => {
  // The viewer reads `globalThis.pdfjsLib` when it is loaded, which pdf.mjs has set by then.
  const { EventBus, LinkTarget, PDFLinkService, PDFViewer } =
    await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({
    eventBus,
    // A link out of a paper never takes the place of the app, nor does it learn where it came from.
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer nofollow',
    ignoreDestinationZoom: true,
  });
  const viewer = new PDFViewer({
    container: request.container,
    eventBus,
    linkService,
    annotationEditorMode: -1,
    maxCanvasPixels,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  viewer.setDocument(pdf);
  linkService.setDocument(pdf, null);
  await viewer.firstPagePromise;

  // The person may have left while the file was opened; what is not in the page has no width.
  if (request.container.isConnected) viewer.currentScaleValue = 'page-width';
  // Every page must stand in the list before one of them can be gone to.
  await viewer.pagesPromise;
  const goToPage = (page: number): void => {
    if (page >= 1 && page <= viewer.pagesCount) viewer.scrollPageIntoView({ pageNumber: page });
  };
  if (request.container.isConnected) goToPage(request.page);

  const forgetPictures = afterQuiet(keepPicturesMs, () => {
    // It refuses while a page is being drawn; the next quiet time will do.
    pdf.cleanup().catch(() => {});
  });
  eventBus.on('pagerendered', forgetPictures.again);
  eventBus.on('pagechanging', (event: { readonly pageNumber: number }) => request.onPage(event.pageNumber));
  const marker = createMarker(request.container);
  eventBus.on('textlayerrendered', marker.again);
  const widths = new ResizeObserver(() => {
    // Naming the same value again makes the viewer measure the container again; one that is gone has no width.
    if (request.container.clientWidth > 0 && viewer.currentScaleValue === 'page-width')
      viewer.currentScaleValue = 'page-width';
  });
  widths.observe(request.container);

  return {
    goToPage,
    zoom: (zoom) => {
      if (zoom === 'fit') viewer.currentScaleValue = 'page-width';
      else if (zoom === 'larger') viewer.increaseScale({ steps: 1 });
      else viewer.decreaseScale({ steps: 1 });
    },
    markWords: marker.mark,
    clear: () => {
      widths.disconnect();
      forgetPictures.stop();
      viewer.setDocument(null);
      linkService.setDocument(null, null);
    },
  };
};

const markClass = 'paper-mark';

/** Marks words in the text layer, which stands over the picture of a page and comes and goes with it. */
const createMarker = (container: HTMLElement) => {
  let wanted = { page: 0, words: '' };
  const again = (): void => {
    for (const marked of container.querySelectorAll(`.${markClass}`)) marked.classList.remove(markClass);
    const layer = `.page[data-page-number="${wanted.page}"] .textLayer span[role="presentation"]`;
    const spans = [...container.querySelectorAll(layer)];
    const found = findSpans(
      spans.map(({ textContent }) => textContent ?? ''),
      wanted.words,
    );
    for (const at of found) spans[at]?.classList.add(markClass);
  };
  return {
    again,
    mark: (page: number, words: string): void => {
      wanted = { page, words };
      again();
    },
  };
};

/** Calls `act` when `again` has not been called for so long. */
const afterQuiet = (milliseconds: number, act: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  const again = (): void => {
    stop();
    timer = setTimeout(act, milliseconds);
  };
  return { again, stop };
};
