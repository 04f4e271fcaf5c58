import type { RecordsDatabase } from './records-database.ts';

/** A manifest that the log names and this tablet does not have yet. */
export interface MissingManifest {
  readonly meetingId: string;
  readonly version: number;
  readonly sha256: string;
}

/** The latest versions first: they are what people read. */
export const missingManifests = async (db: RecordsDatabase): Promise<MissingManifest[]> => {
  const bundles = await db.log.where('type').equals('meeting.publish').toArray();
  const rows = bundles.flatMap((bundle) => bundle.rows);
  const named = rows.flatMap(({ event }) =>
    event.type === 'meeting.publish'
      ? [{ meetingId: event.body.meetingId, version: event.body.version, sha256: event.body.manifest }]
      : [],
  );
  const here = await db.manifestVersions.bulkGet(named.map(({ meetingId, version }) => [meetingId, version]));
  return named.filter((_, at) => here[at] === undefined).toSorted((a, b) => b.version - a.version);
};
