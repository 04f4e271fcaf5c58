import { useEffect, useRef, useState } from 'preact/hooks';
import { openSourcePages } from '../../app/import/source-pages.ts';
import type { PaperViewer } from '../../app/reader.ts';
import type { Services } from '../../app/services.ts';
import type { ImportFile } from '../../domain/import-state.ts';
import { Button } from '../kit/button.tsx';
import { Loading } from '../kit/waiting-states.tsx';
import { PagesStage } from '../reader/pages-stage.tsx';
import { useText } from '../use-text.ts';

export interface SourcePdfProps {
  readonly services: Services;
  readonly importId: string;
  readonly file: ImportFile;
  readonly page: number;
  /** Words to mark on the page; empty for none. */
  readonly quote: string;
}

type State = 'opening' | 'open' | 'damaged' | 'locked' | 'not-on-tablet' | 'broken';

/** The pages of one file, at one of them, with the words marked that were read there. */
export const SourcePdf = ({ services, importId, file, page, quote }: SourcePdfProps) => {
  const { t } = useText();
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<PaperViewer | null>(null);
  const [state, setState] = useState<State>('opening');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    let isHere = true;
    const show = (next: State): void => {
      if (isHere) setState(next);
    };
    const open = async (): Promise<void> => {
      const opened = await openSourcePages(services, importId, file, {
        container: element,
        page,
        onPage: () => undefined,
        onFault: ({ kind }) => show(kind),
      });
      if (!opened.ok) return show(opened.error.kind);
      // Left before it had opened: the worker must not stay.
      if (!isHere) return opened.value.destroy();
      viewer.current = opened.value;
      opened.value.markWords(page, quote);
      return show('open');
    };
    show('opening');
    open().catch((cause: unknown) => {
      show('broken');
      reportError(cause);
    });
    return () => {
      isHere = false;
      const opened = viewer.current;
      viewer.current = null;
      void opened?.destroy();
    };
    // Another page of the same file is gone to below.
  }, [services, importId, file.place, turn]);
  useEffect(() => {
    viewer.current?.goToPage(page);
    viewer.current?.markWords(page, quote);
  }, [page, quote]);
  const isDrawn = state === 'opening' || state === 'open';
  return (
    <>
      {state === 'opening' && <Loading words={t('review.page.opening')} />}
      {!isDrawn && (
        <div class="source-page__fault" role="status">
          <p>{t(`review.page.fault.${state}`)}</p>
          {(state === 'not-on-tablet' || state === 'broken') && (
            <Button kind="secondary" onPress={() => setTurn(turn + 1)}>
              {t('review.page.again')}
            </Button>
          )}
        </div>
      )}
      <PagesStage container={container} name={t('review.page.pages')} hidden={!isDrawn} state={state} />
    </>
  );
};
