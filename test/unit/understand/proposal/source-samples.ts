import type { PaperText } from '../../../../src/domain/paper-text.ts';
import type { SourceKind } from '../../../../src/domain/proposal.ts';
import type { UnderstoodMeeting } from '../../../../src/domain/understood.ts';
import {
  noLists,
  type UnderstoodPaper,
  type UnderstoodSource,
} from '../../../../src/understand/proposal/source.ts';

/** A paper of one page with these paragraphs. */
export const text = (...paragraphs: readonly string[]): PaperText => ({
  format: 1,
  pages: [
    {
      page: 1,
      label: null,
      blocks: paragraphs.map((words) => ({ kind: 'paragraph', number: null, lead: null, text: words })),
    },
  ],
});

/** One file, as it was understood by itself. */
export const source = (
  file: string,
  kind: SourceKind,
  parts: { meeting?: UnderstoodMeeting; paper?: Partial<UnderstoodPaper> } = {},
): UnderstoodSource => ({
  source: { file, sha256: null, kind, pages: 1, words: 1, refused: null, notes: [] },
  meeting: parts.meeting ?? null,
  paper:
    parts.paper === undefined
      ? null
      : {
          title: file,
          text: text(file),
          stamp: null,
          documents: [],
          minutes: null,
          plan: [],
          ...parts.paper,
        },
  lists: noLists,
});
