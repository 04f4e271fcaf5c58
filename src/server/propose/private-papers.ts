import type { ProposedMeeting, ProposedPaper, Proposal } from '../../domain/proposal.ts';
import { plainTitle } from '../../understand/proposal/titles.ts';

/**
 * The files that were brought and that the public does not get: papers of items that are dealt with in private, what a
 * page names as restricted, and the same text in another file. What the council has published already is public.
 */
export const privatePapers = ({
  meetings,
  sources,
}: Pick<Proposal, 'meetings' | 'sources'>): ReadonlySet<string> => {
  const published = new Set(sources.flatMap((source) => (source.published === undefined ? [] : source.file)));
  const isBrought = ({ file }: ProposedPaper): boolean => !published.has(file);
  return new Set(meetings.flatMap((meeting) => ofMeeting(meeting, isBrought)));
};

const ofMeeting = (
  { papers, items, documents }: ProposedMeeting,
  isBrought: (paper: ProposedPaper) => boolean,
): readonly string[] => {
  const linked = [...documents, ...items.flatMap((item) => item.documents)];
  const restricted = new Set(linked.filter((one) => one.restricted).map(({ title }) => plainTitle(title)));
  for (const { restricted: isRestricted, title } of linked) {
    // Two of one name, and one of them is public.
    if (!isRestricted) restricted.delete(plainTitle(title));
  }
  const closed = papers.filter(
    (paper) =>
      isBrought(paper) &&
      ((paper.item !== null && items[paper.item]?.exempt === true) ||
        restricted.has(plainTitle(paper.title))),
  );
  const texts = new Set(closed.map(textOf));
  return papers.filter((paper) => isBrought(paper) && texts.has(textOf(paper))).map(({ file }) => file);
};

/** The first file that has its text. */
const textOf = ({ file, sameAs }: ProposedPaper): string => sameAs ?? file;
