import { BULLET } from './word-paragraphs.ts';

const BEGINS =
  /^(?:[([]?\d{1,4}[.)\]]?\s)?(?:(?:resolved|agreed|penderfynwyd|cytunwyd)\b|(?:resolution|decision)s?\s?:|recommended(?: that\b| to\b|\s?:))/iu;
const LEADS_IN = /^it was (?:therefore |further |then |unanimously )?(?=resolved\b)/iu;
const WITHIN = /\bRESOLVED\b/u;
const PART = /^[([]?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)\]]\s?\S/iu;
// How each part was voted stands between the parts, and is no part.
const VOTING = /^(?:voting|votes?)\b.{0,200}$/iu;
const MOST_RESOLUTIONS = 500;

/**
 * Each resolution within paragraphs, with its numbered or listed parts on lines of their own. A paragraph that says
 * RESOLVED in its middle gives what stands from that word on.
 */
export const findResolutions = (paragraphs: readonly string[]): readonly string[] => {
  const found: string[] = [];
  let parts: string[] = [];
  const finish = (): void => {
    if (parts.length > 0 && found.length < MOST_RESOLUTIONS) found.push(parts.join('\n'));
    parts = [];
  };
  for (const paragraph of paragraphs) {
    const from = startOf(paragraph);
    if (from !== -1) {
      finish();
      parts = [paragraph.slice(from)];
    } else if (parts.length > 0 && VOTING.test(paragraph)) continue;
    else if (parts.length > 0 && (PART.test(paragraph) || continues(paragraph, parts.at(-1) ?? '')))
      parts.push(paragraph);
    else finish();
  }
  finish();
  return found;
};

/** The resolutions of a "Decision" section, which is one as a whole where nothing in it says RESOLVED. */
export const decisionResolutions = (paragraphs: readonly string[]): readonly string[] => {
  const found = findResolutions(paragraphs);
  return found.length > 0 || paragraphs.length === 0 ? found : [paragraphs.join('\n')];
};

const startOf = (paragraph: string): number => {
  const led = LEADS_IN.exec(paragraph)?.[0].length ?? 0;
  return led > 0 || BEGINS.test(paragraph) ? led : paragraph.search(WITHIN);
};

// "RESOLVED that:" alone is finished by what follows, marked or not; bullets follow bullets.
const continues = (paragraph: string, last: string): boolean =>
  /(?::|\bthat|[-–—])$/iu.test(last) || (paragraph.startsWith(BULLET) && last.startsWith(BULLET));
