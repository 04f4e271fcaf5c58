import type { ImportFile } from '../../domain/import-state.ts';
import type { Result } from '../../domain/result.ts';
import type { PaperViewer, ViewerFault } from '../../papers/viewer-port.ts';
import type { PagesRequest } from '../reader.ts';
import type { Services } from '../services.ts';

/**
 * Draws the pages of a file that is being imported, from the server: it is not on this tablet. A file that is not there
 * or cannot be had is `not-on-tablet`.
 */
export const openSourcePages = async (
  { imports, makePdfWorker }: Services,
  importId: string,
  { place, size }: ImportFile,
  request: PagesRequest,
): Promise<Result<PaperViewer, ViewerFault>> => {
  const { openPdf } = await import('../../papers/pdf-viewer.ts');
  const source = {
    size,
    readRange: (begin: number, end: number) => imports.readRange(importId, place, begin, end),
  };
  return openPdf({ ...request, source }, { makeWorker: makePdfWorker, assetBase: '/pdfjs/' });
};
