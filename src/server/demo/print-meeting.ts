import * as v from 'valibot';
import { MeetingFileSchema } from '../import/meeting-file.ts';
import { type PreparedMeeting, prepareMeeting } from '../import/prepare-meeting.ts';
import { importFaultSentence } from '../import/import-fault.ts';
import type { PdfReader } from '../import/read-pdf.ts';
import type { DemoMeeting, DemoPaper } from './demo-meeting.ts';
import type { ItemSpans, PaperPress } from './typst-compiler.ts';

/**
 * Prints a meeting's papers and reads them back as any council's: the demonstration goes the importer's
 * own way. Throws when that does not work, since nobody but us wrote it.
 */
export const printMeeting = async (
  demo: DemoMeeting,
  press: PaperPress,
  readers: readonly PdfReader[],
): Promise<PreparedMeeting> => {
  const files = new Map<string, Uint8Array>();
  let spans: ItemSpans = new Map();
  for (const paper of demo.papers) {
    const printed = await press(...sourceOf(paper, demo.inputs));
    files.set(paper.file, printed.pdf);
    if (paper.item === null) spans = printed.spans;
  }
  const meeting = v.parse(MeetingFileSchema, {
    ...demo.meeting,
    papers: demo.papers.filter((paper) => paper.item === null).map((paper) => entry(paper, 'pack')),
    items: demo.meeting.items.map((item) => ({
      ...item,
      pages: spans.get(item.number ?? '') ?? null,
      papers: demo.papers
        .filter((paper) => paper.item !== null && paper.item === item.number)
        .map((paper) => entry(paper, 'report')),
    })),
  });
  const prepared = await prepareMeeting({ meeting, files }, readers);
  if (!prepared.ok) throw new Error(importFaultSentence(prepared.error));
  return prepared.value;
};

/** A pack is a paper of its own; a report is put under a cover that sets page and type. */
const sourceOf = (
  paper: DemoPaper,
  inputs: Readonly<Record<string, string>>,
): [main: string, inputs: Readonly<Record<string, string>>] =>
  paper.item === null
    ? [paper.source, inputs]
    : ['report.typ', { ...inputs, title: paper.title, report: paper.source }];

const entry = ({ file, title }: DemoPaper, kind: 'pack' | 'report') => ({ file, title, kind });
