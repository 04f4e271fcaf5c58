import { ArrowDown, ArrowUp, Trash2 } from 'lucide';
import { changeItem, moveItem, removeItem } from '../../app/import/review-edit.ts';
import { itemField } from '../../app/import/review-gaps.ts';
import type { DraftItem } from '../../domain/meeting-draft.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Checkbox } from '../kit/checkbox.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import type { ReviewTools } from './review-tools.ts';

export interface ItemFormProps {
  readonly tools: ReviewTools;
  readonly item: DraftItem;
  readonly at: number;
  readonly items: readonly DraftItem[];
}

/** One agenda item, to be corrected, moved or removed. */
export const ItemForm = ({ tools, item, at, items }: ItemFormProps) => {
  const { t } = useText();
  const { key, number, title, pages, education } = item;
  const set = (words: Parameters<typeof changeItem>[2]): void =>
    tools.change((draft) => changeItem(draft, key, words));
  const setPages = (part: 'first' | 'last', value: string): void => {
    const next = { first: pages?.first ?? '', last: pages?.last ?? '', [part]: value.trim() };
    set({ pages: next.first === '' && next.last === '' ? null : next });
  };
  const move = (by: -1 | 1): void => {
    const isEnd = at + by === 0 || at + by === items.length - 1;
    // At either end the arrow that was pressed goes away.
    tools.lead(arrowField(key, isEnd ? (by === 1 ? -1 : 1) : by));
    tools.change((draft) => moveItem(draft, key, by));
  };
  const remove = (): void => {
    const next = items[at + 1] ?? items[at - 1];
    tools.lead(next === undefined ? 'add-item' : itemField(next.key));
    tools.change((draft) => removeItem(draft, key));
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
        {at > 0 && (
          <IconButton
            id={arrowField(key, -1)}
            icon={ArrowUp}
            name={t('review.item.up', { title })}
            onPress={() => move(-1)}
          />
        )}
        {at < items.length - 1 && (
          <IconButton
            id={arrowField(key, 1)}
            icon={ArrowDown}
            name={t('review.item.down', { title })}
            onPress={() => move(1)}
          />
        )}
        <Button kind="quiet" icon={Trash2} hidden={title} onPress={remove}>
          {t('review.item.remove')}
        </Button>
      </div>
    </div>
  );
};

const arrowField = (key: string, by: -1 | 1): string => `${key}-${by === 1 ? 'down' : 'up'}`;
