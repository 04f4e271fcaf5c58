import { useState } from 'preact/hooks';
import type { RecordFault } from '../../app/records-fault.ts';
import type { WhipDraft, WhipForm } from '../../app/whip.ts';
import { AnswersList } from '../kit/answers-list.tsx';
import { BackLink } from '../kit/back-link.tsx';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { SaveFaultNotice } from '../records/save-fault-notice.tsx';
import { useText } from '../use-text.ts';
import { itemCaption } from './declaration-words.ts';

export interface WhipCheckProps {
  readonly form: WhipForm;
  readonly draft: WhipDraft;
  readonly onRecorded: (id: string) => void;
}

/** Check your answers, and the press that records the whip. */
export const WhipCheck = ({ form, draft, onRecorded }: WhipCheckProps) => {
  const text = useText();
  const { t } = text;
  const [fault, setFault] = useState<RecordFault | null>(null);
  const [busy, setBusy] = useState(false);
  const item = form.manifest.items.find(({ id }) => id === draft.itemId);
  const title = t('records.check');
  const say = t('whip.say');
  const answers = [
    { question: t('declaration.check.item'), answer: item ? itemCaption(text, item) : '' },
    { question: t('whip.group.label'), answer: draft.group.trim() },
    { question: t('whip.nature.label'), answer: draft.nature.trim() },
  ];
  const edit = (): void => form.draft.change({ ...draft, place: 'fields' });
  const record = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    const words = [
      t('whip.title'),
      title,
      ...answers.map(({ question, answer }) => `${question} ${answer}`),
      say,
    ];
    const saved = await form.record(words);
    setBusy(false);
    if (saved.ok) onRecorded(saved.value);
    else setFault(saved.error);
  };
  return (
    <Page
      width="narrow"
      title={title}
      caption={t('whip.title')}
      back={<BackLink onPress={edit}>{t('records.back')}</BackLink>}
    >
      <div class="flow">
        <AnswersList
          rows={answers.map((row) => ({ ...row, change: { words: t('records.change'), onPress: edit } }))}
        />
        <Notice tone="duty">
          <p>{say}</p>
        </Notice>
        <SaveFaultNotice fault={fault} />
        <ButtonRow>
          <Button busy={busy} onPress={() => void record()}>
            {t('whip.record')}
          </Button>
        </ButtonRow>
      </div>
    </Page>
  );
};
