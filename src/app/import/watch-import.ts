import type { ImportState } from '../../domain/import-state.ts';
import type { Watch } from '../../domain/watch.ts';
import type { Services } from '../services.ts';
import type { Asked, ImportFault } from './import-desk.ts';

/** The page around a watch that asks again and again. */
export interface PageAround {
  /** Calls `then` once after `ms`; the answer cancels it. */
  readonly startTimer: (then: () => void, ms: number) => () => void;
  readonly isVisible: () => boolean;
  /** Calls `changed` when the page is shown or hidden; the answer ends that. */
  readonly onVisibility: (changed: () => void) => () => void;
}

const nothing = (): void => undefined;

/** One import, as far as the desk knows. */
export type ImportView =
  | { readonly kind: 'asking' }
  | { readonly kind: 'fault'; readonly fault: ImportFault }
  | { readonly kind: 'known'; readonly state: ImportState };

export interface WatchedImport {
  readonly view: Watch<ImportView>;
  /** Asks at once, after something was done to it. */
  readonly again: () => void;
  /** Removes a file from the server. Once it is gone there the import is shown without it, its reading as before. */
  readonly removeFile: (place: number) => Promise<Asked<void>>;
}

const whileReadingMs = 1000;
const withoutAnswerMs = 5000;

/**
 * Asks for the state of an import: about once a second while it is read, every few seconds and with each new
 * connection while there is no answer, and not at all while nobody looks or nothing can change.
 */
export const watchImport = (
  { imports, sync }: Pick<Services, 'imports' | 'sync'>,
  page: PageAround,
  id: string,
): WatchedImport => {
  let again = nothing;
  let showAgain = nothing;
  const removed = new Set<number>();
  const view: Watch<ImportView> = {
    subscribe: (next) => {
      let turn = 0;
      let stopTimer = nothing;
      let wait: number | null = 0;
      let last: ImportView = { kind: 'asking' };
      const show = (view: ImportView): void => {
        last = view;
        next(view.kind === 'known' ? { ...view, state: without(view.state, removed) } : view);
      };
      const ask = async (): Promise<void> => {
        stopTimer();
        const mine = (turn += 1);
        const answer = await imports.state(id);
        // A slower answer to an earlier question, or a screen that was left.
        if (mine !== turn) return;
        wait = answer.ok ? waitAfter(answer.value) : waitAfterFault(answer.error);
        show(answer.ok ? { kind: 'known', state: answer.value } : { kind: 'fault', fault: answer.error });
        plan();
      };
      const plan = (): void => {
        stopTimer();
        if (wait !== null && page.isVisible()) stopTimer = page.startTimer(() => void ask(), wait);
      };
      const askIfWaiting = (): void => {
        if (wait !== null && page.isVisible()) void ask();
        else stopTimer();
      };
      show(last);
      again = () => void ask();
      showAgain = () => show(last);
      void ask();
      const stopVisibility = page.onVisibility(askIfWaiting);
      let network = 'online';
      const watching = sync.state.subscribe((state) => {
        const isBack = network === 'offline' && state.network === 'online';
        network = state.network;
        if (isBack) askIfWaiting();
      });
      return {
        unsubscribe: () => {
          turn += 1;
          again = nothing;
          showAgain = nothing;
          stopTimer();
          stopVisibility();
          watching.unsubscribe();
        },
      };
    },
  };
  return {
    view,
    again: () => again(),
    removeFile: async (place) => {
      const answer = await imports.removeFile(id, place);
      if (answer.ok) {
        removed.add(place);
        showAgain();
      }
      return answer;
    },
  };
};

// An answer may have been on its way while the file was removed; a place is never given twice.
const without = (state: ImportState, removed: ReadonlySet<number>): ImportState => ({
  ...state,
  files: state.files.filter(({ place }) => !removed.has(place)),
});

const waitAfter = ({ reading }: ImportState): number | null =>
  reading.kind === 'waiting' || reading.kind === 'reading' ? whileReadingMs : null;

const waitAfterFault = (fault: ImportFault): number | null =>
  fault === 'offline' || fault === 'server' ? withoutAnswerMs : null;
