import * as v from 'valibot';
import type { Server } from './server.ts';

export interface LogRow {
  readonly seq: number;
  readonly id: string;
  readonly person_id: string;
  readonly type: string;
  readonly meeting_id: string;
  readonly digest: string;
  readonly received_at: string;
  readonly chain: string;
  readonly event: string;
  readonly refs: readonly string[];
}

/** What the server has on its disk, as far as the invariants ask. */
export interface ServerRows {
  readonly council: {
    readonly id: string;
    readonly epoch: string;
    readonly seq: number;
    readonly chain: string;
  };
  readonly log: readonly LogRow[];
  readonly aside: readonly { readonly id: string; readonly status: string }[];
  readonly grants: readonly {
    readonly person_id: string;
    readonly role: string;
    readonly committee_id: string | null;
  }[];
  /** Devices that may still speak. */
  readonly devices: readonly { readonly id: string }[];
}

const RefsSchema = v.object({ refs: v.array(v.string()) });

export const readServerRows = async ({ rows }: Server): Promise<ServerRows> => {
  const [council] = await rows<ServerRows['council']>('select id, epoch, seq, chain from council');
  if (council === undefined) throw new Error('the server has lost its council');
  const log = await rows<Omit<LogRow, 'refs'>>(
    'select seq, id, person_id, type, meeting_id, digest, received_at, chain, event from log order by seq',
  );
  return {
    council,
    log: log.map((row) => ({ ...row, refs: v.parse(RefsSchema, JSON.parse(row.event)).refs })),
    aside: await rows('select id, status from set_aside order by id'),
    grants: await rows('select person_id, role, committee_id from grants where ended is null'),
    devices: await rows('select id from devices where revoked_at is null'),
  };
};
