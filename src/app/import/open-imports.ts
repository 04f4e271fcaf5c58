import type { Watch } from '../../domain/watch.ts';
import type { Services } from '../services.ts';
import type { ImportFault, OpenImport } from './import-desk.ts';

/** Imports that were begun and not removed. */
export type OpenImportsView =
  | { readonly kind: 'asking' }
  | { readonly kind: 'fault'; readonly fault: ImportFault }
  | { readonly kind: 'known'; readonly imports: readonly OpenImport[] };

export interface WatchedImports {
  readonly view: Watch<OpenImportsView>;
  /** Asks at once, after one was removed. */
  readonly again: () => void;
}

const nothing = (): void => undefined;

/** The open imports, newest first: asked when the screen opens, and again when there is a connection. */
export const watchOpenImports = ({ imports, sync }: Pick<Services, 'imports' | 'sync'>): WatchedImports => {
  let again = nothing;
  const view: Watch<OpenImportsView> = {
    subscribe: (next) => {
      let turn = 0;
      let isKnown = false;
      const ask = async (): Promise<void> => {
        const mine = (turn += 1);
        const answer = await imports.list();
        if (mine !== turn) return;
        isKnown = answer.ok;
        next(answer.ok ? { kind: 'known', imports: answer.value } : { kind: 'fault', fault: answer.error });
      };
      next({ kind: 'asking' });
      again = () => void ask();
      void ask();
      let contact: number | null | undefined;
      const watching = sync.state.subscribe(({ network, lastContact }) => {
        const isNew = contact !== undefined && contact !== lastContact;
        contact = lastContact;
        if (isNew && !isKnown && network === 'online') void ask();
      });
      return {
        unsubscribe: () => {
          turn += 1;
          again = nothing;
          watching.unsubscribe();
        },
      };
    },
  };
  return { view, again: () => again() };
};
