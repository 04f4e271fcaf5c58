import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { OwnDeclaration } from '../../app/own-records.ts';
import type { Reader } from '../../app/reader.ts';
import type { Services } from '../../app/services.ts';
import { findPage, hasOwnNumbers, type ReaderPage } from '../../app/reader-pages.ts';
import type { ReaderView, ReadingMode } from '../../app/reader-view.ts';
import { Page } from '../kit/page.tsx';
import { BackLink } from '../kit/back-link.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Island } from '../island.tsx';
import { useText, type Text } from '../use-text.ts';
import { LeaveBarLater } from '../records/leave-bar-later.tsx';
import { AgendaPane } from './agenda-pane.tsx';
import { GoToPage } from './go-to-page.tsx';
import { PaperBody } from './paper-body.tsx';
import { needsKeysItself, readerKey } from './reader-keys.ts';
import { ReaderToolbar } from './reader-toolbar.tsx';
import type { PaperControls } from './paper-controls.ts';
import { useStickyEdge } from './use-sticky-edge.ts';

export type OpenView = Extract<ReaderView, { kind: 'paper' }>;

export interface OpenPaperProps {
  readonly services: Services;
  readonly reader: Reader;
  readonly view: OpenView;
  /** A printed page number to begin at, instead of the place read last. */
  readonly page: string | null;
  readonly declarations: readonly OwnDeclaration[];
  /** How the person chose to read, in this paper or one before; null before they chose. */
  readonly wish: ReadingMode | null;
  readonly onWish: (mode: ReadingMode) => void;
  /** How much larger than 20 px the text is, 1 for just so. */
  readonly scale: number;
  readonly onScale: (step: 'larger' | 'smaller') => void;
}

/** One paper beside its agenda. */
export function OpenPaper(props: OpenPaperProps) {
  const { reader, view, declarations } = props;
  const { manifest, paper, pages } = view;
  const text = useText();
  const { t } = text;
  const asked = props.page === null ? null : findPage(pages, props.page);
  const [mode, setMode] = useState<ReadingMode>(firstMode(view, props.wish));
  const [page, setPage] = useState(asked ?? view.start.page);
  const [said, setSaid] = useState('');
  const [dialog, setDialog] = useState<'none' | 'agenda' | 'page'>('none');
  const [chosen, choose] = useState<number | null>(null);
  const controls = useRef<PaperControls | null>(null);
  const { edge, measure } = useStickyEdge();
  const close = (): void => setDialog('none');
  const chooseMode = (next: ReadingMode): void => {
    setMode(next);
    props.onWish(next);
  };

  const onPage = useCallback((next: number): void => setPage(next), []);
  useEffect(() => {
    if (view.content.kind === 'here') reader.keepPlace(page, mode);
  }, [reader, page, mode, view.content.kind]);
  useEffect(() => {
    // The agenda leads to another page of the paper that is open already.
    if (asked !== null) controls.current?.goToPage(asked);
  }, [asked]);

  const turnTo = (next: number): void => {
    if (next < 1 || next > pages.length) return;
    controls.current?.goToPage(next);
    setPage(next);
    // Only a page that was asked for is announced: scrolling would talk without end.
    setSaid(placeWords(text, pages, next));
  };
  useEffect(() => {
    // Once the dialog is closed: closing gives the focus back to the button, and the page is to have it.
    if (chosen === null) return;
    turnTo(chosen);
    choose(null);
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = needsKeysItself(event.target) ? null : readerKey(event);
    if (key === null) return;
    event.preventDefault();
    if (key === 'go-to-page') setDialog('page');
    else turnTo(page + (key === 'page-after' ? 1 : -1));
  };
  const agenda = (
    <AgendaPane manifest={manifest} agenda={view.agenda} declarations={declarations} onChoose={close} />
  );
  const when = `${text.dates.day(manifest.start)}, ${text.dates.time(manifest.start)}`;

  return (
    <div
      class={`reader reader--${mode}`}
      style={{ '--reader-edge': `${edge ?? 0}px`, '--reader-scale': props.scale }}
    >
      <aside class="reader__agenda" aria-label={t('reader.agenda')}>
        <p class="reader__committee" lang="en-GB">
          {manifest.committee.name}
        </p>
        <p class="reader__when">{when}</p>
        {agenda}
      </aside>
      <div class="reader__paper" onKeyDown={onKeyDown}>
        <ReaderToolbar
          view={view}
          mode={mode}
          onMode={chooseMode}
          place={placeWords(text, pages, page)}
          onGoToPage={() => setDialog('page')}
          onSize={(size) => {
            if (mode === 'pages') controls.current?.zoom(size);
            else if (size !== 'fit') props.onScale(size);
          }}
          onAgenda={() => setDialog('agenda')}
          measure={measure}
        />
        <LeaveBarLater services={props.services} meetingId={manifest.meetingId} itemId={paper.itemId} />
        <Page
          title={paper.title}
          caption={
            <>
              <Island lang="en-GB" as="span">
                {manifest.committee.name}
              </Island>{' '}
              <span class="reader__caption-when">{when}</span>
            </>
          }
          back={<BackLink href={`/meetings/${manifest.meetingId}`}>{t('reader.toMeeting')}</BackLink>}
        >
          <PaperBody
            reader={reader}
            view={view}
            mode={mode}
            start={page}
            edge={edge}
            onMode={chooseMode}
            onPage={onPage}
            controls={controls}
          />
        </Page>
      </div>
      <p class="govuk-visually-hidden" role="status">
        {said}
      </p>
      <GoToPage open={dialog === 'page'} pages={pages} onClose={close} onGo={choose} />
      <Dialog title={t('reader.agenda')} open={dialog === 'agenda'} onClose={close}>
        <div class="reader-drawer__close">
          <Button kind="secondary" onPress={close}>
            {t('reader.agendaClose')}
          </Button>
        </div>
        {dialog === 'agenda' && agenda}
      </Dialog>
    </div>
  );
}

/** Whoever chose pages sees the next paper's pages too; a place that was kept says more than that. */
const firstMode = ({ start, modes }: OpenView, wish: ReadingMode | null): ReadingMode =>
  !start.kept && wish === 'pages' && modes.includes('pages') ? 'pages' : start.mode;

/** "page 3 of 14", or "page iii (3 of 14)" where the printed numbers are not the count. */
const placeWords = ({ t }: Text, pages: readonly ReaderPage[], page: number): string =>
  t(hasOwnNumbers(pages) ? 'reader.pageOfNamed' : 'reader.pageOf', {
    name: pages[page - 1]?.name ?? String(page),
    page: String(page),
    count: String(pages.length),
  });
