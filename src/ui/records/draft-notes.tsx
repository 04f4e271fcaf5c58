import { History, TriangleAlert } from 'lucide';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

export interface DraftNotesProps {
  /** The form was found as it was left. */
  readonly resumed: boolean;
  /** What was typed last is on the tablet. */
  readonly kept: boolean;
  readonly onStartAgain: () => void;
}

/** What a person should know of a form's draft: that it goes on where it was, or that it is not kept. */
export const DraftNotes = ({ resumed, kept, onStartAgain }: DraftNotesProps) => {
  const { t } = useText();
  if (!resumed && kept) return null;
  return (
    <div class="page page--narrow draft-notes">
      {resumed && (
        <Notice tone="plain" icon={History} role="status">
          <p>{t('records.draft.resumed')}</p>
          <ButtonRow>
            <Button kind="secondary" onPress={onStartAgain}>
              {t('records.draft.startAgain')}
            </Button>
          </ButtonRow>
        </Notice>
      )}
      {!kept && (
        <Notice tone="waiting" icon={TriangleAlert} role="alert">
          <p>{t('records.draft.notKept')}</p>
        </Notice>
      )}
    </div>
  );
};
