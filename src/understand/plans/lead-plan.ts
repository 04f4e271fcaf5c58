import { findDates } from '../../domain/plan-progress.ts';
import type { PaperText, TextBlock } from '../../domain/paper-text.ts';
import {
  namesPlan,
  namesProgress,
  type PlanCandidate,
  type ProposedArea,
  QUOTE_LENGTH,
} from './plan-proposal.ts';
import { settledStatus, statusInProse, statusOfCell } from './printed-status.ts';

/** A name that a paper sets apart, and what it says under it. */
interface Entry {
  readonly by: 'lead' | 'item' | 'heading';
  readonly name: string;
  readonly texts: string[];
  readonly page: number;
}

interface Run {
  readonly intro: string;
  readonly heading: string;
  readonly by: Entry['by'];
  readonly entries: Entry[];
}

const FEWEST = 2;
/** Headings stand in every report: more of them must say how things stand. */
const FEWEST_HEADINGS = 3;
const MOST_ENTRIES = 500;
const LONGEST_NAME = 90;
const NAMED = /^([^.;:]{2,90}?)(?::\s|\s[–—-]\s)(?=\S)/u;
const COUNTED = /^(?:action|priority|objective|recommendation|theme|workstream|area)\s\d{1,3}\s?[:.–-]\s?/iu;
const OTHER =
  /\bimplications?\b|\b(?:financial|legal|equalit(?:y|ies)|background papers|contact|consultation)\b/iu;

/** Plans whose areas have no numbers: bold lead-ins, lists of "name: text", headings with a status under each. */
export const leadPlans = (paper: PaperText): readonly PlanCandidate[] => {
  const title = paper.pages[0]?.blocks.find(({ kind }) => kind === 'heading');
  const isPlan = title?.kind === 'heading' && namesPlan(title.text);
  return runsOf(paper).flatMap((run) => candidateOf(run, isPlan));
};

const candidateOf = (run: Run, isPlan: boolean): readonly PlanCandidate[] => {
  const areas = run.entries.map(areaOf);
  if (areas.length < (run.by === 'heading' ? FEWEST_HEADINGS : FEWEST)) return [];
  const printed = share(areas, ({ statusWord }) => statusWord !== null);
  const moving = share(areas, ({ area }) => area.status !== 'unknown' || area.dates.length > 0);
  const introduced = namesPlan(run.intro) || namesProgress(run.intro);
  const headed = namesPlan(run.heading) || namesProgress(run.heading);
  if (run.by === 'heading' ? printed < 0.5 : moving < 0.5) return [];
  const score = (introduced ? 3 : 0) + (headed ? 2 : 0) + (isPlan ? 1 : 0) + (printed >= 0.5 ? 1 : 0);
  if (score < 3) return [];
  const quote = (run.intro || run.heading).slice(-QUOTE_LENGTH);
  return [{ score, proposal: { from: 'paragraphs', quote, areas, doubt: 'guessed' } }];
};

const areaOf = ({ name, texts, page }: Entry, at: number): ProposedArea => {
  const text = texts
    .join(' ')
    .replace(/^[–—-]\s/, '')
    .trim();
  // "Completed. The new team is in place.": the first words are the status.
  const opening = /^[^.;:,]{2,30}(?=[.;:,]|$)/u.exec(text)?.[0] ?? '';
  const printed = statusInProse(text) ?? (opening.split(' ').length <= 4 ? statusOfCell(opening) : null);
  return {
    area: {
      number: String(at + 1),
      name,
      text,
      status: settledStatus(printed, text),
      dates: findDates(text),
    },
    page,
    statusWord: printed?.word ?? null,
    doubt: 'guessed',
  };
};

/** Entries of one kind that follow each other, with what stands above the first. */
const runsOf = (paper: PaperText): readonly Run[] => {
  const runs: Run[] = [];
  let open: Run | null = null;
  let heading = '';
  let intro = '';
  for (const { page, blocks } of paper.pages) {
    for (const block of blocks) {
      const entry = entryOf(block, page);
      if (entry !== null && entry.by === open?.by && open.entries.length < MOST_ENTRIES) {
        open.entries.push(entry);
        continue;
      }
      const last = open?.entries.at(-1);
      if (entry === null && last !== undefined && block.kind !== 'heading' && block.kind !== 'table') {
        const words = wordsOf(block);
        // Under a heading stands all that it is about; a bold opening or a list item ends with its own block.
        if (open?.by === 'heading') {
          last.texts.push(words);
          continue;
        }
        if (block.kind === 'figure' || words === '') continue;
      }
      open = entry === null ? null : { intro, heading, by: entry.by, entries: [entry] };
      if (open !== null) runs.push(open);
      if (block.kind === 'heading') heading = block.text;
      else if (block.kind !== 'table') intro = wordsOf(block);
    }
  }
  return runs;
};

const entryOf = (block: TextBlock, page: number): Entry | null => {
  if (block.kind === 'heading') {
    const counted = COUNTED.exec(block.text);
    const name = block.text.slice(counted?.[0].length ?? 0);
    return counted === null || name === '' || OTHER.test(name)
      ? null
      : { by: 'heading', name, texts: [], page };
  }
  if (block.kind === 'paragraph' && block.number === null && block.lead !== null && block.text !== '') {
    return named('lead', block.lead, block.text, page);
  }
  const found = block.kind === 'item' ? NAMED.exec(block.text) : null;
  if (block.kind !== 'item' || found?.[1] === undefined) return null;
  return named('item', found[1], block.text.slice(found[0].length), page);
};

const named = (by: Entry['by'], printed: string, text: string, page: number): Entry | null => {
  const name = printed.replace(/[\s:.–—-]+$/u, '').trim();
  return name === '' || name.length > LONGEST_NAME || OTHER.test(name)
    ? null
    : { by, name, texts: [text], page };
};

const wordsOf = (block: TextBlock): string =>
  block.kind === 'figure' || block.kind === 'table'
    ? ''
    : block.kind === 'paragraph'
      ? [block.lead, block.text].filter((part) => part !== null && part !== '').join(' ')
      : block.text;

const share = <T>(list: readonly T[], holds: (entry: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;
