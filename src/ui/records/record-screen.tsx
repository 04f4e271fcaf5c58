import { CircleCheckBig } from 'lucide';
import { useMemo } from 'preact/hooks';
import { watchRecord, type RecordView } from '../../app/records-one.ts';
import type { Services } from '../../app/services.ts';
import { BackLink } from '../kit/back-link.tsx';
import { ButtonLink, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { WatchedScreen } from '../watched-screen.tsx';
import { OpenFaultPage } from './open-fault-page.tsx';
import { RecordActions } from './record-actions.tsx';
import { RecordContent } from './record-content.tsx';
import { RecordStateLine } from './record-state-line.tsx';
import { recordTitle } from './record-words.ts';

export interface RecordScreenProps {
  readonly services: Services;
  readonly recordId: string;
  /** From `?new`: it was saved a moment ago, so the page says what happens next. */
  readonly isNew: boolean;
}

/** `/records/:id`: what was said and shown, how far it has come, and what can still be done about it. */
export const RecordScreen = ({ services, recordId, isNew }: RecordScreenProps) => {
  const watched = useWatch(useMemo(() => watchRecord(services, recordId), [services, recordId]));
  return (
    <WatchedScreen watched={watched}>
      {(view) =>
        view.kind === 'known' ? (
          <Known services={services} view={view} isNew={isNew} />
        ) : (
          <OpenFaultPage fault={view.kind} />
        )
      }
    </WatchedScreen>
  );
};

interface KnownProps {
  readonly services: Services;
  readonly view: Extract<RecordView, { kind: 'known' }>;
  readonly isNew: boolean;
}

const Known = ({ services, view, isNew }: KnownProps) => {
  const text = useText();
  const { t } = text;
  const { event, state } = view.line;
  const isDeclared = event.type === 'interest.declare' || event.type === 'interest.amend';
  const meetingId = 'seen' in event.body ? event.body.seen.meetingId : event.body.meetingId;
  return (
    <Page
      width="narrow"
      title={isNew ? t('records.saved.title') : recordTitle(text, event)}
      caption={isNew ? recordTitle(text, event) : null}
      back={<BackLink href="/records">{t('records.title')}</BackLink>}
    >
      <div class="flow">
        <RecordStateLine state={state} now={services.now()} />
        {isNew && (
          <Notice tone="done" icon={CircleCheckBig} role="status" title={t('records.saved.next')}>
            {isDeclared && <p>{t('records.saved.declaration')}</p>}
            <p>{t(state.kind === 'waiting' ? 'records.saved.waiting' : 'records.saved.arrived')}</p>
          </Notice>
        )}
        {view.replacedBy !== null && (
          <Notice tone="plain">
            <p>
              {t('records.replaced.text')}{' '}
              <a href={`/records/${view.replacedBy}`}>{t('records.replaced.link')}</a>
            </p>
          </Notice>
        )}
        <RecordContent view={view} />
        {view.stands && <RecordActions services={services} view={view} />}
        <ButtonRow>
          <ButtonLink kind="quiet" href={`/meetings/${meetingId}`}>
            {t('records.toMeeting')}
          </ButtonLink>
        </ButtonRow>
      </div>
    </Page>
  );
};
