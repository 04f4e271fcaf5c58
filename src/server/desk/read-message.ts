import type { Proposal } from '../../domain/proposal.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';

/** What the process is given that reads an import. */
export interface ReadJob {
  readonly files: readonly JobFile[];
  readonly addresses: readonly string[];
  readonly documents: boolean;
  readonly password: string | null;
  /** FETCH_ALLOW of the environment. */
  readonly fetchAllow: string;
  /** An authority to judge sites by; null for the system's own. */
  readonly ca: string | null;
  /** The folder that takes what is fetched. */
  readonly fetched: string;
  /** How many PDFs are read at a time. */
  readonly readers: number;
}

interface JobFile {
  readonly name: string;
  /** Null for one that has not arrived whole. */
  readonly path: string | null;
}

/** `sources` is answered by `ToReader`; `read` is the last. */
export type FromReader =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly name: string }
  | { readonly kind: 'sources'; readonly sources: readonly UnderstoodSource[] }
  | { readonly kind: 'read'; readonly proposal: Proposal; readonly fetched: readonly FetchedFile[] };

/** What was fetched and lies in the job's folder, under this number. */
export interface FetchedFile {
  readonly number: number;
  readonly name: string;
  readonly size: number;
}

export interface ToReader {
  readonly published: readonly UnderstoodSource[];
}
