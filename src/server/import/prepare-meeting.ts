import type { PlanArea } from '../../domain/meeting.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { type MinuteSection, minuteSections } from '../../papers/text/minute-sections.ts';
import { checkMeeting, filePapers } from './check-meeting.ts';
import type { ImportFault } from './import-fault.ts';
import type { MeetingFile } from './meeting-file.ts';
import type { MeetingFolder } from './read-folder.ts';
import type { PdfReader } from './read-pdf.ts';
import { readPlan } from './read-plan.ts';
import { decodeText, type ReadPaper, readPaper } from './read-paper.ts';

/** A meeting with everything read and checked, before anything is stored. */
export interface PreparedMeeting {
  readonly meeting: MeetingFile;
  readonly papers: ReadonlyMap<string, ReadPaper>;
  readonly plans: readonly PreparedPlan[];
  /** Minutes by their printed number. */
  readonly minutes: ReadonlyMap<string, MinuteSection>;
  /** Plain sentences about what will not work well. */
  readonly notes: readonly string[];
}

interface PreparedPlan {
  readonly item: string;
  readonly paper: string;
  readonly areas: readonly PlanArea[];
}

/** Reads every paper, as many at a time as there are readers. The first fault ends it: nothing is half understood. */
export const prepareMeeting = async (
  folder: MeetingFolder,
  readers: readonly PdfReader[],
): Promise<Result<PreparedMeeting, ImportFault>> => {
  const { meeting } = folder;
  const checked = checkMeeting(meeting);
  if (!checked.ok) return checked;
  const papers = await readPapers(folder, readers);
  if (!papers.ok) return papers;
  const plans = readPlans(meeting, papers.value);
  if (!plans.ok) return plans;
  const minutes = readMinutes(folder);
  if (!minutes.ok) return minutes;
  const notes = [...papers.value.values()].flatMap((paper) => paper.notes);
  return ok({ meeting, papers: papers.value, plans: plans.value, minutes: minutes.value, notes });
};

const readPapers = async (
  folder: MeetingFolder,
  readers: readonly PdfReader[],
): Promise<Result<ReadonlyMap<string, ReadPaper>, ImportFault>> => {
  const waiting = filePapers(folder.meeting).map((paper) => paper.file);
  const read = new Map<string, ReadPaper>();
  const faults: ImportFault[] = [];
  const work = async (reader: PdfReader): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined && faults.length === 0; file = waiting.shift()) {
      const bytes = folder.files.get(file);
      const paper =
        bytes === undefined
          ? err<ImportFault>({ kind: 'missing', file })
          : await readPaper(file, bytes, reader);
      if (paper.ok) read.set(file, paper.value);
      else faults.push(paper.error);
    }
  };
  await Promise.all(readers.map(work));
  const [fault] = faults;
  return fault === undefined ? ok(read) : err(fault);
};

const readPlans = (
  meeting: MeetingFile,
  papers: ReadonlyMap<string, ReadPaper>,
): Result<readonly PreparedPlan[], ImportFault> => {
  const plans: PreparedPlan[] = [];
  for (const plan of meeting.plans) {
    if ('areas' in plan) {
      plans.push(plan);
      continue;
    }
    const paper = papers.get(plan.paper);
    if (paper === undefined) return err({ kind: 'unknown-paper', file: plan.paper });
    const areas = readPlan(paper.text, plan);
    const { item, from, to } = plan;
    if (areas.length === 0) return err({ kind: 'no-paragraphs', file: plan.paper, from, to });
    plans.push({ item, paper: plan.paper, areas });
  }
  return ok(plans);
};

const readMinutes = ({
  meeting,
  files,
}: MeetingFolder): Result<ReadonlyMap<string, MinuteSection>, ImportFault> => {
  const file = meeting.minutesText;
  if (file === undefined) return ok(new Map());
  const bytes = files.get(file);
  if (bytes === undefined) return err({ kind: 'missing', file });
  const source = decodeText(bytes);
  if (source === null) return err({ kind: 'no-paper', file });
  const sections = new Map(minuteSections(source).map((section) => [section.number, section]));
  const wanted = meeting.items.flatMap((item) => item.minute?.number ?? []);
  const unknown = wanted.find((number) => !sections.has(number));
  return unknown === undefined ? ok(sections) : err({ kind: 'unknown-minute', number: unknown });
};
