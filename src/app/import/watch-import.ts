import type { ImportState } from '../../domain/import-state.ts';
import type { Watch } from '../../domain/watch.ts';
import type { Services } from '../services.ts';
import type { ImportFault } from './import-desk.ts';

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
  const view: Watch<ImportView> = {
    subscribe: (next) => {
      let turn = 0;
      let stopTimer = nothing;
      let wait: number | null = 0;
      const ask = async (): Promise<void> => {
        stopTimer();
        const mine = (turn += 1);
        const answer = await imports.state(id);
        // A slower answer to an earlier question, or a screen that was left.
        if (mine !== turn) return;
        wait = answer.ok ? waitAfter(answer.value) : waitAfterFault(answer.error);
        next(answer.ok ? { kind: 'known', state: answer.value } : { kind: 'fault', fault: answer.error });
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
      next({ kind: 'asking' });
      again = () => void ask();
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
          stopTimer();
          stopVisibility();
          watching.unsubscribe();
        },
      };
    },
  };
  return { view, again: () => again() };
};

const waitAfter = ({ reading }: ImportState): number | null =>
  reading.kind === 'waiting' || reading.kind === 'reading' ? whileReadingMs : null;

const waitAfterFault = (fault: ImportFault): number | null =>
  fault === 'offline' || fault === 'server' ? withoutAnswerMs : null;
