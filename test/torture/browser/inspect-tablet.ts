import { createHash } from 'node:crypto';
import type { AtStart, OnTablet, Shown } from './on-tablet.ts';

/**
 * What is wrong on a tablet that died and started again: something shown as saved that is not there once and
 * whole, something half saved, a number left out or used twice, a draft that is neither there nor a record,
 * another key than the one it was enrolled with.
 */
export const inspectTablet = (tablet: OnTablet, shown: readonly Shown[], key: string): readonly string[] => [
  ...rowsThatDisagree(tablet),
  ...shown.flatMap((one) => (one.kind === 'saved' ? savedAndMissing(tablet, one) : [])),
  ...keysThatDisagree(tablet, shown),
  ...(tablet.key === key ? [] : ['the key of the device is gone']),
];

/**
 * What the second copy lacks of what was shown as saved, by the second copy that the app found at its start. One
 * that Chromium threw away by itself lacks nothing: the first is there.
 */
export const inspectSecond = ({ hasFirst, second }: AtStart, shown: readonly Shown[]): readonly string[] => {
  if (second === null) return hasFirst ? [] : ['both copies are gone'];
  const kept = new Set(second);
  return shown.flatMap((one) =>
    one.kind === 'saved'
      ? one.ids.filter((id) => !kept.has(id)).map((id) => `${id} is not in the second copy`)
      : [],
  );
};

const rowsThatDisagree = ({ events, outbox, nextN }: OnTablet): readonly string[] => {
  const faults: string[] = [];
  const eventIds = new Set(events.map(({ id }) => id));
  const queued = new Set(outbox.map(({ id }) => id));
  if (eventIds.size !== events.length || queued.size !== outbox.length)
    faults.push('a record is there twice');
  for (const { id } of outbox) if (!eventIds.has(id)) faults.push(`${id} is queued and not there`);
  for (const { id, digest, input } of events) {
    if (!queued.has(id)) faults.push(`${id} is there and not queued`);
    if (createHash('sha256').update(input).digest('hex') !== digest)
      faults.push(`${id} is not what was said`);
  }
  if (!outbox.every(({ n, state }, index) => n === index + 1 && state === 'pending'))
    faults.push('the numbers have a gap');
  if (nextN !== outbox.length + 1) faults.push(`the next number is ${nextN} after ${outbox.length} records`);
  return faults;
};

const savedAndMissing = (
  { events }: OnTablet,
  { key, ids }: Extract<Shown, { kind: 'saved' }>,
): readonly string[] =>
  ids.flatMap((id) => {
    const found = events.find((event) => event.id === id);
    if (found === undefined) return [`"Saved" was shown for ${id}, which is gone`];
    return found.text.includes(key) ? [] : [`${id} does not say what was typed`];
  });

// What was typed is a draft or a record, never both, never neither: one transaction makes it the one or the other.
const keysThatDisagree = ({ events, drafts }: OnTablet, shown: readonly Shown[]): readonly string[] => {
  const byKey = Map.groupBy(events, ({ text }) => /apology\/[0-9a-f-]+/.exec(text)?.[0] ?? 'none');
  const faults: string[] = [];
  for (const [key, made] of byKey) {
    // An apology and its reason, or a declaration by itself.
    const isApology = made.some(({ text }) => text.includes('extent') || !text.includes('seen'));
    if (made.length !== (isApology ? 2 : 1)) faults.push(`${key} is half saved`);
  }
  const typed = new Set(shown.map(({ key }) => key));
  for (const key of typed) {
    const isRecord = byKey.has(key);
    if (isRecord === drafts.includes(key)) {
      faults.push(`${key} is ${isRecord ? 'a record and still a draft' : 'neither a draft nor a record'}`);
    }
  }
  return faults;
};
