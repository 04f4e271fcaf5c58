import { FileSearch } from 'lucide';
import type { Services } from '../../app/services.ts';
import type { ImportFile } from '../../domain/import-state.ts';
import type { ReadFrom } from '../../domain/understood.ts';
import { Empty } from '../kit/waiting-states.tsx';
import { useText } from '../use-text.ts';
import { fromWords } from './evidence-line.tsx';
import { SourcePdf } from './source-pdf.tsx';

export interface SourcePageProps {
  readonly services: Services;
  readonly importId: string;
  readonly files: readonly ImportFile[];
  /** What is shown; null before anything was chosen. */
  readonly from: ReadFrom | null;
}

/** The place that a part of the draft was read from: the words, and the page where there is one. */
export const SourcePage = ({ services, importId, files, from }: SourcePageProps) => {
  const text = useText();
  const { t } = text;
  if (from === null) {
    return (
      <Empty icon={FileSearch} title={t('review.page.none')}>
        <p>{t('review.page.choose')}</p>
      </Empty>
    );
  }
  const file = files.find(({ name }) => name === from.file);
  const hasPages =
    file !== undefined && from.page !== null && !/\.(?:txt|text|md|html?|xml|json)$/iu.test(file.name);
  return (
    <>
      <p class="source-page__place">{fromWords(text, from)}</p>
      {from.quote !== '' && (
        <blockquote class="source-page__quote" lang="en-GB" dir="auto">
          {from.quote}
        </blockquote>
      )}
      {file === undefined && (
        <p class="second" role="status">
          {t('import.there.gone')}
        </p>
      )}
      {file !== undefined && from.page !== null && hasPages && (
        <SourcePdf
          // Another file is another viewer.
          key={file.place}
          services={services}
          importId={importId}
          file={file}
          page={from.page}
          quote={from.quote}
        />
      )}
    </>
  );
};
