import { Pencil, Plus } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { itemField } from '../../app/import/review-gaps.ts';
import { addItem, paperKey } from '../../app/import/review-edit.ts';
import type { DraftItem } from '../../domain/meeting-draft.ts';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { EvidenceLine } from './evidence-line.tsx';
import { ItemForm } from './item-form.tsx';
import { ReviewPaper } from './review-paper.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewItemsProps {
  readonly tools: ReviewTools;
  readonly errors: ReadonlyMap<string, string>;
  /** A new UUID: items that a clerk adds need a name of their own. */
  readonly newId: () => string;
}

/** The agenda: each item with its papers, in order. One is open at a time, to be corrected. */
export const ReviewItems = ({ tools, errors, newId }: ReviewItemsProps) => {
  const { t } = useText();
  const [open, setOpen] = useState<string | null>(null);
  const { items } = tools.review.draft;
  const add = (): void => {
    const key = newId();
    tools.lead(`${key}-title`);
    tools.change((draft) => addItem(draft, key));
    setOpen(key);
  };
  return (
    <Section id="review-items" title={t('review.items.title', { count: items.length })}>
      <ol class="review-items">
        {items.map((item, at) => (
          <li class="review-item" key={item.key} id={itemField(item.key)} tabIndex={-1}>
            <ItemHead
              tools={tools}
              item={item}
              error={errors.get(itemField(item.key)) ?? null}
              isOpen={open === item.key}
              onOpen={setOpen}
            />
            {open === item.key && <ItemForm tools={tools} item={item} at={at} items={items} />}
            {item.papers.map((paper) => (
              <ReviewPaper key={paperKey(paper)} tools={tools} paper={paper} item={item.key} />
            ))}
          </li>
        ))}
      </ol>
      {items.length === 0 && <p class="review-none">{t('review.items.none')}</p>}
      <p class="review-add" id="add-item" tabIndex={-1}>
        <Button kind="secondary" icon={Plus} onPress={add}>
          {t('review.items.add')}
        </Button>
      </p>
    </Section>
  );
};

interface ItemHeadProps {
  readonly tools: ReviewTools;
  readonly item: DraftItem;
  readonly error: string | null;
  readonly isOpen: boolean;
  readonly onOpen: (key: string | null) => void;
}

const ItemHead = (props: ItemHeadProps) => {
  const { item, error, isOpen, onOpen } = props;
  const { evidence, open } = props.tools;
  // Drawn anew only when something in it is another: a long agenda would be felt at each keystroke.
  return useMemo(() => <ItemLine {...props} />, [item, error, isOpen, onOpen, evidence, open]);
};

const ItemLine = ({ tools, item, error, isOpen, onOpen }: ItemHeadProps) => {
  const { t } = useText();
  const { key, number, title, pages, minute } = item;
  const details = [
    ...(pages ? [t('review.item.pages', { first: pages.first, last: pages.last })] : []),
    ...(minute ? [minuteWords(t, minute)] : []),
    ...(item.id === undefined ? [] : [t('review.item.known')]),
  ];
  return (
    <div class="review-item__head">
      <span class="review-item__number">{number ?? ''}</span>
      <div class="review-item__words">
        <p class="review-item__title" lang="en-GB">
          {title === '' ? t('review.item.untitled') : title}
        </p>
        {error !== null && <p class="govuk-error-message">{error}</p>}
        <EvidenceLine tools={tools} place={`item/${key}`} what={title} details={details} />
        {tools.open.has(`pages/${key}`) && (
          <EvidenceLine tools={tools} place={`pages/${key}`} what={t('review.item.pagesOf', { title })} />
        )}
      </div>
      <Button kind="quiet" icon={Pencil} hidden={title} onPress={() => onOpen(isOpen ? null : key)}>
        {t(isOpen ? 'review.done' : 'review.change')}
      </Button>
    </div>
  );
};

const minuteWords = (
  t: ReturnType<typeof useText>['t'],
  { number, truncated }: NonNullable<DraftItem['minute']>,
): string => {
  if (number === null) return t(truncated ? 'review.item.plainMinuteCut' : 'review.item.plainMinute');
  return t(truncated ? 'review.item.minuteCut' : 'review.item.minute', { number });
};
