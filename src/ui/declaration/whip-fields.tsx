import { useState } from 'preact/hooks';
import type { WhipDraft, WhipForm } from '../../app/whip.ts';
import { meetingCaption } from '../apology/apology-words.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Question } from '../kit/question.tsx';
import { Radios } from '../kit/radios.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useTitleFocus } from '../records/use-title-focus.ts';
import { useText } from '../use-text.ts';
import { itemCaption } from './declaration-words.ts';

/** Item, group and nature of a whip: three short fields on one page. */
export const WhipFields = ({ form, draft }: { readonly form: WhipForm; readonly draft: WhipDraft }) => {
  const text = useText();
  const { t } = text;
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { manifest } = form;
  const title = t('whip.title');
  useTitleFocus(title, 'fields');
  const error = (field: string): string | null =>
    missing.includes(field) ? t(`whip.missing.${field}`) : null;
  const set = (change: Partial<WhipDraft>): void => {
    form.draft.change({ ...draft, ...change });
    setMissing(missing.filter((field) => !(field in change)));
  };
  return (
    <Question
      back={<BackLink href={`/meetings/${manifest.meetingId}`}>{t('records.toMeeting')}</BackLink>}
      caption={meetingCaption(text, manifest)}
      errorTitle={t('records.errorTitle')}
      errors={missing.map((field) => ({ field, message: t(`whip.missing.${field}`) }))}
      submit={t('records.continue')}
      onSubmit={() => setMissing(form.next())}
      note={t('records.draft.note')}
    >
      <h1 class="page__title">{title}</h1>
      <p>{t('whip.text')}</p>
      <Radios
        name="itemId"
        legend={t('whip.item.label')}
        error={error('itemId')}
        choices={manifest.items.map((item) => ({ value: item.id, label: itemCaption(text, item) }))}
        value={draft.itemId}
        onChange={(itemId) => set({ itemId })}
      />
      <TextInput
        name="group"
        label={t('whip.group.label')}
        hint={t('whip.group.hint')}
        error={error('group')}
        value={draft.group}
        onInput={(group) => set({ group: group.slice(0, 200) })}
      />
      <TextArea
        name="nature"
        label={t('whip.nature.label')}
        hint={t('whip.nature.hint')}
        error={error('nature')}
        value={draft.nature}
        onInput={(nature) => set({ nature })}
        maxLength={4000}
      />
    </Question>
  );
};
