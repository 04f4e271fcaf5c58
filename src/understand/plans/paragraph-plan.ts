import { findPlanAreas } from '../../domain/action-plan.ts';
import { type NumberedSection, numberedSections, type SectionParagraph } from './numbered-sections.ts';
import type { PaperText } from '../../domain/paper-text.ts';
import {
  namesPlan,
  namesProgress,
  type PlanCandidate,
  type ProposedArea,
  QUOTE_LENGTH,
} from './plan-proposal.ts';
import { settledStatus, statusInProse } from './printed-status.ts';

/** What must speak for a plan: see `scoreOf`. */
const ENOUGH = 4;
const FEWEST_AREAS = 2;

/** Runs of numbered paragraphs that may be an action plan. */
export const paragraphPlans = (paper: PaperText): readonly PlanCandidate[] => {
  const title = openingWords(paper);
  return numberedSections(paper).flatMap((section) => {
    const candidate = sectionPlan(section, title);
    return candidate === null ? [] : [candidate];
  });
};

const sectionPlan = (section: NumberedSection, title: string): PlanCandidate | null => {
  const { paragraphs, preface } = section;
  const texts = [preface, ...paragraphs.map(({ text }) => text)];
  const at = texts.findIndex(
    (text) => introduces(text) && (namesPlan(text) || namesProgress(text) || headingSpeaks(section)),
  );
  const intro = texts[at] ?? null;
  const run = trimRun(at > 0 ? paragraphs.slice(at) : paragraphs);
  if (run.length < FEWEST_AREAS) return null;
  const areas = runAreas(run);
  const named = share(run, ({ lead, text }) => lead !== null || marksName(text));
  const moving = share(areas, ({ area }) => area.status !== 'unknown' || area.dates.length > 0);
  // Without words that introduce a list, or names, any report's paragraphs would do.
  if (named < 0.5 && (intro === null || moving < 0.3)) return null;
  const score = scoreOf({ section, intro, title, named, moving });
  if (score < ENOUGH) return null;
  return {
    score,
    proposal: {
      from: 'paragraphs',
      quote: (intro ?? section.heading ?? '').slice(-QUOTE_LENGTH),
      areas,
      doubt: score === ENOUGH ? 'guessed' : null,
    },
  };
};

const scoreOf = (found: {
  readonly section: NumberedSection;
  readonly intro: string | null;
  readonly title: string;
  readonly named: number;
  readonly moving: number;
}): number => {
  const { section, intro, title, named, moving } = found;
  const introduced = intro !== null && (namesPlan(intro) || namesProgress(intro));
  return [
    introduced ? 3 : 0,
    intro !== null && !introduced ? 1 : 0,
    headingSpeaks(section) ? 2 : 0,
    namesPlan(title) ? 1 : 0,
    named >= 0.5 ? 1 : 0,
    moving >= 0.5 ? 1 : 0,
  ].reduce((sum, points) => sum + points, 0);
};

const headingSpeaks = ({ heading }: NumberedSection): boolean =>
  heading !== null && (namesPlan(heading) || namesProgress(heading));

/** "... are as follows:", "... is set out below." */
const introduces = (text: string): boolean => {
  const end = text.slice(-120);
  return /:\s?$/u.test(end) || /\b(?:as follows|below|the following)\b[^.]{0,60}\.?\s?$/iu.test(end);
};

/** A dash or a colon among the first words. */
const marksName = (text: string): boolean => /^[^.;]{2,80}?(?:\s[–—-]\s|:\s)/u.test(text);

/** Where most paragraphs have names, those without at either end introduce the others or sum them up. */
const trimRun = (run: readonly SectionParagraph[]): readonly SectionParagraph[] => {
  if (share(run, ({ lead }) => lead !== null) < 0.6) return run;
  const first = run.findIndex(({ lead }) => lead !== null);
  const last = run.findLastIndex(({ lead }) => lead !== null);
  return run.slice(first, last + 1);
};

const runAreas = (run: readonly SectionParagraph[]): readonly ProposedArea[] => {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const blocks = run.map(({ number, lead, text }) => ({ kind: 'paragraph' as const, number, lead, text }));
  const text: PaperText = { format: 1, pages: [{ page: 1, label: null, blocks }] };
  return findPlanAreas(text, first.number, last.number).map((area, at) => {
    const printed = statusInProse(area.text);
    return {
      area: { ...area, status: settledStatus(printed, area.text) },
      page: run[at]?.page ?? first.page,
      statusWord: printed?.word ?? null,
      doubt: run[at]?.lead === null && !marksName(run[at]?.text ?? '') ? 'guessed' : null,
    };
  });
};

/** Where a report says what it is. */
const openingWords = (paper: PaperText): string =>
  paper.pages
    .slice(0, 8)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'heading' ? [block.text.slice(0, 200)] : []))
    .join(' | ');

const share = <T>(list: readonly T[], holds: (entry: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;
