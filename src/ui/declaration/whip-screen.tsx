import { useLocation } from 'preact-iso';
import type { Services } from '../../app/services.ts';
import { openWhip, type WhipForm } from '../../app/whip.ts';
import { Loading } from '../kit/waiting-states.tsx';
import { DraftNotes } from '../records/draft-notes.tsx';
import { FormEnded } from '../records/form-ended.tsx';
import { OpenFaultPage } from '../records/open-fault-page.tsx';
import { useOpened } from '../records/use-opened.ts';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { WhipCheck } from './whip-check.tsx';
import { WhipFields } from './whip-fields.tsx';

export interface WhipScreenProps {
  readonly services: Services;
  readonly meetingId: string;
  /** From `?item=`: chosen beforehand. */
  readonly itemId: string | null;
}

/** `/meetings/:meetingId/whip`: "I have been told how to vote"; on scrutiny panels only (rules L11). */
export const WhipScreen = ({ services, meetingId, itemId }: WhipScreenProps) => {
  const { t } = useText();
  const opened = useOpened(
    `${meetingId}/${itemId}`,
    () => openWhip(services, meetingId, itemId),
    (form) => form.ok && form.value.draft.close(),
  );
  if (opened === null) return <Loading words={t('records.opening')} />;
  return opened.ok ? <Form form={opened.value} /> : <OpenFaultPage fault={opened.error} />;
};

const Form = ({ form }: { readonly form: WhipForm }) => {
  const { t } = useText();
  const { route } = useLocation();
  const watched = useWatch(form.draft.view);
  if (watched.state !== 'ready') return <Loading words={t('records.opening')} />;
  const { value, resumed, kept, ended } = watched.value;
  const startAgain = () => void form.draft.startAgain();
  if (ended) return <FormEnded onStartAgain={startAgain} />;
  return (
    <>
      <DraftNotes resumed={resumed} kept={kept} onStartAgain={startAgain} />
      {value.place === 'fields' ? (
        <WhipFields form={form} draft={value} />
      ) : (
        <WhipCheck form={form} draft={value} onRecorded={(id) => route(`/records/${id}?new`, true)} />
      )}
    </>
  );
};
