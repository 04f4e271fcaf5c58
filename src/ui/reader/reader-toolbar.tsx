import { AArrowDown, AArrowUp, ArrowLeft, ArrowRight, ListOrdered, Scan, ZoomIn, ZoomOut } from 'lucide';
import type { ReaderView, ReadingMode } from '../../app/reader-view.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Segments } from '../kit/segments.tsx';
import { useText } from '../use-text.ts';
import { TurnLink } from './turn-papers.tsx';

export interface ReaderToolbarProps {
  readonly view: Extract<ReaderView, { kind: 'paper' }>;
  readonly mode: ReadingMode;
  readonly onMode: (mode: ReadingMode) => void;
  /** Where the reading is, in words: "page 3 of 14". */
  readonly place: string;
  readonly onGoToPage: () => void;
  readonly onSize: (size: 'larger' | 'smaller' | 'fit') => void;
  readonly onAgenda: () => void;
  readonly measure: (bar: HTMLElement | null) => void;
}

/** The tools above the paper: how to read, how large, where. */
export function ReaderToolbar(props: ReaderToolbarProps) {
  const { view, mode, onSize } = props;
  const { t } = useText();
  const here = view.content.kind === 'here' || mode === 'pages';
  return (
    <div class="reader-bar" role="group" aria-label={t('reader.tools')} ref={props.measure}>
      <div class="reader-bar__agenda">
        <Button kind="secondary" icon={ListOrdered} onPress={props.onAgenda}>
          {t('reader.agenda')}
        </Button>
      </div>
      {view.modes.length > 1 && (
        <Segments
          name={t('reader.mode')}
          value={mode}
          onChange={props.onMode}
          choices={[
            { value: 'text', label: t('reader.modeText') },
            { value: 'pages', label: t('reader.modePages') },
          ]}
        />
      )}
      <div class="reader-bar__end">
        {here && mode === 'text' && (
          <>
            <IconButton icon={AArrowDown} name={t('reader.textSmaller')} onPress={() => onSize('smaller')} />
            <IconButton icon={AArrowUp} name={t('reader.textLarger')} onPress={() => onSize('larger')} />
          </>
        )}
        {here && mode === 'pages' && (
          <>
            <IconButton icon={ZoomOut} name={t('reader.pagesSmaller')} onPress={() => onSize('smaller')} />
            <IconButton icon={ZoomIn} name={t('reader.pagesLarger')} onPress={() => onSize('larger')} />
            <IconButton icon={Scan} name={t('reader.pagesFit')} onPress={() => onSize('fit')} />
          </>
        )}
        {here && (
          <button class="reader-bar__place" type="button" onClick={props.onGoToPage}>
            {props.place}
            <span class="govuk-visually-hidden">. {t('reader.goToPage')}</span>
          </button>
        )}
        <span class="reader-bar__papers">
          <TurnLink view={view} paper={view.before} icon={ArrowLeft} name={t('reader.paperBefore')} />
          <TurnLink view={view} paper={view.after} icon={ArrowRight} name={t('reader.paperAfter')} />
        </span>
      </div>
    </div>
  );
}
