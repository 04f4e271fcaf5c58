import type { PaperChange, ProposedPaper } from '../../domain/proposal.ts';
import { Button } from '../kit/button.tsx';
import { Details } from '../kit/details.tsx';
import { useText } from '../use-text.ts';
import type { ReviewTools } from './review-tools.ts';

export interface PaperChangesProps {
  readonly tools: ReviewTools;
  readonly paper: ProposedPaper;
}

/** What a later issue says differently, paragraph by paragraph, each with the page that it stands on. */
export const PaperChanges = ({ tools, paper }: PaperChangesProps) => {
  const { t } = useText();
  return (
    <Details summary={t('review.changes.title', { count: paper.changes.length })}>
      <ol class="paper-changes" lang="en-GB">
        {paper.changes.map((change, at) => (
          <li key={at}>
            <Paragraph name={t('review.changes.before')} said={change.before} tag="del" />
            <Paragraph name={t('review.changes.after')} said={change.after} tag="ins" />
            {change.after !== null && (
              <SeePage tools={tools} file={paper.file} page={change.after.page} quote={change.after.text} />
            )}
          </li>
        ))}
      </ol>
    </Details>
  );
};

interface ParagraphProps {
  readonly name: string;
  readonly said: PaperChange['before'];
  readonly tag: 'del' | 'ins';
}

const Paragraph = ({ name, said, tag: Tag }: ParagraphProps) =>
  said === null ? null : (
    <p>
      <span class="paper-changes__name">{name}</span>
      <Tag>{said.number === null ? said.text : `${said.number} ${said.text}`}</Tag>
    </p>
  );

interface SeePageProps {
  readonly tools: ReviewTools;
  readonly file: string;
  readonly page: number;
  readonly quote: string;
}

const SeePage = ({ tools, file, page, quote }: SeePageProps) => {
  const { t } = useText();
  return (
    <Button kind="quiet" onPress={() => tools.onSee({ file, page, quote: quote.slice(0, 300) })}>
      {t('review.changes.see', { page: String(page) })}
    </Button>
  );
};
