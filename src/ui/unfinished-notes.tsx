import { PencilLine } from 'lucide';
import { useMemo } from 'preact/hooks';
import type { Services } from '../app/services.ts';
import { watchUnfinished, type Unfinished } from '../app/unfinished.ts';
import { Notice } from './kit/notice.tsx';
import { useText, type Text } from './use-text.ts';
import { useWatch } from './use-watch.ts';

export interface UnfinishedNotesProps {
  readonly services: Services;
  /** Only forms about this meeting; null for all. */
  readonly meetingId: string | null;
  /** The draft of a declaration that is open: then only other declarations are told. */
  readonly beside?: string;
}

/** "You started this. Go on": one line for each form that was begun and not recorded, else nothing. */
export const UnfinishedNotes = ({ services, meetingId, beside }: UnfinishedNotesProps) => {
  const text = useText();
  const watched = useWatch(useMemo(() => watchUnfinished(services), [services]));
  const all = watched.state === 'ready' ? watched.value : [];
  const here = all
    .filter((form) => meetingId === null || form.meetingId === meetingId)
    .filter(({ kind, key }) => beside === undefined || (kind === 'declaration' && key !== beside));
  if (here.length === 0) return null;
  return (
    <Notice tone="plain" icon={PencilLine}>
      <ul class="unfinished" role="list">
        {here.map((form) => (
          <li key={form.key}>
            {sentence(text, form)} <a href={form.path}>{text.t('meetings.unfinished.go-on')}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const sentence = ({ t }: Text, { kind, item, committee }: Unfinished): string => {
  if (kind === 'apology') return t('meetings.unfinished.apology', { committee });
  if (kind === 'whip') return t('meetings.unfinished.whip', { committee });
  if (item === null) return t('meetings.unfinished.declaration', { committee });
  return item.number === null
    ? t('meetings.unfinished.declaration-title', { title: item.title })
    : t('meetings.unfinished.declaration-item', { number: item.number, title: item.title });
};
