import { leftOutOf, paperKey, takePaperBack } from '../../app/import/review-edit.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { leftOutField, paperField, ReviewPaper } from './review-paper.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewWholePapersProps {
  readonly tools: ReviewTools;
  /** As it was proposed, to take papers back from. */
  readonly proposed: MeetingDraft;
}

/** Papers of the whole meeting, and those that were left out. Nothing where there are neither. */
export const ReviewWholePapers = ({ tools, proposed }: ReviewWholePapersProps) => {
  const { t } = useText();
  const { draft } = tools.review;
  const out = leftOutOf(draft, proposed);
  const takeBack = (key: string): void => {
    tools.lead(paperField(key));
    tools.change((now) => takePaperBack(now, proposed, key));
  };
  if (draft.papers.length + out.length === 0) return null;
  return (
    <Section id="review-papers" title={t('review.papers.title', { count: draft.papers.length })}>
      {draft.papers.map((paper) => (
        <ReviewPaper key={paperKey(paper)} tools={tools} paper={paper} item={null} />
      ))}
      {out.length > 0 && (
        <>
          <h3 class="review-part">{t('review.papers.out')}</h3>
          <ul class="review-out">
            {out.map((paper) => (
              <li key={paperKey(paper)} id={leftOutField(paperKey(paper))} tabIndex={-1}>
                <span lang="en-GB">{paper.title}</span>
                <Button kind="quiet" hidden={paper.title} onPress={() => takeBack(paperKey(paper))}>
                  {t('review.papers.back')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};
