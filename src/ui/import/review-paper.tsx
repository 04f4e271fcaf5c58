import { FileText, Pencil, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { changePaper, leavePaperOut, paperKey, placePaper } from '../../app/import/review-edit.ts';
import type { DraftPaper } from '../../domain/meeting-draft.ts';
import type { ProposedPaper } from '../../domain/proposal.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Select } from '../kit/select.tsx';
import { Tag } from '../kit/tag.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import { EvidenceLine, shortName } from './evidence-line.tsx';
import { PaperChanges } from './paper-changes.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewPaperProps {
  readonly tools: ReviewTools;
  readonly paper: DraftPaper;
  /** Key of the item that it stands under; null for a paper of the whole meeting. */
  readonly item: string | null;
}

/** One paper: what it is, where it came from, what it replaces, and the way to another place. */
export const ReviewPaper = ({ tools, paper, item }: ReviewPaperProps) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const understood = tools.paperOf(paper);
  const replaces = understood?.replaces ?? null;
  const key = paperKey(paper);
  return (
    <div class="review-paper">
      <Icon node={FileText} size={20} />
      <div class="review-paper__words">
        <p class="review-paper__title" lang="en-GB">
          {paper.title}
        </p>
        {replaces !== null && (
          <Tag tone="waiting" icon={TriangleAlert}>
            {t('review.paper.replaces', { file: shortName(replaces) })}
          </Tag>
        )}
        <EvidenceLine
          tools={tools}
          place={`paper/${understood?.file ?? key}`}
          what={paper.title}
          details={detailsOf(t, paper, understood)}
        />
        {understood !== null && understood.changes.length > 0 && (
          <PaperChanges tools={tools} paper={understood} />
        )}
      </div>
      <Button kind="quiet" icon={Pencil} hidden={paper.title} onPress={() => setOpen(!isOpen)}>
        {t(isOpen ? 'review.done' : 'review.change')}
      </Button>
      {isOpen && <PaperForm tools={tools} paper={paper} item={item} />}
    </div>
  );
};

/** "Report", "15 documents inside", or that it is published already. */
const detailsOf = (
  t: ReturnType<typeof useText>['t'],
  paper: DraftPaper,
  understood: ProposedPaper | null,
): readonly string[] => {
  const documents = understood?.documents.length ?? 0;
  return [
    t(`review.kind.${paper.kind}`),
    ...('published' in paper ? [t('review.paper.published')] : []),
    ...(documents > 0 ? [t('review.paper.documents', { count: documents })] : []),
  ];
};

const kinds = ['agenda', 'report', 'minutes', 'pack', 'other'] as const;
const wholeMeeting = '';

const PaperForm = ({ tools, paper, item }: ReviewPaperProps) => {
  const { t } = useText();
  const key = paperKey(paper);
  const { items } = tools.review.draft;
  return (
    <div class="review-paper__form">
      <TextInput
        name={`paper-${key}-title`}
        label={t('review.paper.title')}
        value={paper.title}
        onInput={(title) => tools.change((draft) => changePaper(draft, key, { title }))}
      />
      <Select
        name={`paper-${key}-kind`}
        label={t('review.paper.kind')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`review.kind.${kind}`) }))}
        value={paper.kind}
        onChange={(kind) => tools.change((draft) => changePaper(draft, key, { kind }))}
      />
      <Select
        name={`paper-${key}-item`}
        label={t('review.paper.item')}
        choices={[
          { value: wholeMeeting, label: t('review.paper.whole') },
          ...items.map(({ key: value, number, title }) => ({
            value,
            label: number === null ? title : `${number}. ${title}`,
          })),
        ]}
        value={item ?? wholeMeeting}
        onChange={(to) => tools.change((draft) => placePaper(draft, key, to === wholeMeeting ? null : to))}
      />
      <Button
        kind="quiet"
        hidden={paper.title}
        onPress={() => tools.change((draft) => leavePaperOut(draft, key))}
      >
        {t('review.paper.leaveOut')}
      </Button>
    </div>
  );
};
