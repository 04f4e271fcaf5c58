import { useState } from 'preact/hooks';
import type { DeclarationForm } from '../../app/declaration-form.ts';
import type { DeclarationPage } from '../../app/declaration-page.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Question } from '../kit/question.tsx';
import { Radios } from '../kit/radios.tsx';
import { useTitleFocus } from '../records/use-title-focus.ts';
import { useText } from '../use-text.ts';
import { itemCaption } from './declaration-words.ts';

export interface DeclarationItemProps {
  readonly form: DeclarationForm;
  readonly page: Extract<DeclarationPage, { kind: 'item' }>;
}

/** Which item the interest is in; also one without a paper, and the hint says so once for all (rules 0.2). */
export const DeclarationItem = ({ form, page }: DeclarationItemProps) => {
  const text = useText();
  const { t } = text;
  const [missing, setMissing] = useState(false);
  const { manifest } = form.ground;
  const title = t('declaration.item.title');
  useTitleFocus(title, 'item');
  const error = missing ? t('declaration.item.missing') : null;
  return (
    <Question
      back={<BackLink href={`/meetings/${manifest.meetingId}`}>{t('records.toMeeting')}</BackLink>}
      caption={t('declaration.item.where', {
        committee: manifest.committee.name,
        day: text.dates.day(manifest.start),
      })}
      errorTitle={t('records.errorTitle')}
      errors={error === null ? [] : [{ field: 'item', message: error }]}
      submit={t('records.continue')}
      onSubmit={() => setMissing(form.next() === 'nothing-chosen')}
      note={t('records.draft.note')}
    >
      <Radios
        name="item"
        legend={title}
        legendIsTitle
        hint={t('declaration.item.hint')}
        error={error}
        choices={page.items.map((item) => ({ value: item.id, label: itemCaption(text, item) }))}
        value={page.chosen}
        onChange={(itemId) => {
          form.pick(itemId);
          setMissing(false);
        }}
      />
    </Question>
  );
};
