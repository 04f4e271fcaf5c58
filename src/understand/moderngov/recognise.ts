import { ok, type Result } from '../../domain/result.ts';
import { openSource } from './open-source.ts';
import type { SourceFault, SourceKind } from './source.ts';

/** What a source is, or why it cannot be read. `address` is where it was fetched from, if that is known. */
export const recognise = (source: string, address: string | null): Result<SourceKind, SourceFault> => {
  const opened = openSource(source, address);
  return opened.ok ? ok(opened.value.kind) : opened;
};
