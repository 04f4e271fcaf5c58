import { useLocation } from 'preact-iso';
import { openAmendment, openDeclaration } from '../../app/declaration.ts';
import type { DeclarationForm } from '../../app/declaration-form.ts';
import type { Services } from '../../app/services.ts';
import { Loading } from '../kit/waiting-states.tsx';
import { DraftNotes } from '../records/draft-notes.tsx';
import { OpenFaultPage } from '../records/open-fault-page.tsx';
import { useOpened } from '../records/use-opened.ts';
import { useText } from '../text-context.tsx';
import { useWatch } from '../use-watch.ts';
import { DeclarationCheck } from './declaration-check.tsx';
import { DeclarationDuties } from './declaration-duties.tsx';
import { DeclarationItem } from './declaration-item.tsx';
import { DeclarationNature } from './declaration-nature.tsx';
import { DeclarationQuestion } from './declaration-question.tsx';

export interface DeclarationScreenProps {
  readonly services: Services;
  readonly meetingId: string;
  /** From `?item=`: chosen beforehand. */
  readonly itemId: string | null;
}

/** `/meetings/:meetingId/declare`: led through "do I have an interest?". */
export const DeclarationScreen = ({ services, meetingId, itemId }: DeclarationScreenProps) => {
  const opened = useOpened(
    `${meetingId}/${itemId}`,
    () => openDeclaration(services, meetingId, itemId),
    (form) => form.ok && form.value.close(),
  );
  return <Opened opened={opened} isAmending={false} />;
};

/** `/records/:id/amend`: a declaration that was made, to be changed. */
export const AmendmentScreen = (props: { readonly services: Services; readonly recordId: string }) => {
  const opened = useOpened(
    props.recordId,
    () => openAmendment(props.services, props.recordId),
    (form) => form.ok && form.value.close(),
  );
  return <Opened opened={opened} isAmending />;
};

const Opened = (props: {
  readonly opened: Awaited<ReturnType<typeof openDeclaration>> | null;
  readonly isAmending: boolean;
}) => {
  const { t } = useText();
  if (props.opened === null) return <Loading words={t('records.opening')} />;
  if (!props.opened.ok) return <OpenFaultPage fault={props.opened.error} />;
  return <Form form={props.opened.value} isAmending={props.isAmending} />;
};

const Form = ({ form, isAmending }: { readonly form: DeclarationForm; readonly isAmending: boolean }) => {
  const { t } = useText();
  const { route } = useLocation();
  const watched = useWatch(form.view);
  if (watched.state !== 'ready') return <Loading words={t('records.opening')} />;
  const { page, resumed, kept } = watched.value;
  return (
    <>
      <DraftNotes resumed={resumed} kept={kept} onStartAgain={() => void form.startAgain()} />
      {page.kind === 'item' && <DeclarationItem form={form} page={page} />}
      {page.kind === 'question' && <DeclarationQuestion form={form} page={page} key={page.question.id} />}
      {page.kind === 'nature' && <DeclarationNature form={form} page={page} />}
      {page.kind === 'check' && <DeclarationCheck form={form} page={page} isAmending={isAmending} />}
      {page.kind === 'duties' && (
        <DeclarationDuties
          form={form}
          page={page}
          // The form is done: the way back leads to the meeting, not to an empty form.
          onRecorded={(id) => route(`/records/${id}?new`, true)}
        />
      )}
    </>
  );
};
