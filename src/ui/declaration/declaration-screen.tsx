import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { openAmendment, openDeclaration } from '../../app/declaration.ts';
import type { DeclarationForm } from '../../app/declaration-form.ts';
import type { Services } from '../../app/services.ts';
import { Loading } from '../kit/waiting-states.tsx';
import { DraftNotes } from '../records/draft-notes.tsx';
import { FormEnded } from '../records/form-ended.tsx';
import { OpenFaultPage } from '../records/open-fault-page.tsx';
import { useOpened } from '../records/use-opened.ts';
import { useText } from '../use-text.ts';
import { UnfinishedNotes } from '../unfinished-notes.tsx';
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
  const others = (draftKey: string) => (
    <div class="page page--narrow draft-notes">
      <UnfinishedNotes services={services} meetingId={meetingId} beside={draftKey} />
    </div>
  );
  return <Opened opened={opened} isAmending={false} others={others} />;
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
  readonly others?: Others;
}) => {
  const { t } = useText();
  if (props.opened === null) return <Loading words={t('records.opening')} />;
  if (!props.opened.ok) return <OpenFaultPage fault={props.opened.error} />;
  return <Form form={props.opened.value} isAmending={props.isAmending} others={props.others} />;
};

/** The declarations begun beside the draft of this key, for the page where an item is chosen. */
type Others = (draftKey: string) => ComponentChildren;

const Form = (props: {
  readonly form: DeclarationForm;
  readonly isAmending: boolean;
  readonly others: Others | undefined;
}) => {
  const { form, isAmending } = props;
  const { t } = useText();
  const { route } = useLocation();
  const watched = useWatch(form.view);
  if (watched.state !== 'ready') return <Loading words={t('records.opening')} />;
  const { page, resumed, kept, ended } = watched.value;
  const startAgain = () => void form.startAgain();
  // What was changed is another record now: its own page changes it once more.
  if (ended) return isAmending ? <FormEnded /> : <FormEnded onStartAgain={startAgain} />;
  return (
    <>
      <DraftNotes resumed={resumed} kept={kept} onStartAgain={startAgain} />
      {page.kind === 'item' && props.others?.(form.draftKey)}
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
