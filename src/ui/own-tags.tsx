import { FileCheck, Hourglass } from 'lucide';
import type { OwnApology, OwnRecords } from '../app/own-records.ts';
import { Tag } from './kit/tag.tsx';
import { useText, type Text } from './use-text.ts';

/** "You sent your apologies", or which part of the meeting will be missed. */
const apologyWords = ({ extent }: OwnApology, { t }: Text): string =>
  t(extent.kind === 'whole' ? 'meetings.own.apology' : `meetings.own.apology-part-${extent.part}`);

/** What I have said about a meeting, and whether it has arrived. Nothing where I have said nothing. */
export const OwnTags = ({ own }: { readonly own: OwnRecords }) => {
  const text = useText();
  const { t } = text;
  const states = [...(own.apology ? [own.apology] : []), ...own.declarations].map(({ state }) => state);
  if (states.length === 0 && own.unsent === 0) return null;
  return (
    <p class="own-tags">
      {own.apology && (
        <Tag tone="plain" icon={FileCheck}>
          {apologyWords(own.apology, text)}
        </Tag>
      )}
      {own.declarations.length > 0 && (
        <Tag tone="plain" icon={FileCheck}>
          {t('meetings.own.declared', { count: own.declarations.length })}
        </Tag>
      )}
      {own.unsent > 0 && (
        <Tag tone="waiting" icon={Hourglass}>
          {t('meetings.own.unsent')}
        </Tag>
      )}
      {states.includes('quarantined') && <Tag tone="waiting">{t('meetings.own.quarantined')}</Tag>}
    </p>
  );
};
