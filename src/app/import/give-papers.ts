import type { ReadRequest } from '../../domain/import-state.ts';
import { createValue } from '../../domain/value.ts';
import type { Watch } from '../../domain/watch.ts';
import type { DirtyForms } from '../dirty-forms.ts';
import { addFiles, givenBytes, type GivenFault, type GivenFile } from './given-files.ts';
import type { ImportDesk, ImportFault } from './import-desk.ts';

/** What the form for papers shows of the files. */
export interface GiveView {
  readonly files: readonly GivenFile[];
  /** Why something of what was given last is not in the list. */
  readonly left: GivenFault | null;
  readonly sending: Sending;
}

export type Sending =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending';
      /** Bytes that have arrived, of all. */
      readonly have: number;
      readonly total: number;
      /** Files that have arrived, of all. */
      readonly done: number;
      readonly count: number;
      /** The file that is on its way; null while the rest is asked for. */
      readonly name: string | null;
    }
  | { readonly kind: 'stopped' }
  /** `name`: the file at which it ended, or null. What had arrived stays there. */
  | { readonly kind: 'failed'; readonly fault: ImportFault; readonly name: string | null };

export interface GivePapers {
  readonly view: Watch<GiveView>;
  readonly add: (files: readonly GivenFile[]) => void;
  /** Says why something could not be added at all. */
  readonly leaveOut: (fault: GivenFault) => void;
  readonly remove: (name: string) => void;
  /**
   * Sends what has not arrived yet and begins the reading. Answers the id of the import, or null when that did not
   * come about: the view says why, nothing that was given is lost, and sending again goes on where it was.
   */
  readonly send: (request: ReadRequest) => Promise<string | null>;
  readonly stop: () => void;
  /** The screen is left: nothing more is sent, and an update of the app waits for it no longer. */
  readonly close: () => void;
}

export interface GiveParts {
  readonly imports: ImportDesk;
  readonly forms: DirtyForms;
  /** An import that has begun; null makes one when it is sent. */
  readonly importId: string | null;
}

/** Papers on their way to the desk, from the first file that is chosen until the reading begins. */
export const createGivePapers = ({ imports, forms, importId }: GiveParts): GivePapers => {
  const view = createValue<GiveView>({ files: [], left: null, sending: { kind: 'idle' } });
  const change = (part: Partial<GiveView>): void => view.set({ ...view.get(), ...part });
  const isSending = (): boolean => view.get().sending.kind === 'sending';
  let id = importId;
  let stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  let release: (() => void) | null = null;
  const hold = (): void => {
    const isDirty = view.get().files.length > 0;
    if (isDirty) release ??= forms.hold();
    else letGo();
  };
  const letGo = (): void => {
    release?.();
    release = null;
  };
  const run = async (request: ReadRequest, stop: AbortSignal): Promise<string | null> => {
    const fail = (fault: ImportFault, name: string | null): null => {
      if (stop.aborted) return null;
      // An import that was removed elsewhere: the next press begins another one.
      if (fault === 'gone') id = importId;
      change({ sending: { kind: 'failed', fault, name } });
      return null;
    };
    if (id === null) {
      const begun = await imports.begin();
      if (!begun.ok) return fail(begun.error, null);
      id = begun.value;
    }
    const here = id;
    const { files } = view.get();
    const total = givenBytes(files);
    let before = 0;
    for (const [done, { name, bytes }] of files.entries()) {
      const say = (sent: number): void => {
        const sending = {
          kind: 'sending',
          have: before + sent,
          total,
          done,
          count: files.length,
          name,
        } as const;
        if (!stop.aborted) change({ sending });
      };
      if (stop.aborted) return null;
      say(0);
      const sent = await imports.sendFile(here, { name, bytes }, say, stop);
      if (!sent.ok) return fail(sent.error, name);
      before += bytes.size;
    }
    if (stop.aborted) return null;
    change({ sending: { ...allSent(files.length, total), name: null } });
    const read = await imports.read(here, request);
    if (!read.ok) return fail(read.error, null);
    return stop.aborted ? null : here;
  };
  return {
    view,
    add: (more) => {
      // What is being sent is settled; the screen offers nothing to add until it is over.
      if (isSending()) return;
      const { files, fault } = addFiles(view.get().files, more);
      change({ files, left: fault, sending: { kind: 'idle' } });
      hold();
    },
    leaveOut: (left) => change({ left }),
    remove: (name) => {
      if (isSending()) return;
      change({ files: view.get().files.filter((file) => file.name !== name), left: null });
      hold();
    },
    send: async (request) => {
      if (isSending()) return null;
      const { files } = view.get();
      change({ left: null, sending: { ...allSent(files.length, givenBytes(files)), have: 0, done: 0 } });
      stopping = new AbortController();
      const { signal } = stopping;
      // A part that was on its way when it was stopped comes to its end before another is sent.
      const mine = running.then(() => run(request, signal));
      running = mine;
      const began = await mine;
      if (began !== null) letGo();
      return began;
    },
    stop: () => {
      if (!isSending()) return;
      stopping.abort();
      change({ sending: { kind: 'stopped' } });
    },
    close: () => {
      stopping.abort();
      letGo();
    },
  };
};

const allSent = (count: number, total: number) =>
  ({ kind: 'sending', have: total, total, done: count, count, name: null }) as const;
