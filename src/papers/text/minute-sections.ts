import type { Minute } from '../../domain/meeting.ts';
import { tidyText } from './join-runs.ts';

/** One numbered item of a minutes page: "225.", its title and what was minuted. */
export interface MinuteSection extends Minute {
  readonly number: string;
  readonly title: string;
}

const NUMBER = /^(\d{1,4})\.$/;
const CUT = /\s*(?:\.{3}|…)?\s*view the full minutes text for item \d+\.?.*$/i;

/**
 * Minutes as a council's web page gives them when it is saved as text: a number on a line of its own,
 * the title, "Minutes:", paragraphs. A text that ends in "view the full minutes text" was cut, and says so.
 */
export const minuteSections = (source: string): readonly MinuteSection[] => {
  const lines = source.split(/\r\n?|\n|\f/).map(tidyText);
  const starts = lines.flatMap((line, at) => (NUMBER.test(line) ? [at] : []));
  return starts.map((start, order) => section(lines.slice(start, starts[order + 1])));
};

const section = (lines: readonly string[]): MinuteSection => {
  const said = lines.filter((line) => line !== '');
  const heading = said.findIndex((line) => /^minutes:$/i.test(line));
  const body = heading < 0 ? [] : said.slice(heading + 1);
  const cut = body.findIndex((line) => CUT.test(line));
  const kept = cut < 0 ? body : [...body.slice(0, cut), body[cut]?.replace(CUT, '') ?? ''];
  return {
    number: NUMBER.exec(said[0] ?? '')?.[1] ?? '',
    title: said[1] ?? '',
    paragraphs: kept.filter((line) => line !== ''),
    truncated: cut >= 0,
  };
};
