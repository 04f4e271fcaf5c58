import { papersOf } from '../../app/import/review-edit.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import type { Text } from '../use-text.ts';

/** "9 agenda items · 18 papers · 9 members": what is in a draft, without what it has none of. */
export const countWords = (t: Text['t'], draft: MeetingDraft): string => {
  const counts = { items: draft.items.length, papers: papersOf(draft).length, members: draft.seats.length };
  return (['items', 'papers', 'members'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`review.count.${kind}`, { count: counts[kind] }))
    .join(' · ');
};
