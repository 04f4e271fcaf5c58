import type { PaperText } from '../../domain/paper-text.ts';
import type { PaperChange, ProposedPaper } from '../../domain/proposal.ts';
import type { UnderstoodItem } from '../../domain/understood.ts';
import { type ChangePlace, whatChanged } from '../changes/what-changed.ts';
import { blockText } from '../../papers/text/block-text.ts';
import { type Clues, findItem, type ItemFound } from './find-item.ts';
import { dayOf } from './merge-meetings.ts';
import { findInPacks, type PackedIssue } from './find-in-packs.ts';
import type { GatheredMeeting } from './gather-meetings.ts';
import { findEarlier, type PaperSource } from './find-earlier.ts';
import { isBrought, type UnderstoodSource } from './source.ts';

const hasPaper = (source: UnderstoodSource): source is PaperSource => source.paper !== null;

/** Each file that is a paper, put to one of the meetings or to none, in the order in which they were given. */
export const placePapers = (
  sources: readonly UnderstoodSource[],
  meetings: readonly GatheredMeeting[],
): { readonly papers: readonly (readonly ProposedPaper[])[]; readonly unplaced: readonly string[] } => {
  const placed = meetings.map((): Placed[] => []);
  const unplaced: string[] = [];
  for (const source of sources.filter(hasPaper)) {
    const place = isBrought(source) ? placeOf(source, meetings) : publishedPlace(source, meetings);
    if (place === null) {
      if (isBrought(source)) unplaced.push(source.source.file);
    } else placed[place.meeting]?.push({ ...source, found: place.found });
  }
  return {
    papers: placed.map((ofMeeting, at) => toPapers(ofMeeting, meetings[at]?.meeting.items ?? [])),
    unplaced,
  };
};

interface Place {
  readonly meeting: number;
  readonly found: ItemFound;
}

const whole: ItemFound = { item: null, doubt: null };

const placeOf = (source: PaperSource, meetings: readonly GatheredMeeting[]): Place | null => {
  const own = meetings.findIndex(({ sources }) => sources.some((one) => one.source === source.source));
  if (own >= 0) return { meeting: own, found: whole };
  const brought = meetings.flatMap(({ sources }, at) => (sources.some(isBrought) ? [at] : []));
  const beside = brought.filter((at) => meetings[at] !== undefined && isBeside(source, meetings[at]));
  const meant = meetings.flatMap(({ sources }, at) => (sources.some(({ isMeant }) => isMeant) ? [at] : []));
  const candidates = [meant, beside, brought].find((some) => some.length > 0) ?? [];
  const places = candidates.flatMap((at): Place[] => {
    const gathered = meetings[at];
    return gathered === undefined ? [] : [{ meeting: at, found: findIn(source, gathered) }];
  });
  const sure = places.filter(({ found }) => found.item !== null && found.doubt === null);
  const likely = places.filter(({ found }) => found.item !== null);
  return only(sure) ?? only(likely) ?? only(places);
};

const only = (places: readonly Place[]): Place | null => (places.length === 1 ? (places[0] ?? null) : null);

/** A paper that was published stays where it is. */
const publishedPlace = (
  { source, paper }: PaperSource,
  meetings: readonly GatheredMeeting[],
): Place | null => {
  const meetingId = source.published?.meetingId;
  const meeting = meetings.findIndex(({ sources }) =>
    sources.some((one) => one.source.kind === 'published' && one.source.published?.meetingId === meetingId),
  );
  const items = meetings[meeting]?.meeting.items;
  if (items === undefined) return null;
  const at = items.findIndex(({ aliases }) =>
    aliases.some(
      ({ system, kind, id }) => system === 'order-paper' && kind === 'item' && id === paper.itemId,
    ),
  );
  return { meeting, found: { item: at < 0 ? null : at, doubt: null } };
};

/** In the same folder as a paper of that meeting that was brought with it. */
const isBeside = ({ source }: UnderstoodSource, { sources }: GatheredMeeting): boolean =>
  sources.some((one) => isBrought(one) && folderOf(one.source.file) === folderOf(source.file));

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

