import type { DeclarationForm } from '../../app/declaration-form.ts';
import type { DeclarationPage } from '../../app/declaration-page.ts';
import { AnswersList, type AnswerRow } from '../kit/answers-list.tsx';
import { BackLink } from '../kit/back-link.tsx';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Page } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { answerWords, itemCaption, natureWords } from './declaration-words.ts';

export interface DeclarationCheckProps {
  readonly form: DeclarationForm;
  readonly page: Extract<DeclarationPage, { kind: 'check' }>;
  /** An amended declaration stays with its item. */
  readonly isAmending: boolean;
}

/** Check your answers, before the duties are shown. */
export const DeclarationCheck = ({ form, page, isAmending }: DeclarationCheckProps) => {
  const text = useText();
  const { t } = text;
  const change = (place: Parameters<DeclarationForm['change']>[0]): NonNullable<AnswerRow['change']> => ({
    words: t('records.change'),
    onPress: () => form.change(place),
  });
  const itemRow: AnswerRow = { question: t('declaration.check.item'), answer: itemCaption(text, page.item) };
  const natureRow: AnswerRow = {
    question: t('declaration.nature.label'),
    answer: <span dir="auto">{natureWords(text, page.nature)}</span>,
  };
  const rows: readonly AnswerRow[] = [
    isAmending ? itemRow : { ...itemRow, change: change({ kind: 'item' }) },
    ...answerWords(text, page.answered).map(({ id, question, answer }) => ({
      question,
      answer,
      change: change({ kind: 'question', id }),
    })),
    page.asksNature ? { ...natureRow, change: change({ kind: 'nature' }) } : natureRow,
  ];
  return (
    <Page
      width="narrow"
      title={t('records.check')}
      caption={t('declaration.caption', { item: itemCaption(text, page.item) })}
      back={<BackLink onPress={form.back}>{t('records.back')}</BackLink>}
    >
      <div class="flow">
        <AnswersList rows={rows} />
        <ButtonRow>
          <Button onPress={form.next}>{t('declaration.check.next')}</Button>
        </ButtonRow>
        <p class="second">{t('declaration.check.note')}</p>
      </div>
    </Page>
  );
};
