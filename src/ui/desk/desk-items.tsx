import { TriangleAlert } from 'lucide';
import type { DeskDeclaration, DeskItem } from '../../domain/register-rows.ts';
import { Section } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useText } from '../use-text.ts';
import { DeskRow, DeskRows } from './desk-rows.tsx';

/** Declarations, whips and movements, by item in agenda order. */
export const DeskItems = ({ items }: { readonly items: readonly DeskItem[] }) => {
  const { t } = useText();
  return (
    <Section id="declarations" title={t('desk.declarations.title')}>
      {items.map((item) => (
        <ItemRows key={item.itemId} item={item} />
      ))}
    </Section>
  );
};

const ItemRows = ({ item }: { readonly item: DeskItem }) => {
  const { t } = useText();
  const title =
    item.number === null
      ? item.title
      : t('declaration.item.caption', { number: item.number, title: item.title });
  return (
    <>
      <h3 class="desk__item">{title}</h3>
      <DeskRows caption={title}>
        {item.declarations.flatMap((row) =>
          row.arrivals.map((arrival) => (
            <DeskRow key={arrival.event.id} arrival={arrival} marks={<Marks row={row} />} />
          )),
        )}
        {item.whips.map(({ arrival, isNoted }) => (
          <DeskRow
            key={arrival.event.id}
            arrival={arrival}
            marks={isNoted && <Tag tone="done">{t('desk.mark.noted')}</Tag>}
          />
        ))}
        {item.movements.map((arrival) => (
          <DeskRow key={arrival.event.id} arrival={arrival} />
        ))}
      </DeskRows>
    </>
  );
};

const Marks = ({ row }: { readonly row: DeskDeclaration }) => {
  const { t } = useText();
  return (
    <>
      {row.current.kind === 'to-confirm' && (
        <Tag tone="waiting" icon={TriangleAlert}>
          {t('desk.mark.toConfirm')}
        </Tag>
      )}
      {row.isBoilerplate && (
        <Tag tone="waiting" icon={TriangleAlert}>
          {t('desk.mark.boilerplate')}
        </Tag>
      )}
      {row.isAbsent && (
        <Tag tone="waiting" icon={TriangleAlert}>
          {t('desk.mark.absent')}
        </Tag>
      )}
      {row.isNoted && <Tag tone="done">{t('desk.mark.noted')}</Tag>}
    </>
  );
};