const findIn = (source: PaperSource, { meeting, sources }: GatheredMeeting): ItemFound => {
  const packed = sources.flatMap(({ paper }) => paper?.documents ?? []);
  const name = source.source.file.split('/').at(-1) ?? source.source.file;
  return findItem(cluesOf(source, name), meeting.items, packed);
};

const cluesOf = ({ paper }: PaperSource, name: string): Clues => ({
  titles: [name, paper.title],
  opening: (paper.text.pages[0]?.blocks ?? []).map(blockText),
  stamp: paper.stamp,
  minutesOf: paper.minutes === null ? null : dayOf(paper.minutes.meeting),
});

const toPapers = (sources: readonly Placed[], items: readonly UnderstoodItem[]): readonly ProposedPaper[] => {
  const papers: ProposedPaper[] = [];
  const inPacks = packedIssues(sources, items);
  const placed = new Map<string, ItemFound>();
  for (const [at, one] of sources.entries()) {
    const { source, paper, found } = one;
    const number = numberOf(items, found);
    const match = isBrought(one) ? findEarlier(one, number, sources.slice(0, at)) : null;
    const packed = match === null ? (inPacks.get(source.file) ?? null) : null;
    // A later issue belongs where the earlier one does.
    const earlier =
      packed === null || paper.documents.length > 0
        ? (placed.get(match?.file ?? '') ?? null)
        : itemOf(items, packed.itemNumber);
    const place = found.item === null || found.doubt !== null ? (earlier ?? found) : found;
    placed.set(source.file, place);
    const replaces = match?.kind === 'replaces' ? match : null;
    papers.push({
      file: source.file,
      title: paper.title,
      kind: kindOf(source.kind),
      item: place.item,
      doubt: place.doubt ?? replaces?.doubt ?? packed?.doubt ?? null,
      replaces: replaces?.file ?? packed?.file ?? null,
      replacesDocument: packed?.document ?? null,
      changes: [
        ...(replaces === null ? [] : changesFrom(replaces.text, paper.text)),
        ...(packed?.issues ?? []).flatMap(({ before, after }) => changesFrom(before, after)),
      ],
      sameAs: match?.kind === 'same' ? match.file : null,
      documents: paper.documents,
    });
  }
  return papers;
};

type Placed = PaperSource & { readonly found: ItemFound };

/** Reports and supplements bring later issues of what a pack holds; the pack need not be given before them. */
const packedIssues = (
  sources: readonly Placed[],
  items: readonly UnderstoodItem[],
): ReadonlyMap<string, PackedIssue> => {
  const laters = sources
    .filter((one) => isBrought(one) && (one.source.kind === 'report' || one.source.kind === 'supplement'))
    .map((later) => ({ later, itemNumber: numberOf(items, later.found) }));
  return findInPacks(
    laters,
    sources.filter(({ source }) => source.kind === 'pack'),
  );
};

const numberOf = (items: readonly UnderstoodItem[], { item }: ItemFound): string | null =>
  item === null ? null : (items[item]?.number ?? null);

const itemOf = (items: readonly UnderstoodItem[], number: string | null): ItemFound | null => {
  const item = number === null ? -1 : items.findIndex((one) => one.number === number);
  return item < 0 ? null : { item, doubt: null };
};

const changesFrom = (before: PaperText, after: PaperText): readonly PaperChange[] =>
  whatChanged(before, after).map((change) => ({
    before: change.kind === 'added' ? null : paragraphOf(change.before),
    after: change.kind === 'removed' ? null : paragraphOf(change.after),
  }));

const paragraphOf = ({ number, text, page }: ChangePlace): PaperChange['before'] => ({ number, text, page });

const kindOf = (kind: UnderstoodSource['source']['kind']): ProposedPaper['kind'] =>
  paperKinds.find((known) => known === kind) ?? 'report';

const paperKinds = ['agenda', 'pack', 'supplement', 'minutes', 'decisions'] as const;
