import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { recallApology } from '../../app/apology.ts';
import { recordPresence, withdrawDeclaration } from '../../app/declaration-standing.ts';
import type { RecordFault } from '../../app/records-fault.ts';
import type { RecordView } from '../../app/records-one.ts';
import type { Services } from '../../app/services.ts';
import type { Declaration } from '../../domain/event.ts';
import { Button, ButtonLink, ButtonRow } from '../kit/button.tsx';
import { Section } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { itemName } from '../declaration/declaration-words.ts';
import { ConfirmAction } from './confirm-action.tsx';
import { SaveFaultNotice } from './save-fault-notice.tsx';

export interface RecordActionsProps {
  readonly services: Services;
  readonly view: Extract<RecordView, { kind: 'known' }>;
}

/** What can still be done about a record that stands: recall, change, withdraw; leave and come back. */
export const RecordActions = ({ services, view }: RecordActionsProps) => {
  const { event } = view.line;
  if (event.type === 'apology.send') {
    return <ApologyActions services={services} meetingId={event.body.seen.meetingId} />;
  }
  if (event.type !== 'interest.declare' && event.type !== 'interest.amend') return null;
  return <DeclarationActions services={services} view={view} body={event.body} />;
};

const ApologyActions = ({
  services,
  meetingId,
}: {
  readonly services: Services;
  readonly meetingId: string;
}) => {
  const { t } = useText();
  const { route } = useLocation();
  return (
    <Section id="actions" title={t('records.actions.apology')}>
      <div class="flow">
        <ButtonRow>
          <ButtonLink kind="secondary" href={`/meetings/${meetingId}/apology`}>
            {t('apology.standing.change')}
          </ButtonLink>
          <ConfirmAction
            action={t('apology.recall.action')}
            title={t('apology.recall.title')}
            text={t('apology.recall.text')}
            confirm={t('apology.recall.confirm')}
            onConfirm={(words) => recallApology(services, meetingId, words)}
            onDone={(id) => route(`/records/${id}?new`)}
          />
        </ButtonRow>
      </div>
    </Section>
  );
};

const DeclarationActions = ({
  services,
  view,
  body,
}: RecordActionsProps & { readonly body: Declaration }) => {
  const text = useText();
  const { t } = text;
  const { route } = useLocation();
  const { id } = view.line.event;
  const item = itemName(text, body.item);
  return (
    <>
      {body.duties.some(({ code }) => code === 'leave-room') && (
        <Presence services={services} view={view} item={item} />
      )}
      <Section id="actions" title={t('records.actions.declaration')}>
        <div class="flow">
          <ButtonRow>
            <ButtonLink kind="secondary" href={`/records/${id}/amend`}>
              {t('declaration.amend.action')}
            </ButtonLink>
            <ConfirmAction
              action={t('declaration.withdraw.action')}
              title={t('declaration.withdraw.title', { item })}
              text={t('declaration.withdraw.text')}
              confirm={t('declaration.withdraw.confirm')}
              onConfirm={(words) => withdrawDeclaration(services, id, words)}
              onDone={(made) => route(`/records/${made}?new`)}
            />
          </ButtonRow>
        </div>
      </Section>
    </>
  );
};

const Presence = ({ services, view, item }: RecordActionsProps & { readonly item: string }) => {
  const { t } = useText();
  const [fault, setFault] = useState<RecordFault | null>(null);
  const [busy, setBusy] = useState(false);
  const hasLeft = view.presence.at(-1)?.type === 'item.left';
  const title = t('declaration.presence.title', { item });
  const action = t(hasLeft ? 'declaration.returned' : 'declaration.left');
  const press = async (): Promise<void> => {
    setBusy(true);
    const type = hasLeft ? 'item.returned' : 'item.left';
    const saved = await recordPresence(services, view.line.event.id, type, [title, action]);
    setBusy(false);
    setFault(saved.ok ? null : saved.error);
  };
  return (
    <Section id="presence" title={title}>
      <div class="flow">
        <p>{t('declaration.presence.text')}</p>
        <SaveFaultNotice fault={fault} />
        <ButtonRow>
          <Button kind={hasLeft ? 'secondary' : 'duty'} busy={busy} onPress={() => void press()}>
            {action}
          </Button>
        </ButtonRow>
      </div>
    </Section>
  );
};
