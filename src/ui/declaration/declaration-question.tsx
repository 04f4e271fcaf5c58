import { useState } from 'preact/hooks';
import type { DeclarationForm } from '../../app/declaration-form.ts';
import type { DeclarationPage } from '../../app/declaration-page.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Details } from '../kit/details.tsx';
import { Question } from '../kit/question.tsx';
import { Radios, type Choice } from '../kit/radios.tsx';
import { useTitleFocus } from '../records/use-title-focus.ts';
import { useText, type Text } from '../use-text.ts';
import { itemCaption } from './declaration-words.ts';

export interface DeclarationQuestionProps {
  readonly form: DeclarationForm;
  readonly page: Extract<DeclarationPage, { kind: 'question' }>;
}

/** One question of the regime. */
export const DeclarationQuestion = ({ form, page }: DeclarationQuestionProps) => {
  const text = useText();
  const { t } = text;
  const [missing, setMissing] = useState(false);
  const { id, choices } = page.question;
  const title = t(`regimes.q.${id}.title`);
  useTitleFocus(title, id);
  const error = missing ? t('declaration.question.missing') : null;
  return (
    <Question
      back={<BackLink onPress={form.back}>{t('records.back')}</BackLink>}
      caption={t('declaration.caption', { item: itemCaption(text, page.item) })}
      errorTitle={t('records.errorTitle')}
      errors={error === null ? [] : [{ field: id, message: error }]}
      submit={t('records.continue')}
      onSubmit={() => setMissing(form.next() === 'nothing-chosen')}
      note={t('records.draft.note')}
    >
      <Radios
        name={id}
        legend={title}
        legendIsTitle
        hint={t(`regimes.q.${id}.hint`)}
        error={error}
        choices={choices.map((choice) => choiceWords(text, id, choice.id))}
        value={page.chosen}
        onChange={(choice) => {
          form.pick(choice);
          setMissing(false);
        }}
      />
      <Details summary={t('declaration.question.why')}>
        <p>{t(`regimes.q.${id}.why`)}</p>
      </Details>
    </Question>
  );
};

const choiceWords = ({ t }: Text, question: string, choice: string): Choice<string> => {
  const key = `regimes.q.${question}.choice.${choice}`;
  const hint = t(`${key}.hint`);
  // A key without words answers itself: most choices need no hint.
  return hint === `${key}.hint` ? { value: choice, label: t(key) } : { value: choice, label: t(key), hint };
};
