import { BackLink } from '../kit/back-link.tsx';
import { Question } from '../kit/question.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { useTitleFocus } from '../records/use-title-focus.ts';
import { useText } from '../use-text.ts';
import type { ApologyPageProps } from './apology-page-props.ts';
import { meetingCaption } from './apology-words.ts';

/** Why, if the person wants to say it; only they and the clerks see it (rules L17). */
export const ApologyReason = ({ view, form, draft }: ApologyPageProps) => {
  const text = useText();
  const { t } = text;
  const title = t('apology.reason.title');
  useTitleFocus(title, 'reason');
  const go = (place: 'extent' | 'check'): void => form.change({ ...draft, place });
  return (
    <Question
      back={<BackLink onPress={() => go('extent')}>{t('records.back')}</BackLink>}
      caption={meetingCaption(text, view.manifest)}
      errorTitle={t('records.errorTitle')}
      errors={[]}
      submit={t('records.continue')}
      onSubmit={() => go('check')}
      note={t('records.draft.note')}
    >
      <TextArea
        name="reason"
        label={title}
        labelIsTitle
        hint={t('apology.reason.hint')}
        value={draft.reason}
        onInput={(reason) => form.change({ ...draft, reason })}
        maxLength={4000}
      />
    </Question>
  );
};
