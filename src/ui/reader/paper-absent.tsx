import { useState } from 'preact/hooks';
import { CloudDownload, FileX } from 'lucide';
import type { Reader } from '../../app/reader.ts';
import type { ReaderView } from '../../app/reader-view.ts';
import { fileSize } from '../file-size.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { ProgressBar } from '../kit/progress-bar.tsx';
import { Empty } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';

type OpenView = Extract<ReaderView, { kind: 'paper' }>;

export interface PaperAbsentProps {
  readonly view: OpenView;
  readonly download: Reader['download'];
}

/** The paper is not on this tablet: says why, how big it is, and how to get it. */
export function PaperAbsent({ view, download }: PaperAbsentProps) {
  const { pack } = view;
  if (pack.kind === 'waiting' || pack.kind === 'loading')
    return <PaperComing view={view} download={download} />;
  return <PaperAsked view={view} download={download} />;
}

function PaperAsked({ view, download }: PaperAbsentProps) {
  const { t } = useText();
  const { pack, online } = view;
  const [isFull, setFull] = useState(false);
  const ask = async (): Promise<void> => setFull((await download()) === 'full');
  const why = pack.kind === 'removed' || pack.kind === 'failed' ? pack.kind : 'absent';
  return (
    <Empty icon={CloudDownload} title={t(`reader.${why}Title`)}>
      <p>{t(`reader.${why}`)}</p>
      {!online && <p>{t('reader.offline')}</p>}
      <ButtonRow>
        <Button onPress={() => void ask()}>
          {why === 'failed'
            ? t('reader.downloadAgain')
            : t('reader.download', { size: fileSize(sizeOf(view)) })}
        </Button>
      </ButtonRow>
      {isFull && <p role="alert">{t('meetings.pack.error.full')}</p>}
    </Empty>
  );
}

/** On its way: how far it has come. */
function PaperComing({ view }: PaperAbsentProps) {
  const { t } = useText();
  const { pack, online } = view;
  const title = t(pack.kind === 'waiting' ? 'reader.waitingTitle' : 'reader.comingTitle');
  return (
    <Empty icon={CloudDownload} title={title}>
      {!online && <p>{t('reader.offline')}</p>}
      <ProgressBar
        name={title}
        have={pack.have}
        total={pack.total}
        words={t('reader.comingWords', {
          have: fileSize(pack.have),
          total: fileSize(sizeOf(view)),
        })}
      />
    </Empty>
  );
}

/** The text is here and cannot be read; the printed pages may still be whole. */
export function PaperDamaged(props: { readonly onShowPages: (() => void) | null }) {
  const { t } = useText();
  return (
    <Notice tone="waiting" icon={FileX} title={t('reader.damagedTitle')} role="status">
      <p>{t('reader.damaged')}</p>
      {props.onShowPages && (
        <Button kind="secondary" onPress={props.onShowPages}>
          {t('reader.showPages')}
        </Button>
      )}
    </Notice>
  );
}

// Before a pack was ever asked for, nobody has added its papers up.
const sizeOf = ({ pack, manifest }: OpenView): number =>
  pack.total || manifest.papers.reduce((sum, { file, text }) => sum + file.size + text.size, 0);
