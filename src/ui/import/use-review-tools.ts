import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DraftForm } from '../../app/drafts.ts';
import { evidenceOf, openPlaces } from '../../app/import/review-evidence.ts';
import type { Review } from '../../app/import/review.ts';
import type { ImportMeeting, ReadImport } from '../../domain/import-state.ts';
import type { DraftPaper } from '../../domain/meeting-draft.ts';
import type { ProposedMeeting, ProposedPaper } from '../../domain/proposal.ts';
import { leadToEvidence } from './evidence-line.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewToolsOf {
  readonly read: ReadImport;
  readonly meeting: ImportMeeting;
  readonly proposed: ProposedMeeting;
  readonly form: DraftForm<Review>;
  readonly onSee: ReviewTools['onSee'];
}

/** The tools of one open form. */
export const useReviewTools = (of: ReviewToolsOf, review: Review): ReviewTools => {
  const { read, meeting, proposed, form, onSee } = of;
  const [openPaper, onOpenPaper] = useState<string | null>(null);
  const lead = useLead();
  const steady = useMemo(() => {
    const evidence = evidenceOf(proposed, meeting, read.proposal);
    return {
      evidence,
      change: (edit) => form.change({ ...form.current(), draft: edit(form.current().draft) }),
      onCheck: (place) => {
        const now = form.current();
        const order = [...openPlaces(evidence, now, meeting.draft)];
        form.change({ ...now, checked: [...now.checked, place] });
        leadToEvidence(order[order.indexOf(place) + 1] ?? order.find((one) => one !== place) ?? place);
      },
      paperOf: (paper) => paperOf(read, proposed, paper),
    } satisfies Partial<ReviewTools>;
  }, [read, meeting, proposed, form]);
  const open = useSame(openPlaces(steady.evidence, review, meeting.draft));
  return { ...steady, review, open, onSee, openPaper, onOpenPaper, lead };
};

const paperOf = (read: ReadImport, proposed: ProposedMeeting, paper: DraftPaper): ProposedPaper | null => {
  const file =
    'file' in paper
      ? paper.file
      : read.proposal.sources.find(({ published }) => published?.paperId === paper.published)?.file;
  return proposed.papers.find((one) => one.file === file) ?? null;
};

/** The set of before, as long as the same is in it. */
const useSame = (now: ReadonlySet<string>): ReadonlySet<string> => {
  const last = useRef(now);
  const isSame = now.size === last.current.size && [...now].every((one) => last.current.has(one));
  if (!isSame) last.current = now;
  return last.current;
};

/** What is pressed may go away with its row: without this the keyboard would fall back to the top of the page. */
const useLead = (): ReviewTools['lead'] => {
  const next = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    document.getElementById(next.current)?.focus();
    next.current = null;
  });
  return useCallback((id) => {
    next.current = id;
  }, []);
};
