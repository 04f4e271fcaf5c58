import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ReaderPage } from '../../app/reader-pages.ts';
import type { PageText, PaperText } from '../../domain/paper-text.ts';
import { Button } from '../kit/button.tsx';
import { useText } from '../use-text.ts';
import { groupBlocks } from './group-blocks.ts';
import { TextBlockView } from './text-block.tsx';
import { usePageInSight } from './use-page-in-sight.ts';

export interface TextViewProps {
  readonly text: PaperText;
  readonly pages: readonly ReaderPage[];
  /** The page to begin at. */
  readonly start: number;
  /** Pixels at the top of the window that the bars cover; null until they are measured. */
  readonly edge: number | null;
  readonly onPage: (page: number) => void;
  /** Gives the screen a way to turn pages, and takes it back with null. */
  readonly onControls: (goToPage: ((page: number) => void) | null) => void;
  /** Shows a page as it was printed; null where there is no such view. */
  readonly onShowPage: ((page: number) => void) | null;
  /** What follows the text: the way to the next paper. */
  readonly children: ComponentChildren;
}

/** The whole paper as text that flows, page after page. */
export function TextView(props: TextViewProps) {
  const { text, pages, start, edge, onPage, onControls, onShowPage } = props;
  const root = useRef<HTMLElement>(null);
  const { t } = useText();
  usePageInSight(root, edge, onPage);
  useEffect(() => {
    const goToPage = (page: number): void => {
      const section = pageIn(root.current, page);
      if (section === null) return;
      bringUp(section, edge);
      // Reading on by keyboard or screen reader begins at the page, not at the button that led to it.
      section.focus({ preventScroll: true });
    };
    onControls(goToPage);
    return () => onControls(null);
  }, [onControls, edge]);
  const begun = useRef(start === 1);
  useEffect(() => {
    if (begun.current || edge === null) return;
    // A font that arrives later would push the page away again.
    const begin = async (): Promise<void> => {
      await document.fonts.ready;
      const section = begun.current ? null : pageIn(root.current, start);
      begun.current = true;
      if (section !== null) bringUp(section, edge);
    };
    void begin();
    // `start` is where reading begins; afterwards the person scrolls.
  }, [edge]);
  return (
    <article class="reader-text" aria-label={t('reader.paperText')} ref={root}>
      {text.pages.map((page, index) => (
        // A group and not a section: three hundred landmarks would be none.
        <div
          role="group"
          class="reader-page"
          key={page.page}
          data-page={page.page}
          tabIndex={-1}
          aria-label={t('reader.page', { name: nameOf(pages, page.page) })}
        >
          <PageOfText
            page={page}
            name={nameOf(pages, page.page)}
            first={index === 0}
            onShowPage={onShowPage}
          />
          {index === text.pages.length - 1 && props.children}
        </div>
      ))}
    </article>
  );
}

const pageIn = (root: HTMLElement | null, page: number): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-page="${page}"]`) ?? null;

/** Scrolls until a page begins just below the bars. */
const bringUp = (section: HTMLElement, edge: number | null): void =>
  window.scrollBy({ top: section.getBoundingClientRect().top - (edge ?? 0) - room, behavior: 'instant' });

/** Between the bars and a page that was gone to; less than the slack of the page in sight. */
const room = 8;

const nameOf = (pages: readonly ReaderPage[], page: number): string => pages[page - 1]?.name ?? String(page);

function PageOfText(props: {
  readonly page: PageText;
  readonly name: string;
  readonly first: boolean;
  readonly onShowPage: ((page: number) => void) | null;
}) {
  const { page, name, first, onShowPage } = props;
  const { t } = useText();
  const drawn = useMemo(() => groupBlocks(page.blocks), [page]);
  return (
    <>
      {/* Page 1 begins with the paper itself; every other page says where it begins. */}
      {(!first || name !== '1') && <p class="reader-page__turn">{t('reader.page', { name })}</p>}
      {drawn.length === 0 ? (
        <div class="reader-page__empty">
          <p>{t('reader.emptyPage')}</p>
          {onShowPage && (
            <Button kind="secondary" onPress={() => onShowPage(page.page)}>
              {t('reader.showPage', { name })}
            </Button>
          )}
        </div>
      ) : (
        <div class="reader-page__text" lang="en-GB" dir="ltr">
          {drawn.map((block, index) => (
            <TextBlockView
              key={index}
              block={block}
              tableName={t('reader.table', { number: tablesUpTo(drawn, index), name })}
            />
          ))}
        </div>
      )}
    </>
  );
}

const tablesUpTo = (drawn: ReturnType<typeof groupBlocks>, index: number): number =>
  drawn.slice(0, index + 1).filter(({ kind }) => kind === 'table').length;
