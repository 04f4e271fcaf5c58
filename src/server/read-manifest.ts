import * as v from 'valibot';
import type { Manifest } from '../domain/meeting.ts';
import { ManifestSchema } from '../protocol/manifest-schema.ts';
import type { CouncilStore } from './council-store.ts';

/** A manifest that was published. One that is not there any more is a damaged folder, and said as such. */
export const readManifest = async (
  store: Pick<CouncilStore, 'readBlob'>,
  sha256: string,
): Promise<Manifest> => {
  const bytes = await store.readBlob(sha256);
  if (bytes === null) throw new Error(`the manifest ${sha256} is not kept`);
  return v.parse(ManifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
};
