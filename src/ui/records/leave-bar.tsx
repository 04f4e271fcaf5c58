import { useMemo, useState } from 'preact/hooks';
import { recordPresence } from '../../app/declaration-standing.ts';
import type { RecordFault } from '../../app/records-fault.ts';
import { watchLeave, type LeaveView } from '../../app/records-leave.ts';
import type { Services } from '../../app/services.ts';
import { Dialog } from '../kit/dialog.tsx';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { itemName } from '../declaration/declaration-words.ts';
import { WordsToSay } from '../declaration/declaration-duties.tsx';
import { SaveFaultNotice } from './save-fault-notice.tsx';

export interface LeaveBarProps {
  readonly services: Services;
  readonly meetingId: string;
  /** The item being read; null on the meeting's own screen, where the first open one is shown. */
  readonly itemId: string | null;
}

/** The bar that cannot be missed, on the day of a meeting: leave the room for this item. Else nothing. */
export const LeaveBar = ({ services, meetingId, itemId }: LeaveBarProps) => {
  const watched = useWatch(
    useMemo(() => watchLeave(services, meetingId, itemId), [services, meetingId, itemId]),
  );
  if (watched.state !== 'ready' || watched.value === null) return null;
  return <Bar services={services} view={watched.value} key={watched.value.made.id} />;
};

const Bar = ({ services, view }: { readonly services: Services; readonly view: LeaveView }) => {
  const text = useText();
  const { t } = text;
  const [showing, setShowing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<RecordFault | null>(null);
  const item = itemName(text, view.made.body.item);
  const title = t(view.hasLeft ? 'records.leave.leftTitle' : 'records.leave.title', { item });
  const back =
    view.nextItem === null
      ? t('records.leave.backAtEnd')
      : t('records.leave.back', { item: itemName(text, view.nextItem) });
  const more = view.hasLeft ? back : `${t('records.leave.first')} ${back}`;
  const action = t(view.hasLeft ? 'declaration.returned' : 'declaration.left');
  const press = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const type = view.hasLeft ? 'item.returned' : 'item.left';
    const saved = await recordPresence(services, view.made.id, type, [title, more, action]);
    setBusy(false);
    setFault(saved.ok ? null : saved.error);
  };
  return (
    <section class="leave" aria-label={t('records.leave.name')}>
      <div class="leave__words" role="status">
        <p class="leave__title">{title}</p>
        <p>{more}</p>
      </div>
      <div class="leave__buttons">
        <button
          class="leave__button leave__button--first"
          type="button"
          aria-disabled={busy}
          onClick={() => void press()}
        >
          {action}
        </button>
        <button class="leave__button" type="button" onClick={() => setShowing(true)}>
          {t('records.leave.words')}
        </button>
      </div>
      <SaveFaultNotice fault={fault} />
      <Dialog title={t('declaration.duties.say')} open={showing} onClose={() => setShowing(false)}>
        <WordsToSay say={view.made.body.say} />
        <button class="button button--secondary" type="button" onClick={() => setShowing(false)}>
          {t('records.close')}
        </button>
      </Dialog>
    </section>
  );
};
