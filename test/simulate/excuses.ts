import type { Look } from './disk.ts';
import type { Play } from './play.ts';
import type { Tablet } from './tablet.ts';

/** Ids of everything that the server has, in the log or aside. */
const idsOnServer = async ({ server }: Play): Promise<ReadonlySet<string>> => {
  const rows = await server.rows<{ id: string }>('select id from log union all select id from set_aside');
  return new Set(rows.map(({ id }) => id));
};

/**
 * A tablet that is put back to its own backup forgets what it saved since. What it had sent comes back from
 * the log; what it had not is gone with the disk, and no program can bring it back.
 */
export const excuseBeforeTabletRestore = async (play: Play, tablet: Tablet, before: Look): Promise<void> => {
  const [now, sent] = [await tablet.disk.look(), await idsOnServer(play)];
  const kept = new Set(now.outbox.map(({ id }) => id));
  for (const { id } of before.outbox) if (!kept.has(id) && !sent.has(id)) play.ledger.excused.add(id);
};

/**
 * A server that is put back gets back what tablets still have in their outboxes. What no outbox holds any
 * more, as of a tablet that was signed out and wiped, went with the server's disk.
 */
export const excuseBeforeServerRestore = async (play: Play): Promise<void> => {
  const offered = new Set<string>();
  for (const { disk, line } of play.tablets) {
    // The receipt that lets it be wiped is on its way already.
    if (line.rescuesUnderWay > 0) continue;
    for (const { id } of (await disk.look()).outbox) offered.add(id);
  }
  for (const id of await idsOnServer(play)) if (!offered.has(id)) play.ledger.excused.add(id);
};
