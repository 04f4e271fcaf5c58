import { chainInput } from '../../src/domain/digest.ts';
import type { Play } from './play.ts';
import type { Look } from './disk.ts';
import type { Attempt, Ledger } from './ledger.ts';
import { mayRead } from './permitted.ts';
import { readServerRows, type ServerRows } from './server-rows.ts';
import { sha256 } from './sha256.ts';
import type { Tablet } from './tablet.ts';

/** How many things are wrong at rest, by kind; all zero is what is promised. */
export interface Verdict {
  /** Records for which "Saved" was shown and that are neither on the server nor waiting. */
  readonly lost: number;
  readonly duplicated: number;
  /** Pairs of records of one tablet that stand in the log the other way round. */
  readonly reordered: number;
  /** Rows that a tablet shows and should not, or the other way; receipts and chain links without their row. */
  readonly divergent: number;
  /** Records that still wait, and tablets that cannot go on without a person. */
  readonly stuck: number;
  /** One line for each thing that is wrong. */
  readonly faults: readonly string[];
}

/** What the invariants say now. Asks every disk and the server; changes nothing. */
export const judge = async (play: Play): Promise<Verdict> => {
  const server = await readServerRows(play.server);
  const looks = await Promise.all(
    play.tablets.map(async (tablet) => ({ tablet, look: await tablet.disk.look() })),
  );
  const waiting = new Set(
    looks.flatMap(({ look }) => look.outbox.filter(({ state }) => state === 'pending').map(({ id }) => id)),
  );
  const lost = findLost(play.ledger, server, waiting);
  const duplicated = findDuplicated(server);
  const reordered = findReordered(play.ledger, server);
  const divergent = [
    ...findBroken(server),
    ...findStrangers(play.ledger, server),
    ...looks.flatMap(({ tablet, look }) => findDivergent(play, server, tablet, look)),
  ];
  const stuck = looks.flatMap(({ tablet, look }) => findStuck(tablet, look));
  return {
    lost: lost.length,
    duplicated: duplicated.length,
    reordered: reordered.length,
    divergent: divergent.length,
    stuck: stuck.length,
    faults: [...lost, ...duplicated, ...reordered, ...divergent, ...stuck],
  };
};

const serverIds = ({ log, aside }: ServerRows): readonly string[] => [...log, ...aside].map(({ id }) => id);

const countBy = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

const findLost = (ledger: Ledger, server: ServerRows, waiting: ReadonlySet<string>): readonly string[] => {
  const saved = countBy(ledger.attempts.flatMap(({ ids, shown }) => (shown === null ? [] : ids)));
  const kept = countBy(serverIds(server));
  return [...saved].flatMap(([id, count]) =>
    (kept.get(id) ?? 0) < count && !waiting.has(id) && !ledger.excused.has(id) ? [`lost ${id}`] : [],
  );
};

const findDuplicated = (server: ServerRows): readonly string[] =>
  [...countBy(serverIds(server))].flatMap(([id, count]) =>
    count > 1 ? [`duplicated ${id} ${count} times`] : [],
  );

const isBefore = (left: Attempt, right: Attempt): boolean =>
  left.tablet === right.tablet && left.shown !== null && left.shown < right.begun;

const findReordered = (ledger: Ledger, { log }: ServerRows): readonly string[] => {
  const places = new Map(log.map(({ id }, at) => [id, at]));
  const placed = ledger.attempts.flatMap((attempt) =>
    attempt.ids
      .filter((id) => !ledger.excused.has(id))
      .flatMap((id, at) => {
        const place = places.get(id);
        return place === undefined ? [] : [{ attempt, id, at, place }];
      }),
  );
  return placed.flatMap((left) =>
    placed.flatMap((right) => {
      const isSaidBefore =
        left.attempt === right.attempt ? left.at < right.at : isBefore(left.attempt, right.attempt);
      return isSaidBefore && left.place > right.place ? [`reordered ${left.id} ${right.id}`] : [];
    }),
  );
};

