import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportFault } from './import-fault.ts';
import { type MeetingFile, MeetingFileSchema } from './meeting-file.ts';

/** What was given as a meeting file, checked word by word; the first fault is said. */
export const parseMeeting = (given: unknown): Result<MeetingFile, ImportFault> => {
  const checked = v.safeParse(MeetingFileSchema, given);
  if (checked.success) return ok(checked.output);
  const [issue] = checked.issues;
  return err({
    kind: 'bad-meeting-file',
    where: v.getDotPath(issue) ?? 'the whole file',
    problem: problemOf(issue),
  });
};

const problemOf = (issue: v.InferIssue<typeof MeetingFileSchema>): string => {
  if (issue.expected === 'never') return 'is not a word that a meeting file knows';
  if (issue.received === 'undefined') return 'is missing';
  if (issue.kind === 'schema')
    return `should be ${issue.expected ?? 'something else'}, not ${issue.received}`;
  return issue.message;
};
