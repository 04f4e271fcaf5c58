import type { DeskItem } from '../register-rows.ts';
import { itemHeading } from './declarations-text.ts';

/** Party whips as minutes say them, by item: who, which group, and the nature of the whip (rules L11). */
export const whipText = (items: readonly DeskItem[]): string => {
  const paragraphs = items
    .filter(({ whips }) => whips.length > 0)
    .map((item) =>
      [
        itemHeading(item),
        ...item.whips.map(({ author, event }) => {
          const nature = event.body.nature.trim();
          const quoted = /[.!?…]$/u.test(nature) ? nature : `${nature}.`;
          return `${author.name} declared a party whip (${event.body.group.trim()}): “${quoted}”`;
        }),
      ].join('\n'),
    );
  return paragraphs.length === 0 ? 'No whip was declared.' : paragraphs.join('\n\n');
};
