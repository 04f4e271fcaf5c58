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
  /** What else is known of it, before the way to its page: "pages 3 to 8". */
  readonly details?: readonly string[];
  /** What to look for where it was guessed, when "this was guessed" says too little. */
  readonly ask?: string;
}

/** Under a part of the draft: where it was read, and whether to look at it. Nothing where there is nothing to say. */
export const EvidenceLine = ({ tools, place, what, details = [], ask }: EvidenceLineProps) => {
  const text = useText();
  const { t } = text;
  const { from = null, doubt = null } = tools.evidence.get(place) ?? {};
  const isOpen = doubt !== null && tools.open.has(place);
  if (from === null && !isOpen && details.length === 0) return null;
  return (
    <div class="evidence" id={evidenceField(place)} tabIndex={-1}>
      {details.length > 0 && <span class="second">{details.join(' · ')}</span>}
      {isOpen && (
        <Tag tone="waiting" icon={TriangleAlert}>
          {doubt === 'guessed' && ask !== undefined ? ask : t(`review.doubt.${doubt}`)}
        </Tag>
      )}
      {from !== null && (
        <Button
          kind="quiet"
          icon={FileSearch}
          hidden={t('review.see.of', { file: shortName(from.file), what })}
          onPress={() => tools.onSee(from)}
        >
          {seeWords(text, from)}
        </Button>
      )}
      {isOpen && (
        <Button kind="quiet" icon={Check} hidden={what} onPress={() => tools.onCheck(place)}>
          {t('review.right')}
        </Button>
      )}
    </div>
  );
};

/** A file as a whole is just seen; what was read in it stands on a page. */
const seeWords = ({ t }: Text, { page, quote }: ReadFrom): string =>
  page === null || quote === '' ? t('review.see') : t('review.see.page', { page: String(page) });

/** Brings a line into sight, and the keyboard to it. */
export const leadToEvidence = (place: string): void => {
  const line = document.getElementById(evidenceField(place));
  line?.scrollIntoView({ block: 'center' });
  line?.focus({ preventScroll: true });
};

const evidenceField = (place: string): string => `evidence-${place}`;

/** "Page 3 of pack.pdf"; the file alone for what has no pages. */
export const fromWords = ({ t }: Text, { file, page }: ReadFrom): string =>
  page === null
    ? t('review.from.file', { file: shortName(file) })
    : t('review.from.page', { page: String(page), file: shortName(file) });

/** Without the folders that it came in; an address without what is before its name. */
export const shortName = (file: string): string => file.split('/').findLast((part) => part !== '') ?? file;
