import { Clock } from 'lucide';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { sendApology } from '../../app/apology.ts';
import type { RecordFault } from '../../app/records-fault.ts';
import { AnswersList } from '../kit/answers-list.tsx';
import { BackLink } from '../kit/back-link.tsx';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { SaveFaultNotice } from '../records/save-fault-notice.tsx';
import { useText } from '../use-text.ts';
import type { ApologyPageProps } from './apology-page-props.ts';
import { apologyWords, keptWords } from './apology-words.ts';

/** Check your answers, and the press that records the apology. */
export const ApologyCheck = ({ services, view, form, draft }: ApologyPageProps) => {
  const text = useText();
  const { t } = text;
  const { route } = useLocation();
  const [fault, setFault] = useState<RecordFault | null>(null);
  const [busy, setBusy] = useState(false);
  const words = apologyWords(text, view.manifest, draft, view.isAfterStart);
  const go = (place: 'extent' | 'reason'): void => form.change({ ...draft, place });
  const record = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    const saved = await sendApology(services, view.manifest, form, keptWords(words));
    setBusy(false);
    // The form is done: the way back leads to the meeting, not to an empty form.
    if (saved.ok) route(`/records/${saved.value}?new`, true);
    else setFault(saved.error);
  };
  const change = t('records.change');
  return (
    <Page
      width="narrow"
      title={words.title}
      caption={words.caption}
      back={<BackLink onPress={() => go('reason')}>{t('records.back')}</BackLink>}
    >
      <div class="flow">
        <AnswersList
          rows={[
            {
              question: words.extentLabel,
              answer: words.extent,
              change: { words: change, onPress: () => go('extent') },
            },
            {
              question: words.reasonLabel,
              answer: (
                <>
                  {draft.reason.trim() !== '' && (
                    <p class="kept-lines" dir="auto">
                      {draft.reason.trim()}
                    </p>
                  )}
                  <p class="second">{words.reasonNote}</p>
                </>
              ),
              change: { words: change, onPress: () => go('reason') },
            },
          ]}
        />
        {words.afterStart !== null && (
          <Notice tone="waiting" icon={Clock}>
            <p>{words.afterStart}</p>
          </Notice>
        )}
        <p>{words.next}</p>
        <SaveFaultNotice fault={fault} />
        <ButtonRow>
          <Button busy={busy} onPress={() => void record()}>
            {t('apology.record')}
          </Button>
        </ButtonRow>
      </div>
    </Page>
  );
};