const findBroken = ({ council, log }: ServerRows): readonly string[] => {
  const faults: string[] = [];
  let chain = council.id;
  for (const [at, row] of log.entries()) {
    chain = sha256(chainInput(chain, row.digest, row.seq, row.received_at));
    if (row.seq !== at + 1) faults.push(`gap in the log before ${row.seq}`);
    if (row.chain !== chain) faults.push(`chain broken at ${row.seq}`);
    chain = row.chain;
  }
  if (council.chain !== chain || council.seq !== log.length) faults.push('the head is not the last row');
  return faults;
};

/** Records that nobody was told were saved: said to have failed, or never said at all. */
const findStrangers = ({ attempts }: Ledger, server: ServerRows): readonly string[] => {
  const known = new Set(attempts.flatMap(({ ids, refused }) => (refused ? [] : ids)));
  const publications = new Set(
    server.log.filter(({ type }) => type === 'meeting.publish').map(({ id }) => id),
  );
  return serverIds(server)
    .filter((id) => !known.has(id) && !publications.has(id))
    .map((id) => `not saved by anybody ${id}`);
};

const findDivergent = (
  { council, ledger }: Play,
  server: ServerRows,
  { who, name, wasRestored }: Tablet,
  look: Look,
): readonly string[] => {
  const faults: string[] = look.faults.map(({ id }) => `${name} refuses ${id}`);
  const expected = new Map(
    server.log.filter((row) => mayRead(council, server, who, row)).map((row) => [row.id, row]),
  );
  const shown = new Map(look.events.map((row) => [row.id, row]));
  for (const [id, row] of expected) {
    const seen = shown.get(id);
    if (seen === undefined) faults.push(`${name} lacks ${row.seq} ${id}`);
    else if (seen.seq !== row.seq || seen.chain !== row.chain || seen.author === null) {
      faults.push(`${name} has ${id} as ${seen.seq}, the log as ${row.seq}`);
    }
  }
  const aside = new Set(server.aside.map(({ id }) => id));
  // A person's own words stay on the person's other tablets, also when a restored server has them no more.
  const isPast = (id: string): boolean =>
    (ledger.excused.has(id) || (ledger.wasRestored && aside.has(id))) &&
    !look.outbox.some((row) => row.id === id);
  for (const { id, author, mine } of look.events) {
    const isOwnAside =
      author === null &&
      (aside.has(id) || look.outbox.some((row) => row.id === id && row.state === 'pending'));
    if (!expected.has(id) && !isOwnAside && !(mine === 1 && isPast(id))) faults.push(`${name} shows ${id}`);
  }
  for (const { id, state, receipt } of look.outbox) {
    if (state === 'pending' || receipt === null || ledger.excused.has(id)) continue;
    // Put back, it may hold a receipt of a life that the server has lost; the record itself is known again.
    if (wasRestored && ledger.wasRestored && (expected.has(id) || aside.has(id))) continue;
    const isTrue =
      'seq' in receipt
        ? expected.get(id)?.seq === receipt.seq && expected.get(id)?.chain === receipt.chain
        : aside.has(id);
    if (!isTrue) faults.push(`${name} has a receipt for ${id} that the log does not know`);
  }
  const manifests = new Set(
    look.manifestVersions.map((one) => `${one.meetingId} ${one.version} ${one.sha256}`),
  );
  for (const { event } of look.events) {
    if (event.type !== 'meeting.publish' || !expected.has(event.id)) continue;
    const { meetingId, version, manifest } = event.body;
    if (!manifests.has(`${meetingId} ${version} ${manifest}`)) faults.push(`${name} lacks a manifest`);
  }
  return faults;
};

const findStuck = (tablet: Tablet, look: Look): readonly string[] => {
  const pending = look.outbox.filter(({ state }) => state === 'pending');
  const needs = tablet.tabs.map((tab) => tab.state().need).filter((need) => need !== 'nothing');
  return [
    ...pending.map(({ id }) => `${tablet.name} still has ${id} to send`),
    ...needs.map((need) => `${tablet.name} needs ${need}`),
    ...(look.enrolment === null ? [`${tablet.name} is nobody's`] : []),
  ];
};
