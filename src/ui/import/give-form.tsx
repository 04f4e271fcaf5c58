import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { GivenFault } from '../../app/import/given-files.ts';
import type { Services } from '../../app/services.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Checkbox } from '../kit/checkbox.tsx';
import { Details } from '../kit/details.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { Notice } from '../kit/notice.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText, type Text } from '../use-text.ts';
import { chooseFilesId, DropPlace } from './drop-place.tsx';
import { GivenList } from './given-list.tsx';
import { MeetingChoice } from './meeting-choice.tsx';
import { SendEnded, SendingNow } from './sending.tsx';
import { useDrops } from './use-drops.ts';
import { useGive, type GiveError, type GiveForm as Form, type GiveParts } from './use-give.ts';

export interface GiveFormProps extends GiveParts {
  /** What the import has already, as it is shown between the place for files and those that were given. */
  readonly children?: ComponentChildren;
}

/** Everything that papers can be given with. While they are sent it shows how far they are. */
export const GiveForm = (props: GiveFormProps) => {
  const { t } = useText();
  const form = useGive(props);
  const { view, papers } = form;
  const over = useDrops(form.onDropped);
  if (view.sending.kind === 'sending') {
    return (
      <div class="give">
        <SendingNow sending={view.sending} onStop={papers.stop} />
        <GivenList files={view.files} />
      </div>
    );
  }
  return (
    <form
      class="give"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.read();
      }}
    >
      <Wrong error={form.error} />
      <SendEnded sending={view.sending} />
      <DropPlace over={over} onFiles={papers.add} />
      <LeftOut fault={view.left} />
      {props.children}
      <GivenList files={view.files} onRemove={papers.remove} />
      <OtherWays form={form} services={props.services} />
      <ButtonRow>
        <Button type="submit">{t('import.read')}</Button>
      </ButtonRow>
      <p class="second small">{t('import.read.note')}</p>
    </form>
  );
};

/** Which meeting, the text of a page, the address of a page, the password of a paper. */
const OtherWays = ({ form, services }: { readonly form: Form; readonly services: Services }) => {
  const { t } = useText();
  const { fields, change, error } = form;
  return (
    <div class="give__ways">
      <MeetingChoice services={services} value={fields.meeting} onChange={(meeting) => change({ meeting })} />
      <Details summary={t('import.paste.summary')}>
        <TextArea
          name="pasted"
          label={t('import.paste.label')}
          hint={t('import.paste.hint')}
          rows={6}
          value={fields.pasted}
          onInput={(pasted) => change({ pasted })}
        />
        <Button kind="secondary" onPress={() => void form.addPasted()}>
          {t('import.paste.add')}
        </Button>
      </Details>
      <div class="give__address">
        <TextArea
          name="addresses"
          label={t('import.address.label')}
          hint={t('import.address.hint')}
          rows={2}
          value={fields.addresses}
          onInput={(addresses) => change({ addresses })}
          error={isAboutAddress(error) ? errorWords(t, error) : null}
        />
        {fields.addresses.trim() !== '' && (
          <Checkbox
            name="documents"
            label={t('import.address.documents')}
            checked={fields.documents}
            onChange={(documents) => change({ documents })}
          />
        )}
      </div>
      <TextInput
        name="password"
        label={t('import.password.label')}
        hint={t('import.password.hint')}
        width={20}
        value={fields.password}
        onInput={(password) => change({ password })}
      />
    </div>
  );
};

const isAboutAddress = (error: GiveError | null): error is Exclude<GiveError, { kind: 'nothing-given' }> =>
  error !== null && error.kind !== 'nothing-given';

const errorWords = (t: Text['t'], error: GiveError): string =>
  t(`import.wrong.${error.kind}`, 'address' in error ? { address: error.address } : {});

const Wrong = ({ error }: { readonly error: GiveError | null }) => {
  const { t } = useText();
  if (error === null) return null;
  const field = isAboutAddress(error) ? 'addresses' : chooseFilesId;
  return <ErrorSummary title={t('import.wrong.title')} errors={[{ field, message: errorWords(t, error) }]} />;
};

/** Why something of what was given is not in the list. */
const LeftOut = ({ fault }: { readonly fault: GivenFault | null }) => {
  const { t } = useText();
  if (fault === null) return null;
  return (
    <Notice tone="waiting" icon={CircleAlert} role="alert">
      <p>{t(`import.left.${fault.kind}`, 'name' in fault ? { name: fault.name } : {})}</p>
    </Notice>
  );
};
