import { useState } from 'preact/hooks';
import type { ApologyDraft } from '../../app/apology-draft.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Question } from '../kit/question.tsx';
import { Radios } from '../kit/radios.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useTitleFocus } from '../records/use-title-focus.ts';
import { useText } from '../use-text.ts';
import type { ApologyPageProps } from './apology-page-props.ts';
import { meetingCaption } from './apology-words.ts';

const extents = ['whole', 'late', 'early'] as const;

/** Which part of the meeting will be missed; a time may be left out. */
export const ApologyExtent = ({ view, form, draft }: ApologyPageProps) => {
  const text = useText();
  const { t } = text;
  const [missing, setMissing] = useState(false);
  const title = t('apology.extent.title');
  useTitleFocus(title, 'extent');
  const error = missing ? t('apology.extent.missing') : null;
  const set = (change: Partial<ApologyDraft>): void => form.change({ ...draft, ...change });
  const time = (part: 'late' | 'early') => (
    <TextInput
      name={`time-${part}`}
      type="time"
      width={10}
      label={t(`apology.time.${part}`)}
      hint={t('apology.time.hint')}
      value={draft.time}
      onInput={(value) => set({ time: value })}
    />
  );
  return (
    <Question
      back={<BackLink href={`/meetings/${view.manifest.meetingId}`}>{t('records.toMeeting')}</BackLink>}
      caption={meetingCaption(text, view.manifest)}
      errorTitle={t('records.errorTitle')}
      errors={error === null ? [] : [{ field: 'extent', message: error }]}
      submit={t('records.continue')}
      onSubmit={() => {
        if (draft.extent === null) setMissing(true);
        else set({ place: 'reason' });
      }}
      note={t('records.draft.note')}
    >
      <Radios
        name="extent"
        legend={title}
        legendIsTitle
        error={error}
        choices={extents.map((value) =>
          value === 'whole'
            ? { value, label: t('apology.extent.whole') }
            : { value, label: t(`apology.extent.${value}`), reveals: time(value) },
        )}
        value={draft.extent}
        onChange={(extent) => {
          setMissing(false);
          // The time was about the other choice.
          set(extent === draft.extent ? {} : { extent, time: '' });
        }}
      />
    </Question>
  );
};
