import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Continued, DeclarationForm } from '../../app/declaration-form.ts';
import type { DeclarationPage } from '../../app/declaration-page.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Details } from '../kit/details.tsx';
import { Notice } from '../kit/notice.tsx';
import { Question } from '../kit/question.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { useTitleFocus } from '../records/use-title-focus.ts';
import { useText } from '../use-text.ts';
import { itemCaption } from './declaration-words.ts';

export interface DeclarationNatureProps {
  readonly form: DeclarationForm;
  readonly page: Extract<DeclarationPage, { kind: 'nature' }>;
}

/** The nature of the interest in one's own words; never shown for a sensitive one. */
export const DeclarationNature = ({ form, page }: DeclarationNatureProps) => {
  const text = useText();
  const { t } = text;
  const [last, setLast] = useState<Continued>('went');
  const title = t('declaration.nature.title');
  useTitleFocus(title, 'nature');
  const error = last === 'empty' ? t('declaration.nature.empty') : null;
  return (
    <Question
      back={<BackLink onPress={form.back}>{t('records.back')}</BackLink>}
      caption={t('declaration.caption', { item: itemCaption(text, page.item) })}
      errorTitle={t('records.errorTitle')}
      errors={error === null ? [] : [{ field: 'nature', message: error }]}
      submit={t('records.continue')}
      onSubmit={() => setLast(form.next())}
      note={t('records.draft.note')}
    >
      <TextArea
        name="nature"
        label={title}
        labelIsTitle
        hint={t('declaration.nature.hint')}
        error={error}
        value={page.text}
        onInput={form.write}
        maxLength={4000}
      />
      {last === 'boilerplate' && (
        <Notice
          tone="waiting"
          icon={TriangleAlert}
          role="alert"
          title={t('declaration.nature.boilerplateTitle')}
        >
          <p>{t('declaration.nature.boilerplate')}</p>
        </Notice>
      )}
      <Details summary={t('declaration.question.why')}>
        <p>{t('declaration.nature.why')}</p>
      </Details>
    </Question>
  );
};
