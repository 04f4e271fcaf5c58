import { Download, Eraser, FileClock, TriangleAlert } from 'lucide';
import { useMemo } from 'preact/hooks';
import { exportUnsent } from '../../app/records-export.ts';
import {
  watchRecords,
  type ErasedLine,
  type RecordGroup,
  type RecordLine,
  type RecordsView,
} from '../../app/records.ts';
import type { Services } from '../../app/services.ts';
import { ContactsList } from '../contacts-list.tsx';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page, Section } from '../kit/page.tsx';
import { StateLine } from '../kit/state-line.tsx';
import { Empty } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';
import { UnfinishedNotes } from '../unfinished-notes.tsx';
import { useWatch } from '../use-watch.ts';
import { WatchedScreen } from '../watched-screen.tsx';
import { RecordStateLine } from './record-state-line.tsx';
import { erasedReceipt, erasedTitle, recordSubject, recordTitle } from './record-words.ts';
import { saveFile } from './save-file.ts';

/** `/records`: everything I have said, newest first, and how far each has come. */
export const RecordsScreen = ({ services }: { readonly services: Services }) => {
  const watched = useWatch(useMemo(() => watchRecords(services), [services]));
  return (
    <WatchedScreen watched={watched}>{(view) => <Records services={services} view={view} />}</WatchedScreen>
  );
};

const Records = ({ services, view }: { readonly services: Services; readonly view: RecordsView }) => {
  const { t } = useText();
  const exportFile = async (): Promise<void> => saveFile(await exportUnsent(services));
  return (
    <Page title={t('records.title')} width="narrow">
      <div class="flow">
        <UnfinishedNotes services={services} meetingId={null} />
        {view.groups.length === 0 && (
          <Empty icon={FileClock} title={t('records.empty.title')}>
            <p>{t('records.empty.text')}</p>
          </Empty>
        )}
        {view.stalled > 0 && (
          <Notice
            tone="waiting"
            icon={TriangleAlert}
            title={t('records.stalled.title', { count: view.stalled })}
          >
            <p>{t('records.stalled.text')}</p>
          </Notice>
        )}
        {view.groups.map((group) => (
          <RecordsOfMeeting key={group.meetingId} group={group} now={services.now()} />
        ))}
        {view.unsent > 0 && (
          <Section id="export" title={t('records.export.title', { count: view.unsent })}>
            <div class="flow">
              <p>{t('records.export.text')}</p>
              <ButtonRow>
                <Button kind="secondary" icon={Download} onPress={() => void exportFile()}>
                  {t('records.export.action')}
                </Button>
              </ButtonRow>
            </div>
          </Section>
        )}
        {view.askAboutErased.length > 0 && (
          <Section id="erased" title={t('records.erased.ask')}>
            <ContactsList contacts={view.askAboutErased} />
          </Section>
        )}
      </div>
    </Page>
  );
};

const RecordsOfMeeting = ({ group, now }: { readonly group: RecordGroup; readonly now: number }) => {
  const text = useText();
  const { dates, t } = text;
  return (
    <Section id={`meeting-${group.meetingId}`} title={group.committee || t('records.otherMeeting')}>
      <div class="flow">
        {group.start !== null && (
          <p class="second">
            {t('records.meetingTime', { day: dates.day(group.start), time: dates.time(group.start) })}
          </p>
        )}
        <ul class="records">
          {group.lines.map((line) =>
            line.kind === 'said' ? (
              <Said key={line.event.id} line={line} now={now} />
            ) : (
              <Erased key={line.id} line={line} now={now} />
            ),
          )}
        </ul>
      </div>
    </Section>
  );
};

const Said = ({ line, now }: { readonly line: RecordLine; readonly now: number }) => {
  const text = useText();
  const { event, state } = line;
  return (
    <li class="records__line">
      <a class="records__link" href={`/records/${event.id}`}>
        {recordTitle(text, event)}
        {recordSubject(text, event) !== null && (
          <span class="records__subject">{recordSubject(text, event)}</span>
        )}
      </a>
      <RecordStateLine state={state} now={now} />
    </li>
  );
};

/** No link and nothing to press: there is nothing left to open, change or withdraw. */
const Erased = ({ line, now }: { readonly line: ErasedLine; readonly now: number }) => {
  const text = useText();
  return (
    <li class="records__line">
      <p class="records__erased">{erasedTitle(text, line, now)}</p>
      <StateLine tone="plain" icon={Eraser} state={text.t('records.erased.state')}>
        {erasedReceipt(text, line, now)}
      </StateLine>
      <p class="records__why">{text.t('records.erased.why')}</p>
    </li>
  );
};
