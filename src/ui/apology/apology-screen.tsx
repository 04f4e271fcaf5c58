import { useMemo, useState } from 'preact/hooks';
import { openApologyForm, watchApology } from '../../app/apology.ts';
import type { Services } from '../../app/services.ts';
import { Loading } from '../kit/waiting-states.tsx';
import { DraftNotes } from '../records/draft-notes.tsx';
import { FormEnded } from '../records/form-ended.tsx';
import { OpenFaultPage } from '../records/open-fault-page.tsx';
import { useOpened } from '../records/use-opened.ts';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { WatchedScreen } from '../watched-screen.tsx';
import { ApologyCheck } from './apology-check.tsx';
import { ApologyExtent } from './apology-extent.tsx';
import type { ApologyPageProps } from './apology-page-props.ts';
import { ApologyReason } from './apology-reason.tsx';
import { ApologyStanding } from './apology-standing.tsx';

export interface ApologyScreenProps {
  readonly services: Services;
  readonly meetingId: string;
}

/** `/meetings/:meetingId/apology`: "I can't come". */
export const ApologyScreen = ({ services, meetingId }: ApologyScreenProps) => {
  const { t } = useText();
  const watched = useWatch(useMemo(() => watchApology(services, meetingId), [services, meetingId]));
  const form = useOpened(
    meetingId,
    () => openApologyForm(services, meetingId),
    (opened) => opened.close(),
  );
  if (form === null) return <Loading words={t('records.opening')} />;
  return (
    <WatchedScreen watched={watched}>
      {(view) =>
        view.kind === 'unknown' ? (
          <OpenFaultPage fault="unknown" />
        ) : (
          <Known services={services} view={view} form={form} />
        )
      }
    </WatchedScreen>
  );
};

const Known = ({ services, view, form }: Omit<ApologyPageProps, 'draft'>) => {
  const { t } = useText();
  const [isChanging, setChanging] = useState(false);
  const watched = useWatch(form.view);
  if (watched.state !== 'ready') return <Loading words={t('records.opening')} />;
  const { value: draft, resumed, kept, ended } = watched.value;
  const startAgain = () => form.startAgain();
  const stands = view.status.kind !== 'none' && view.status.kind !== 'recalled';
  if (stands && (ended || (!isChanging && !resumed))) {
    const change = async (): Promise<void> => {
      if (ended) await startAgain();
      const begun = form.current();
      // The reason that was given before goes with the change, unless it is edited: here, or in another tab.
      if (begun.extent === null && begun.reason === '') form.change({ ...begun, reason: view.reason });
      setChanging(true);
    };
    return <ApologyStanding services={services} view={view} onChange={() => void change()} />;
  }
  if (ended) return <FormEnded onStartAgain={() => void startAgain()} />;
  const page: ApologyPageProps = { services, view, form, draft };
  return (
    <>
      <DraftNotes resumed={resumed} kept={kept} onStartAgain={() => void startAgain()} />
      {draft.place === 'extent' && <ApologyExtent {...page} />}
      {draft.place === 'reason' && <ApologyReason {...page} />}
      {draft.place === 'check' && <ApologyCheck {...page} />}
    </>
  );
};
