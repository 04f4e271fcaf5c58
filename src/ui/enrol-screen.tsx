import { LogOut } from 'lucide';
import { useState } from 'preact/hooks';
import { sendCode, showCode, type EnrolFault, type EnrolServices } from '../app/enrol.ts';
import { ContactsList } from './contacts-list.tsx';
import { EnrolAdvice } from './enrol-advice.tsx';
import { EnrolLanguages } from './enrol-languages.tsx';
import { Button } from './kit/button.tsx';
import { ErrorSummary } from './kit/error-summary.tsx';
import { Notice } from './kit/notice.tsx';
import { Page, Section } from './kit/page.tsx';
import { TextInput } from './kit/text-input.tsx';
import { useText, type Text } from './use-text.ts';

/** Why the code did not work, in one plain sentence. */
const faultWords = (fault: EnrolFault, { t }: Text): string =>
  fault.kind === 'too-many-tries' && fault.retryAfter !== null
    ? t('enrol.fault.too-many-minutes', { count: Math.ceil(fault.retryAfter / 60) })
    : t(`enrol.fault.${fault.kind}`);

/** Before sign-in: what this is, the code, where to install it, and help in eleven languages. */
export const EnrolScreen = ({ services }: { readonly services: EnrolServices }) => {
  const { t } = useText();
  const [anyway, setAnyway] = useState(false);
  const { council, place } = services;
  // Plain http gives a page no keys, so a code could not be used there at all.
  const takesCode = place !== 'insecure' && (place !== 'ios-tab' || anyway);
  const clerk =
    council?.contacts.filter(({ purpose, telephone }) => telephone !== null && purpose !== 'other-formats') ??
    [];
  return (
    <Page title={t('enrol.title')}>
      <div class="enrol">
        <div class="enrol__main">
          {services.handedOver !== null && <SignedOut handedOver={services.handedOver} />}
          <p class="enrol__what">{t('enrol.what')}</p>
          <EnrolAdvice place={place} anyway={anyway} onAnyway={() => setAnyway(true)} />
          {takesCode && <CodeForm services={services} />}
        </div>
        <div class="enrol__side">
          <EnrolLanguages />
          <Section id="no-code" title={t('enrol.no-code')}>
            <p class="enrol__ask">{t('enrol.no-code-text')}</p>
            {clerk.length > 0 && <ContactsList contacts={clerk} />}
          </Section>
        </div>
      </div>
    </Page>
  );
};

/** Why this tablet is empty: the person did not do that. */
const SignedOut = ({ handedOver }: { readonly handedOver: number }) => {
  const { t } = useText();
  return (
    <Notice tone="waiting" icon={LogOut} role="status">
      <p>
        {handedOver === 0
          ? t('enrol.signed-out.nothing')
          : t('enrol.signed-out.records', { count: handedOver })}
      </p>
    </Notice>
  );
};

const CodeForm = ({ services }: { readonly services: EnrolServices }) => {
  const text = useText();
  const { t } = text;
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<EnrolFault | null>(null);
  const [busy, setBusy] = useState(false);
  const message = fault && faultWords(fault, text);
  const submit = async () => {
    setBusy(true);
    try {
      const result = await sendCode(services, typed);
      setFault(result.ok ? null : result.error);
    } finally {
      // Whatever happens, the code can be sent again.
      setBusy(false);
    }
  };
  return (
    <form
      class="enrol__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <ErrorSummary title={t('enrol.error-title')} errors={message ? [{ field: 'code', message }] : []} />
      <TextInput
        name="code"
        label={t('enrol.code')}
        hint={t('enrol.code-hint')}
        error={message}
        value={showCode(typed)}
        onInput={setTyped}
        width={10}
        autocomplete="one-time-code"
        capitals
        code
      />
      <Button type="submit" busy={busy}>
        {t(busy ? 'enrol.busy' : 'enrol.submit')}
      </Button>
    </form>
  );
};
