import { documentText } from '../../papers/text/document-text.ts';
import type { PdfContent } from '../../papers/text/page-content.ts';
import { readMinutes } from '../../understand/minutes/read-minutes.ts';
import { bareName, type PaperKind } from '../../understand/pdf/file-name.ts';
import { packPages } from '../../understand/pdf/pack-pages.ts';
import { packDocuments } from '../../understand/pdf/pack-documents.ts';
import { paperKind } from '../../understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../understand/pdf/pdf-meeting.ts';
import { proposePlan } from '../../understand/plans/propose-plan.ts';
import { noLists, type UnderstoodSource } from '../../understand/proposal/source.ts';
import { countWords, paperNotes } from '../import/paper-notes.ts';

/** Everything that one PDF says by itself. */
export const understandPdf = (file: string, sha256: string, content: PdfContent): UnderstoodSource => {
  const text = documentText(content.pages);
  const paper = { file, content, text };
  const kind: PaperKind = paperKind(paper).value;
  const { pages } = text.text;
  return {
    source: {
      file,
      sha256,
      kind,
      pages: pages.length,
      words: countWords(text.text),
      refused: null,
      notes: paperNotes(file, text.text, content.unreadable),
    },
    meeting: pdfMeeting(paper),
    paper: {
      title: bareName(file),
      text: text.text,
      stamp: packPages(paper, 1)[0]?.stamp ?? null,
      documents: kind === 'pack' || kind === 'supplement' ? packDocuments(paper) : [],
      minutes: kind === 'minutes' ? readMinutes(file, text.text) : null,
      plan: kind === 'report' ? (proposePlan(text.text)?.areas ?? []).map(({ area }) => area) : [],
    },
    lists: noLists,
  };
};
