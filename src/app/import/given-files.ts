import { importFileMaxBytes, importMaxBytes, importMaxFiles } from '../../domain/import-limits.ts';

/** A file as it was chosen, dropped or pasted. */
export interface GivenFile {
  /** With its folders, `/` between them. */
  readonly name: string;
  readonly bytes: Blob;
}

/** Why something that was given was left out. */
export type GivenFault =
  | { readonly kind: 'too-large'; readonly name: string }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'too-much' }
  /** Nothing but hidden files, or an empty folder. */
  | { readonly kind: 'nothing' }
  /** The browser would not open it. */
  | { readonly kind: 'unreadable' };

/** What fits into one import. */
export interface GivenLimits {
  readonly fileBytes: number;
  readonly bytes: number;
  readonly files: number;
}

export const givenLimits: GivenLimits = {
  fileBytes: importFileMaxBytes,
  bytes: importMaxBytes,
  files: importMaxFiles,
};

// The last part of a long path says more than the folders above it.
const nameMax = 400;

/** Files of the system or of a program, which nobody means to publish. */
export const isHidden = (name: string): boolean =>
  name
    .split('/')
    .some((part) => /^(?:\.|~\$)/.test(part) || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(part));

/**
 * The list with more files in it. One of the same name takes the place of the one before. What does not fit is left
 * out, and the first reason is said; what was in the list stays.
 */
export const addFiles = (
  files: readonly GivenFile[],
  more: readonly GivenFile[],
  limits: GivenLimits = givenLimits,
): { readonly files: readonly GivenFile[]; readonly fault: GivenFault | null } => {
  const byName = new Map(files.map((file) => [file.name, file]));
  let bytes = givenBytes(files);
  let fault: GivenFault | null = null;
  const seen = more.filter(({ name }) => !isHidden(name));
  for (const { name: given, bytes: content } of seen) {
    // As the server will call it: by this name it knows the file again.
    const name = given.replaceAll(/\p{Cc}/gu, '_').slice(-nameMax);
    const before = byName.get(name);
    const after = bytes - (before?.bytes.size ?? 0) + content.size;
    const wrong = faultOf(name, content.size, after, byName.size + (before ? 0 : 1), limits);
    if (wrong === null) {
      byName.set(name, { name, bytes: content });
      bytes = after;
    } else fault ??= wrong;
  }
  if (seen.length === 0) fault = { kind: 'nothing' };
  return { files: [...byName.values()], fault };
};

const faultOf = (
  name: string,
  size: number,
  bytes: number,
  files: number,
  limits: GivenLimits,
): GivenFault | null => {
  if (size > limits.fileBytes) return { kind: 'too-large', name };
  if (files > limits.files) return { kind: 'too-many' };
  return bytes > limits.bytes ? { kind: 'too-much' } : null;
};

export const givenBytes = (files: readonly GivenFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.size, 0);

/** Text that was pasted, as a file: `Pasted text.txt`, then `Pasted text 2.txt`. */
export const pastedFile = (text: string, files: readonly { readonly name: string }[]): GivenFile => {
  const names = new Set(files.map(({ name }) => name));
  let number = 1;
  while (names.has(pastedName(number))) number += 1;
  return { name: pastedName(number), bytes: new Blob([text], { type: 'text/plain' }) };
};

const pastedName = (number: number): string => `Pasted text${number === 1 ? '' : ` ${number}`}.txt`;
