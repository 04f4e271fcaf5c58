import { TriangleAlert } from 'lucide';
import { useLocation } from 'preact-iso';
import { recallApology, type ApologyView } from '../../app/apology.ts';
import type { Services } from '../../app/services.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { ConfirmAction } from '../records/confirm-action.tsx';
import { extentWords } from '../records/record-words.ts';
import { useText, type Text } from '../use-text.ts';
import { meetingCaption } from './apology-words.ts';

type Known = Extract<ApologyView, { kind: 'known' }>;

export interface ApologyStandingProps {
  readonly services: Services;
  readonly view: Known;
  readonly onChange: () => void;
}

/** An apology that was sent already: what it says, and to change it or to come after all. */
export const ApologyStanding = ({ services, view, onChange }: ApologyStandingProps) => {
  const text = useText();
  const { t } = text;
  const { route } = useLocation();
  const { meetingId } = view.manifest;
  const said = saidWords(text, view);
  return (
    <Page
      width="narrow"
      title={t('apology.standing.title')}
      caption={meetingCaption(text, view.manifest)}
      back={<BackLink href={`/meetings/${meetingId}`}>{t('records.toMeeting')}</BackLink>}
    >
      <div class="flow">
        {view.status.kind === 'to-confirm' ? (
          <Notice tone="waiting" icon={TriangleAlert}>
            <p>{t('apology.standing.toConfirm')}</p>
          </Notice>
        ) : (
          <p>{said}</p>
        )}
        <ButtonRow>
          <ConfirmAction
            action={t('apology.recall.action')}
            title={t('apology.recall.title')}
            text={t('apology.recall.text')}
            confirm={t('apology.recall.confirm')}
            onConfirm={(words) => recallApology(services, meetingId, [said, ...words])}
            onDone={(id) => route(`/records/${id}?new`, true)}
          />
          <Button kind="secondary" onPress={onChange}>
            {t('apology.standing.change')}
          </Button>
        </ButtonRow>
        {(view.status.kind === 'sent' || view.status.kind === 'part') && (
          <p>
            <a href={`/records/${view.status.event.id}`}>{t('apology.standing.record')}</a>
          </p>
        )}
      </div>
    </Page>
  );
};

const saidWords = (text: Text, { status }: Known): string => {
  if (status.kind !== 'sent' && status.kind !== 'part') return text.t('apology.standing.toConfirm');
  return text.t('apology.standing.said', { what: extentWords(text, status.event.body.extent) });
};
