import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperViewer, Reader } from '../../app/reader.ts';
import type { Paper } from '../../domain/meeting.ts';
import { Loading } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';
import type { PaperControls } from './paper-controls.ts';
import { PagesStage } from './pages-stage.tsx';
import { PagesFault, type PagesProblem } from './pages-fault.tsx';

export interface PagesViewProps {
  readonly reader: Reader;
  readonly paper: Paper;
  /** The page to begin at. */
  readonly start: number;
  readonly onPage: (page: number) => void;
  readonly onControls: (controls: PaperControls | null) => void;
  readonly onReadText: () => void;
}

type State = { readonly kind: 'opening' } | { readonly kind: 'open' } | PagesProblem;

/** The paper as it was printed, drawn page by page. */
export function PagesView(props: PagesViewProps) {
  const { reader, paper, onPage, onControls } = props;
  const container = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>({ kind: 'opening' });
  const { t } = useText();
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    let live = true;
    let viewer: PaperViewer | null = null;
    const show = (next: State): void => {
      if (live) setState(next);
    };
    const open = async (): Promise<void> => {
      const request = { container: element, page: props.start, onPage, onFault: show };
      const opened = await reader.openPages(paper, request);
      if (opened.ok) viewer = opened.value;
      // Left before it had opened: the worker must not stay.
      if (!live) await viewer?.destroy();
      else if (viewer !== null) onControls(viewer);
      show(opened.ok ? { kind: 'open' } : opened.error);
    };
    show({ kind: 'opening' });
    open().catch((cause: unknown) => {
      show({ kind: 'broken' });
      reportError(cause);
    });
    return () => {
      live = false;
      onControls(null);
      void viewer?.destroy();
    };
    // `start` is where reading begins; afterwards the person scrolls.
  }, [reader, paper, onPage, onControls]);
  const drawn = state.kind === 'opening' || state.kind === 'open';
  return (
    <>
      {state.kind === 'opening' && <Loading words={t('reader.pagesOpening')} />}
      {!drawn && <PagesFault problem={state} onReadText={props.onReadText} onDownload={reader.download} />}
      <PagesStage container={container} name={t('reader.paperPages')} hidden={!drawn} state={state.kind} />
    </>
  );
}
