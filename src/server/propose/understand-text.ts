import { plainPaperText } from '../../papers/text/plain-text.ts';
import { bareName } from '../../understand/pdf/file-name.ts';
import { proposePlan } from '../../understand/plans/propose-plan.ts';
import { noLists, type UnderstoodSource } from '../../understand/proposal/source.ts';
import { countWords, paperNotes } from '../import/paper-notes.ts';

/** A paper that is plain text (docs/meeting-file.md says how it is read). */
export const understandText = (file: string, source: string, sha256: string): UnderstoodSource => {
  const text = plainPaperText(source);
  return {
    source: {
      file,
      sha256,
      kind: 'report',
      pages: text.pages.length,
      words: countWords(text),
      refused: null,
      notes: paperNotes(file, text, null),
    },
    meeting: null,
    paper: {
      title: bareName(file),
      text,
      stamp: null,
      documents: [],
      minutes: null,
      plan: (proposePlan(text)?.areas ?? []).map(({ area }) => area),
    },
    lists: noLists,
  };
};
