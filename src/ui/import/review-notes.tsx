import { FileX, TriangleAlert } from 'lucide';
import type { ReadingNotes } from '../../app/import/review.ts';
import { Details } from '../kit/details.tsx';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

/** What could not be read or placed, and what a reader will miss. Nothing where there is nothing to say. */
export const ReviewNotes = ({ refused, notes, unplaced, same }: ReadingNotes) => {
  const { t } = useText();
  return (
    <div class="review-notes">
      {refused.length > 0 && (
        <Notice tone="waiting" icon={FileX} title={t('review.refused.title', { count: refused.length })}>
          <Lines lines={refused.map(({ sentence }) => sentence)} />
          <p>{t('review.refused.text')}</p>
        </Notice>
      )}
      {unplaced.length > 0 && (
        <Notice
          tone="waiting"
          icon={TriangleAlert}
          title={t('review.unplaced.title', { count: unplaced.length })}
        >
          <Lines lines={unplaced} />
          <p>{t('review.unplaced.text')}</p>
        </Notice>
      )}
      {same.length > 0 && (
        <Details summary={t('review.same.title', { count: same.length })}>
          <List lines={same.map(({ file, as }) => t('review.same.line', { file, as }))} />
        </Details>
      )}
      {notes.length > 0 && (
        <Details summary={t('review.notes.title', { count: notes.length })}>
          <List lines={notes} />
        </Details>
      )}
    </div>
  );
};

/** More than these would push the meeting itself off the screen. */
const seenAtOnce = 4;

interface LinesProps {
  readonly lines: readonly string[];
}

/** A few lines, and the others behind one press. */
const Lines = ({ lines }: LinesProps) => {
  const { t } = useText();
  if (lines.length <= seenAtOnce + 1) return <List lines={lines} />;
  return (
    <>
      <List lines={lines.slice(0, seenAtOnce)} />
      <Details summary={t('review.notes.others', { count: lines.length - seenAtOnce })}>
        <List lines={lines.slice(seenAtOnce)} />
      </Details>
    </>
  );
};

const List = ({ lines }: LinesProps) => (
  <ul class="plain-list">
    {lines.map((line, at) => (
      <li key={at}>{line}</li>
    ))}
  </ul>
);
