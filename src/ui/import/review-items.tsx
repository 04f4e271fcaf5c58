import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { itemField } from '../../app/import/review-gaps.ts';
import { addItem, changeItem, moveItem, paperKey, removeItem } from '../../app/import/review-edit.ts';
import type { DraftItem } from '../../domain/meeting-draft.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Checkbox } from '../kit/checkbox.tsx';
import { Section } from '../kit/page.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import { EvidenceLine } from './evidence-line.tsx';
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
              onOpen={() => setOpen(open === item.key ? null : item.key)}
            />
            {open === item.key && (
              <ItemForm tools={tools} item={item} isFirst={at === 0} isLast={at === items.length - 1} />
            )}
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
  readonly onOpen: () => void;
}

const ItemHead = ({ tools, item, error, isOpen, onOpen }: ItemHeadProps) => {
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
      <Button kind="quiet" icon={Pencil} hidden={title} onPress={onOpen}>
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

interface ItemFormProps {
  readonly tools: ReviewTools;
  readonly item: DraftItem;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const ItemForm = ({ tools, item, isFirst, isLast }: ItemFormProps) => {
  const { t } = useText();
  const { key, number, title, pages, education } = item;
  const set = (words: Parameters<typeof changeItem>[2]): void =>
    tools.change((draft) => changeItem(draft, key, words));
  const setPages = (part: 'first' | 'last', value: string): void => {
    const next = { first: pages?.first ?? '', last: pages?.last ?? '', [part]: value.trim() };
    set({ pages: next.first === '' && next.last === '' ? null : next });
  };
  return (
    <div class="review-item__form">
      <TextInput
        name={`${key}-number`}
        label={t('review.item.number')}
        width={4}
        value={number ?? ''}
        onInput={(text) => set({ number: text.trim() === '' ? null : text.trim() })}
      />
      <TextInput
        name={`${key}-title`}
        label={t('review.item.title')}
        value={title}
        onInput={(text) => set({ title: text })}
      />
      <TextInput
        name={`${key}-first`}
        label={t('review.item.first')}
        width={4}
        value={pages?.first ?? ''}
        onInput={(text) => setPages('first', text)}
      />
      <TextInput
        name={`${key}-last`}
        label={t('review.item.last')}
        width={4}
        value={pages?.last ?? ''}
        onInput={(text) => setPages('last', text)}
      />
      <Checkbox
        name={`${key}-education`}
        label={t('review.item.education')}
        checked={education ?? false}
        onChange={(checked) => set({ education: checked })}
      />
      <div class="review-item__moves">
        {!isFirst && (
          <IconButton
            icon={ArrowUp}
            name={t('review.item.up', { title })}
            onPress={() => tools.change((draft) => moveItem(draft, key, -1))}
          />
        )}
        {!isLast && (
          <IconButton
            icon={ArrowDown}
            name={t('review.item.down', { title })}
            onPress={() => tools.change((draft) => moveItem(draft, key, 1))}
          />
        )}
        <Button
          kind="quiet"
          icon={Trash2}
          hidden={title}
          onPress={() => tools.change((draft) => removeItem(draft, key))}
        >
          {t('review.item.remove')}
        </Button>
      </div>
    </div>
  );
};
