import type { Fact } from '../../domain/understood.ts';
import type { CommitteeList, UnderstoodCommittee } from './committee-list.ts';
import { factFrom, type Origin } from './source.ts';

/** The title of that page. "Committees" alone stands in menus, and over parts of papers. */
const STRUCTURE = /^(?:committee structure|strwythur (?:y )?pwyllgor(?:au)?)$/iu;
/** What bodies of councils are called; a heading has none of these words, or has it in the plural. */
const BODY =
  /\b(?:assembly|board|cabinet|commission|committee|council|executive|forum|group|panel|partnership|pwyllgor|cyngor)\b/iu;
const HEADING =
  /\b(?:assemblies|boards|bodies|commissions|committees|forums|groups|meetings|panels|partnerships|pwyllgorau)$/iu;
const SENTENCE = /[.:?!]$/u;
const LONGEST = 150;
const MOST = 1000;

/** Whether the lines of a copied page list a council's committees. */
export const listsCommitteesInText = (lines: readonly string[]): boolean =>
  linesBelow(lines).filter(isCommittee).length > 1;

/**
 * The committees of a copied page. Its links are lost, so they have no ids; what is a heading there is told by its
 * words alone, which leaves all of it in doubt.
 */
export const readCommitteesText = (origin: Origin, lines: readonly string[]): CommitteeList => {
  const committees: Fact<UnderstoodCommittee>[] = [];
  const seen = new Set<string>();
  let category: string | null = null;
  for (const line of linesBelow(lines).slice(0, MOST)) {
    if (line.length > LONGEST || SENTENCE.test(line)) continue;
    // A heading may be the name of the only body below it.
    if (seen.has(line)) continue;
    seen.add(line);
    if (isCommittee(line)) {
      const committee = { aliases: [], name: line, category, deleted: null, expired: null };
      committees.push(factFrom(origin, committee, line, 'guessed'));
    } else category = line;
  }
  return { committees, whole: true };
};

const linesBelow = (lines: readonly string[]): readonly string[] => {
  const title = lines.findIndex((line) => STRUCTURE.test(line));
  return title < 0 ? [] : lines.slice(title + 1);
};

const isCommittee = (line: string): boolean =>
  line.length <= LONGEST && !SENTENCE.test(line) && BODY.test(line) && !HEADING.test(line);
