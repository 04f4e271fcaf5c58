import type { PaperText } from '../../domain/paper-text.ts';
import type { PaperChange, ProposedPaper } from '../../domain/proposal.ts';
import { matchSupplement } from '../changes/match-supplement.ts';
import { type ChangePlace, whatChanged } from '../changes/what-changed.ts';
import { blockText } from '../../papers/text/block-text.ts';
import { type Clues, findItem, type ItemFound } from './find-item.ts';
import { dayOf } from './merge-meetings.ts';
import type { GatheredMeeting } from './gather-meetings.ts';
import type { UnderstoodPaper, UnderstoodSource } from './source.ts';

type PaperSource = UnderstoodSource & { readonly paper: UnderstoodPaper };

const hasPaper = (source: UnderstoodSource): source is PaperSource => source.paper !== null;

/** Each file that is a paper, put to one of the meetings or to none, in the order in which they were given. */
export const placePapers = (
  sources: readonly UnderstoodSource[],
  meetings: readonly GatheredMeeting[],
): { readonly papers: readonly (readonly ProposedPaper[])[]; readonly unplaced: readonly string[] } => {
  const placed = meetings.map((): (PaperSource & { readonly found: ItemFound })[] => []);
  const unplaced: string[] = [];
  for (const source of sources.filter(hasPaper)) {
    const place = placeOf(source, meetings);
    if (place === null) unplaced.push(source.source.file);
    else placed[place.meeting]?.push({ ...source, found: place.found });
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
  const beside = meetings.flatMap((meeting, at) => (isBeside(source, meeting) ? [at] : []));
  const candidates = beside.length > 0 ? beside : [...meetings.keys()];
  const places = candidates.flatMap((at): Place[] => {
    const gathered = meetings[at];
    return gathered === undefined ? [] : [{ meeting: at, found: findIn(source, gathered) }];
  });
  const sure = places.filter(({ found }) => found.item !== null && found.doubt === null);
  const likely = places.filter(({ found }) => found.item !== null);
  return only(sure) ?? only(likely) ?? only(places);
};

const only = (places: readonly Place[]): Place | null => (places.length === 1 ? (places[0] ?? null) : null);

/** In the same folder as a paper of that meeting. */
const isBeside = ({ source }: UnderstoodSource, { sources }: GatheredMeeting): boolean =>
  sources.some((one) => folderOf(one.source.file) === folderOf(source.file));

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

const toPapers = (
  sources: readonly (PaperSource & { readonly found: ItemFound })[],
  items: GatheredMeeting['meeting']['items'],
): readonly ProposedPaper[] => {
  const papers: ProposedPaper[] = [];
  const placed = new Map<string, ItemFound>();
  for (const [at, { source, paper, found }] of sources.entries()) {
    const number = found.item === null ? null : (items[found.item]?.number ?? null);
    const single = { file: source.file, title: paper.title, itemNumber: number, text: paper.text };
    const before = sources
      .slice(0, at)
      .flatMap((other) =>
        other.paper.documents.length > 0 || other.source.kind !== source.kind
          ? []
          : [{ file: other.source.file, title: other.paper.title, itemNumber: null, text: other.paper.text }],
      );
    const [match] = paper.documents.length > 0 ? [] : matchSupplement(before, [single]);
    // A later issue belongs where the earlier one does.
    const earlier =
      match === undefined || match.kind === 'new' ? null : (placed.get(match.present.file) ?? null);
    const place = found.item === null || found.doubt !== null ? (earlier ?? found) : found;
    placed.set(source.file, place);
    papers.push({
      file: source.file,
      title: paper.title,
      kind: kindOf(source.kind),
      item: place.item,
      doubt: place.doubt ?? (match?.kind === 'replaces' ? match.doubt : null),
      replaces: match?.kind === 'replaces' ? match.present.file : null,
      changes: match?.kind === 'replaces' ? changesFrom(match.present.text, paper.text) : [],
      sameAs: match?.kind === 'same' ? match.present.file : null,
      documents: paper.documents,
    });
  }
  return papers;
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
