import { Check, FileSearch, TriangleAlert } from 'lucide';
import type { ReadFrom } from '../../domain/understood.ts';
import { Button } from '../kit/button.tsx';
import { Tag } from '../kit/tag.tsx';
import { useText, type Text } from '../use-text.ts';
import type { ReviewTools } from './review-tools.ts';

export interface EvidenceLineProps {
  readonly tools: ReviewTools;
  readonly place: string;
  /** What it is about, for a screen reader: "Venue". */
  readonly what: string;
}

/** Under a part of the draft: where it was read, and whether to look at it. Nothing where it was not read anywhere. */
export const EvidenceLine = ({ tools, place, what }: EvidenceLineProps) => {
  const text = useText();
  const { t } = text;
  const evidence = tools.evidence.get(place);
  if (evidence === undefined) return null;
  const { from, doubt } = evidence;
  const isOpen = doubt !== null && tools.open.has(place);
  if (from === null && !isOpen) return null;
  return (
    <p class="evidence" id={evidenceField(place)} tabIndex={-1}>
      {isOpen && (
        <Tag tone="waiting" icon={TriangleAlert}>
          {t(`review.doubt.${doubt}`)}
        </Tag>
      )}
      {from !== null && (
        <Button kind="quiet" icon={FileSearch} hidden={what} onPress={() => tools.onSee(from)}>
          {fromWords(text, from)}
        </Button>
      )}
      {isOpen && (
        <Button kind="quiet" icon={Check} hidden={what} onPress={() => tools.onCheck(place)}>
          {t('review.right')}
        </Button>
      )}
    </p>
  );
};

/** Id of a line, so that a person can be led to it. */
export const evidenceField = (place: string): string => `evidence-${place}`;

/** "Page 3 of pack.pdf"; the file alone for what has no pages. */
export const fromWords = ({ t }: Text, { file, page }: ReadFrom): string =>
  page === null
    ? t('review.from.file', { file: shortName(file) })
    : t('review.from.page', { page: String(page), file: shortName(file) });

/** Without the folders that it came in; an address without what is before its name. */
export const shortName = (file: string): string => file.split('/').findLast((part) => part !== '') ?? file;
