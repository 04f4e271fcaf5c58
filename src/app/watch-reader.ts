import type { Manifest, Paper } from '../domain/meeting.ts';
import { readPaperText } from '../papers/read-paper-text.ts';
import { readBlob, watchPack, type PackState } from '../storage/blobs.ts';
import { watchManifest } from '../storage/manifests.ts';
import { readPlace } from '../storage/places.ts';
import { toReaderView, type KeptPlace, type PaperContent, type ReaderView } from './reader-view.ts';
import type { Services } from './services.ts';
import { withoutOwnTitle } from './without-own-title.ts';

/**
 * Puts manifest, pack, kept place, network and the paper's text together, now and at every change. The
 * text is read again only when another version, or another state of the pack, may have brought it.
 */
export const watchReader = (
  { records, sync }: Services,
  meetingId: string,
  paperId: string,
  next: (view: ReaderView) => void,
  failed?: (cause: unknown) => void,
): { readonly unsubscribe: () => void } => {
  const fail = (cause: unknown): void => failed?.(cause);
  let live = true;
  let manifest: Manifest | null | undefined;
  let pack: PackState | undefined;
  let place: KeptPlace | null | undefined;
  let online = true;
  let content: PaperContent = { kind: 'looking' };
  let seen = '';

  const tell = (): void => {
    if (!live || manifest === undefined || pack === undefined || place === undefined) return;
    next(toReaderView({ manifest, pack, place, online, content }, paperId));
  };
  const look = async (): Promise<void> => {
    const paper = manifest?.papers.find(({ id }) => id === paperId);
    const sought = `${paper?.text.sha256} ${pack?.kind} ${paper?.title}`;
    if (paper && (sought !== seen || content.kind === 'absent')) {
      seen = sought;
      const found = await readContent(records, paper);
      // A newer look is under way when something changed meanwhile.
      if (seen !== sought) return;
      content = found;
    }
    tell();
  };
  const changed = (): void => void look().catch(fail);

  const findPlace = async (): Promise<void> => {
    place = await readPlace(records, meetingId);
    tell();
  };
  findPlace().catch(fail);
  const subscriptions = [
    watchManifest(records, meetingId).subscribe((value) => {
      manifest = value;
      changed();
    }, fail),
    watchPack(records, meetingId).subscribe((value) => {
      pack = value;
      changed();
    }, fail),
    sync.state.subscribe((state) => {
      online = state.network === 'online';
      tell();
    }, fail),
  ];
  return {
    unsubscribe: () => {
      live = false;
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
};

const readContent = async (records: Services['records'], paper: Paper): Promise<PaperContent> => {
  const bytes = await readBlob(records, paper.text.sha256);
  if (bytes === null) return { kind: 'absent' };
  const read = readPaperText(bytes);
  return read.ok ? { kind: 'here', text: withoutOwnTitle(read.value, paper.title) } : { kind: 'damaged' };
};
