import type { DeskCounts, SeatCounts } from '../../app/desk.ts';
import type { AnyEvent } from '../../domain/event.ts';
import { instantToLondon } from '../../domain/london-time.ts';
import { extentWords } from '../records/record-words.ts';
import type { Text } from '../use-text.ts';

/** "2 apologies, 4 declarations, 1 to check": what there is, nothing that is not. */
export const countWords = ({ t }: Text, counts: DeskCounts): string =>
  (['apologies', 'declarations', 'whips', 'late', 'toCheck'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`desk.count.${kind}`, { count: counts[kind] }))
    .join(', ');

/** "7 members, 4 co-opted, 1 vacancy". */
export const seatWords = ({ t }: Text, seats: SeatCounts): string =>
  (['members', 'coopted', 'vacancies'] as const)
    .filter((kind) => seats[kind] > 0)
    .map((kind) => t(`desk.seats.${kind}`, { count: seats[kind] }))
    .join(', ');

/** "31 January 2016, 18:58", from ISO 8601. */
export const timeWords = ({ t, dates }: Text, moment: string): string => {
  const local = instantToLondon(Date.parse(moment));
  return t('records.moment', { date: dates.date(local), time: dates.clock(local) });
};

/** What a record says, in one or two lines, for a clerk. */
export const whatWords = (text: Text, event: AnyEvent): readonly string[] => {
  const { t } = text;
  const kind = t(`desk.what.${event.type}`);
  if (event.type === 'apology.send') return [`${kind}: ${extentWords(text, event.body.extent)}`];
  if (event.type === 'apology.reason') return [kind, event.body.text];
  if (event.type === 'whip.declare') return [`${kind}: ${event.body.group}`, event.body.nature];
  if (event.type !== 'interest.declare' && event.type !== 'interest.amend') return [kind];
  const { interest, nature } = event.body;
  return [t(`regimes.kind.${interest}`), nature.kind === 'sensitive' ? t('desk.sensitive') : nature.text];
};
