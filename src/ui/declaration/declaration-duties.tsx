import { useState } from 'preact/hooks';
import type { DeclarationForm } from '../../app/declaration-form.ts';
import type { DeclarationPage } from '../../app/declaration-page.ts';
import type { RecordFault } from '../../app/records-fault.ts';
import { Island } from '../island.tsx';
import { BackLink } from '../kit/back-link.tsx';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Duties } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { SaveFaultNotice } from '../records/save-fault-notice.tsx';
import { useText } from '../use-text.ts';
import { dutiesWords, shownWords, type DutySentence } from './declaration-words.ts';

export interface DeclarationDutiesProps {
  readonly form: DeclarationForm;
  readonly page: Extract<DeclarationPage, { kind: 'duties' }>;
  readonly onRecorded: (id: string) => void;
}

/** "What you must do", and the press that records it. */
export const DeclarationDuties = ({ form, page, onRecorded }: DeclarationDutiesProps) => {
  const text = useText();
  const { t } = text;
  const [fault, setFault] = useState<RecordFault | null>(null);
  const [busy, setBusy] = useState(false);
  const words = dutiesWords(text, page.made);
  const record = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    const saved = await form.record(shownWords(text, page.answered, page.made));
    setBusy(false);
    if (saved.ok) onRecorded(saved.value);
    else setFault(saved.error);
  };
  return (
    <Page
      width="narrow"
      title={words.title}
      caption={words.caption}
      back={<BackLink onPress={form.back}>{t('records.back')}</BackLink>}
    >
      <div class="flow">
        <Duties
          title={words.kind}
          duties={words.duties.map((duty) => (
            <DutyWords duty={duty} />
          ))}
        />
        <h2 class="say__title">{words.sayTitle}</h2>
        <WordsToSay say={words.say} />
        <SaveFaultNotice fault={fault} />
        <ButtonRow>
          <Button busy={busy} onPress={() => void record()}>
            {t('declaration.record')}
          </Button>
          <Button kind="secondary" onPress={form.back}>
            {t('declaration.changeAnswer')}
          </Button>
        </ButtonRow>
        <p class="second small">
          {words.sources} {words.never}
        </p>
      </div>
    </Page>
  );
};

/** A duty, and under it the English that counts in law where the reader's language is another. */
export const DutyWords = ({ duty }: { readonly duty: DutySentence }) => (
  <>
    {duty.words}
    {duty.english !== null && (
      <Island lang="en-GB" as="p" class="second small">
        {duty.english}
      </Island>
    )}
  </>
);

/** What to say at the meeting: council English in every language of the interface. */
export const WordsToSay = ({ say }: { readonly say: string }) => (
  <blockquote class="inset say" lang="en-GB" dir="ltr">
    <p>“{say}”</p>
  </blockquote>
);
