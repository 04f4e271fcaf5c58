import type { Result } from '../domain/result.ts';
import type { Watch } from '../domain/watch.ts';
import type { PaperViewer, ViewerFault, ViewerRequest, Zoom } from '../papers/viewer-port.ts';
import { readRange, requestPack } from '../storage/blobs.ts';
import { savePlace } from '../storage/places.ts';
import type { Paper } from '../domain/meeting.ts';
import { keepNewest } from './place-keeper.ts';
import type { KeptPlace, ReaderView, ReadingMode } from './reader-view.ts';
import { watchReader } from './watch-reader.ts';
import type { Services } from './services.ts';

export type { PaperViewer, Zoom };

/** What the screen asks of a viewer; where the bytes come from is the reader's own business. */
export type PagesRequest = Omit<ViewerRequest, 'source'>;

/** One paper that is open for reading. */
export interface Reader {
  readonly view: Watch<ReaderView>;
  /** Keeps the place, so that the meeting opens here next time, also after a cold start. Never waits. */
  readonly keepPlace: (page: number, mode: ReadingMode) => void;
  /** Draws the pages of a paper into a container. Brings pdf.js, which is stored with the app. */
  readonly openPages: (paper: Paper, request: PagesRequest) => Promise<Result<PaperViewer, ViewerFault>>;
  /** Asks for the papers of the whole meeting, to be kept on this tablet. */
  readonly download: () => Promise<'asked' | 'full'>;
}

/** Opens a paper of a meeting for reading. Make one for each paper, and keep it while it is shown. */
export const openReader = (services: Services, meetingId: string, paperId: string): Reader => {
  const { records, sync } = services;
  const keep = keepNewest(
    (place: KeptPlace) => savePlace(records, meetingId, { ...place, at: services.now() }),
    // A place that is lost costs a person some scrolling, so it is no reason to stop them reading.
    () => {},
  );
  return {
    view: { subscribe: (next, failed) => watchReader(services, meetingId, paperId, next, failed) },
    keepPlace: (page, mode) => keep({ paperId, page, mode }),
    openPages: async (paper, request) => {
      const { openPdf } = await import('../papers/pdf-viewer.ts');
      const source = {
        size: paper.file.size,
        readRange: (begin: number, end: number) => readRange(records, paper.file.sha256, begin, end),
      };
      return openPdf({ ...request, source }, { makeWorker: services.makePdfWorker, assetBase: '/pdfjs/' });
    },
    download: async () => {
      const answer = await requestPack(records, meetingId);
      sync.wake();
      return answer;
    },
  };
};
