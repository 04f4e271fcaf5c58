import type { RefObject } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Reader } from '../../app/reader.ts';
import type { ReaderView, ReadingMode } from '../../app/reader-view.ts';
import { PaperAbsent, PaperDamaged } from './paper-absent.tsx';
import type { PaperControls } from './paper-controls.ts';
import { PagesView } from './pages-view.tsx';
import { TextView } from './text-view.tsx';
import { TurnPapers } from './turn-papers.tsx';

export interface PaperBodyProps {
  readonly reader: Reader;
  readonly view: Extract<ReaderView, { kind: 'paper' }>;
  readonly mode: ReadingMode;
  readonly start: number;
  readonly edge: number | null;
  readonly onMode: (mode: ReadingMode) => void;
  readonly onPage: (page: number) => void;
  readonly controls: RefObject<PaperControls | null>;
}

/** The paper itself, as text or as pages, or what stands in its place. */
export function PaperBody(props: PaperBodyProps) {
  const { reader, view, mode, start, onMode, onPage, controls } = props;
  const { content } = view;
  const keep = useCallback((given: PaperControls | null): void => {
    controls.current = given;
  }, []);
  const keepText = useCallback(
    (goToPage: PaperControls['goToPage'] | null) => keep(goToPage && { goToPage, zoom: () => {} }),
    [],
  );
  const hasPages = view.modes.includes('pages');
  const showPages = (): void => onMode('pages');
  if (content.kind === 'absent') return <PaperAbsent view={view} download={reader.download} />;
  const turn = <TurnPapers view={view} />;
  if (mode === 'pages') {
    return (
      <>
        <PagesView
          key={view.paper.file.sha256}
          reader={reader}
          paper={view.paper}
          start={start}
          onPage={onPage}
          onControls={keep}
          onReadText={() => onMode('text')}
        />
        {turn}
      </>
    );
  }
  if (content.kind !== 'here') {
    return (
      <>
        <PaperDamaged onShowPages={hasPages ? showPages : null} />
        {turn}
      </>
    );
  }
  return (
    <TextView
      key={view.paper.text.sha256}
      text={content.text}
      pages={view.pages}
      start={start}
      edge={props.edge}
      onPage={onPage}
      onControls={keepText}
      onShowPage={
        hasPages
          ? (page) => {
              onPage(page);
              showPages();
            }
          : null
      }
    >
      {turn}
    </TextView>
  );
}
