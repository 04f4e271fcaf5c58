import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readAddresses, wasFetched, type AddressFault } from '../../app/import/addresses.ts';
import { requestOf } from '../../app/import/read-request.ts';
import type { Dropped } from '../../app/import/dropped-files.ts';
import { createGivePapers, type GivePapers, type GiveView } from '../../app/import/give-papers.ts';
import { pastedFile } from '../../app/import/given-files.ts';
import type { Services } from '../../app/services.ts';
import type { ImportFile } from '../../domain/import-state.ts';
import { firstValue } from '../../app/records-watch.ts';
import { useWatch } from '../use-watch.ts';

/** What is typed beside the files. */
export interface GiveFields {
  readonly pasted: string;
  readonly addresses: string;
  readonly documents: boolean;
  readonly password: string;
  /** Of ours, that the papers are for; empty to let them say it. */
  readonly meeting: string;
}

/** What is to be put right before the papers can be read. */
export type GiveError = AddressFault | { readonly kind: 'nothing-given' };

export interface GiveForm {
  readonly papers: GivePapers;
  readonly view: GiveView;
  readonly fields: GiveFields;
  readonly change: (part: Partial<GiveFields>) => void;
  readonly error: GiveError | null;
  readonly onDropped: (dropped: Dropped) => void;
  /** The pasted text becomes a file of the list. */
  readonly addPasted: () => Promise<void>;
  readonly read: () => Promise<void>;
}

export interface GiveParts {
  readonly services: Services;
  readonly importId: string | null;
  /** What the import has already. */
  readonly there: readonly ImportFile[];
  /** Meetings of ours that the clerk says are not meant; left out, those of the reading before. */
  readonly apart?: readonly string[];
  /** The meeting of ours whose page led here. */
  readonly meeting?: string;
  readonly onReading: (importId: string) => void;
}

const noFields: GiveFields = { pasted: '', addresses: '', documents: true, password: '', meeting: '' };
const noView: GiveView = { files: [], left: null, sending: { kind: 'idle' } };

/** The form for papers: what was given and typed, and what it comes to when it is sent. */
export const useGive = (parts: GiveParts): GiveForm => {
  const { services, importId, there, apart, onReading } = parts;
  const { imports, forms } = services;
  const papers = useMemo(() => createGivePapers({ imports, forms, importId }), [imports, forms, importId]);
  useEffect(() => () => papers.close(), [papers]);
  const watched = useWatch(papers.view);
  const view = watched.state === 'ready' ? watched.value : noView;
  const [fields, setFields] = useState<GiveFields>({ ...noFields, meeting: parts.meeting ?? '' });
  const apartBefore = useRef<readonly string[]>([]);
  const [error, setError] = useState<GiveError | null>(null);
  const change = (part: Partial<GiveFields>): void => setFields((before) => ({ ...before, ...part }));
  useEffect(() => {
    const fillIn = async (id: string): Promise<void> => {
      const last = (await imports.lastRequest(id)) ?? requestOf(there);
      apartBefore.current = last.apart;
      const { addresses, documents, password, meeting } = last;
      if (addresses.length > 0) change({ addresses: addresses.join('\n'), documents });
      change({ password: password ?? '', meeting: meeting ?? '' });
    };
    // What was fetched goes when reading begins anew, and its addresses need not be typed twice.
    if (importId !== null) void fillIn(importId);
  }, [imports, importId]);
  const onDropped = useCallback(
    ({ files, left }: Dropped) => {
      if (files.length > 0 || left === 'nothing') papers.add(files);
      if (left !== 'nothing') papers.leaveOut({ kind: left === 'cut' ? 'too-many' : left });
    },
    [papers],
  );
  const addPasted = async (): Promise<void> => {
    if (fields.pasted.trim() === '') return;
    const { files } = await firstValue(papers.view);
    papers.add([pastedFile(fields.pasted, [...files, ...there])]);
    change({ pasted: '' });
  };
  const read = async (): Promise<void> => {
    await addPasted();
    const addresses = readAddresses(fields.addresses);
    if (!addresses.ok) {
      setError(addresses.error);
      return;
    }
    const { files } = await firstValue(papers.view);
    const isNothing = files.length + addresses.value.length === 0 && there.every(wasFetched);
    setError(isNothing ? { kind: 'nothing-given' } : null);
    if (isNothing) return;
    const password = fields.password === '' ? null : fields.password;
    const { documents } = fields;
    const not = apart ?? apartBefore.current;
    const meeting = fields.meeting === '' || not.includes(fields.meeting) ? null : fields.meeting;
    const id = await papers.send({
      addresses: addresses.value,
      documents,
      password,
      meeting,
      apart: not,
    });
    if (id !== null) onReading(id);
  };
  return { papers, view, fields, change, error, onDropped, addPasted, read };
};
