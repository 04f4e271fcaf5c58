import { CloudOff, FileLock, FileX } from 'lucide';
import { useState } from 'preact/hooks';
import type { Reader } from '../../app/reader.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

/** Why the pages are not shown; `broken` is a fault of ours and not of the paper. */
export type PagesProblem = {
  readonly kind: 'damaged' | 'locked' | 'not-on-tablet' | 'broken';
};

const words = {
  damaged: ['reader.pagesDamagedTitle', 'reader.pagesDamaged', FileX],
  locked: ['reader.lockedTitle', 'reader.locked', FileLock],
  'not-on-tablet': ['reader.missingTitle', 'reader.missing', CloudOff],
  broken: ['reader.brokenTitle', 'reader.broken', FileX],
} as const;

/** Says why there are no pages, and what can be read or done instead. */
export function PagesFault(props: {
  readonly problem: PagesProblem;
  readonly onReadText: () => void;
  readonly onDownload: Reader['download'];
}) {
  const { t } = useText();
  const [title, sentence, icon] = words[props.problem.kind];
  const [isFull, setFull] = useState(false);
  const download = async (): Promise<void> => setFull((await props.onDownload()) === 'full');
  return (
    <Notice tone="waiting" icon={icon} title={t(title)} role="status">
      <p>{t(sentence)}</p>
      <ButtonRow>
        {props.problem.kind === 'not-on-tablet' && (
          <Button onPress={() => void download()}>{t('reader.downloadAgain')}</Button>
        )}
        <Button kind="secondary" onPress={props.onReadText}>
          {t('reader.readText')}
        </Button>
      </ButtonRow>
      {isFull && <p role="alert">{t('meetings.pack.error.full')}</p>}
    </Notice>
  );
}
