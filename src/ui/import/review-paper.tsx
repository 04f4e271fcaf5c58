import { FileText, Pencil, TriangleAlert } from 'lucide';
import { useMemo } from 'preact/hooks';
import { changePaper, leavePaperOut, paperKey, placePaper } from '../../app/import/review-edit.ts';
import { itemField } from '../../app/import/review-gaps.ts';
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

/** The id of the line of a paper. */
export const paperField = (key: string): string => `paper-${key}`;

/** The id of its line once it is left out. */
export const leftOutField = (key: string): string => `left-out-${key}`;

/** One paper: what it is, where it came from, what it replaces, and the way to another place. */
export const ReviewPaper = ({ tools, paper, item }: ReviewPaperProps) => {
  const { evidence, open, review } = tools;
  const isOpen = tools.openPaper === paperKey(paper);
  // Sixty papers drawn anew at each keystroke would be felt: one that is closed depends on nothing else.
  return useMemo(
    () => <PaperRow tools={tools} paper={paper} item={item} isOpen={isOpen} />,
    [paper, item, isOpen, evidence, open, isOpen ? review : null],
  );
};

const PaperRow = ({ tools, paper, item, isOpen }: ReviewPaperProps & { readonly isOpen: boolean }) => {
  const { t } = useText();
  const understood = tools.paperOf(paper);
  const key = paperKey(paper);
  return (
    <div class="review-paper" id={paperField(key)} tabIndex={-1}>
      <Icon node={FileText} size={20} />
      <div class="review-paper__words">
        <p class="review-paper__title" lang="en-GB">
          {paper.title}
        </p>
        {understood !== null && understood.replaces !== null && (
          <Tag tone="waiting" icon={TriangleAlert}>
            {replacesWords(t, understood)}
          </Tag>
        )}
        <EvidenceLine
          tools={tools}
          place={`paper/${understood?.file ?? key}`}
          what={paper.title}
          ask={t(item === null ? 'review.doubt.noItem' : 'review.doubt.item')}
          details={detailsOf(t, paper, understood)}
        />
        {understood !== null && understood.changes.length > 0 && (
          <PaperChanges tools={tools} paper={understood} />
        )}
      </div>
      <Button
        kind="quiet"
        icon={Pencil}
        hidden={paper.title}
        onPress={() => tools.onOpenPaper(isOpen ? null : key)}
      >
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

/** Which paper, or which document of a pack, has a later issue here. */
const replacesWords = (
  t: ReturnType<typeof useText>['t'],
  { replaces, replacesDocument }: ProposedPaper,
): string => {
  const file = shortName(replaces ?? '');
  return replacesDocument === null
    ? t('review.paper.replaces', { file })
    : t('review.paper.replacesWithin', { file, title: replacesDocument });
};

const kinds = ['agenda', 'report', 'minutes', 'pack', 'other'] as const;
const wholeMeeting = '';

const PaperForm = ({ tools, paper, item }: ReviewPaperProps) => {
  const { t } = useText();
  const key = paperKey(paper);
  const { items } = tools.review.draft;
  const moves = `paper-${key}-item`;
  const move = (to: string): void => {
    // The form goes with the paper, and the keyboard with the form: arrow keys may choose one item after another.
    tools.lead(moves);
    tools.change((draft) => placePaper(draft, key, to === wholeMeeting ? null : to));
  };
  const leaveOut = (): void => {
    tools.lead(item === null ? leftOutField(key) : itemField(item));
    tools.change((draft) => leavePaperOut(draft, key));
    tools.onOpenPaper(null);
  };
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
        name={moves}
        label={t('review.paper.item')}
        choices={[
          { value: wholeMeeting, label: t('review.paper.whole') },
          ...items.map(({ key: value, number, title }) => ({
            value,
            label: number === null ? title : `${number}. ${title}`,
          })),
        ]}
        value={item ?? wholeMeeting}
        onChange={move}
      />
      <Button kind="quiet" hidden={paper.title} onPress={leaveOut}>
        {t('review.paper.leaveOut')}
      </Button>
    </div>
  );
};
