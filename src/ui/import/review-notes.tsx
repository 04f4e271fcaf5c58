import { FileX, TriangleAlert } from 'lucide';
import type { ReadingNotes } from '../../app/import/review.ts';
import { Details } from '../kit/details.tsx';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

/** What could not be read or placed, and what a reader will miss. Nothing where there is nothing to say. */
export const ReviewNotes = ({ refused, notes, unplaced }: ReadingNotes) => {
  const { t } = useText();
  return (
    <div class="review-notes">
      {refused.length > 0 && (
        <Notice tone="waiting" icon={FileX} title={t('review.refused.title', { count: refused.length })}>
          <ul class="plain-list">
            {refused.map(({ file, sentence }) => (
              <li key={file}>{sentence}</li>
            ))}
          </ul>
          <p>{t('review.refused.text')}</p>
        </Notice>
      )}
      {unplaced.length > 0 && (
        <Notice
          tone="waiting"
          icon={TriangleAlert}
          title={t('review.unplaced.title', { count: unplaced.length })}
        >
          <ul class="plain-list">
            {unplaced.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
          <p>{t('review.unplaced.text')}</p>
        </Notice>
      )}
      {notes.length > 0 && (
        <Details summary={t('review.notes.title', { count: notes.length })}>
          <ul class="plain-list">
            {notes.map((note, at) => (
              <li key={at}>{note}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
};
