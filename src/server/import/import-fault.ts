import type { PublishFault } from '../council-store.ts';

/** Why a folder was not imported. Nothing was stored. */
export type ImportFault =
  | { readonly kind: 'no-folder'; readonly folder: string }
  | { readonly kind: 'no-meeting-file'; readonly folder: string }
  | { readonly kind: 'bad-json' }
  | { readonly kind: 'bad-meeting-file'; readonly where: string; readonly problem: string }
  | { readonly kind: 'outside'; readonly file: string }
  | { readonly kind: 'missing'; readonly file: string }
  | { readonly kind: 'restricted'; readonly what: string; readonly restriction: 'exempt' | 'confidential' }
  | { readonly kind: 'twice'; readonly what: string }
  | { readonly kind: 'unknown-item'; readonly number: string }
  | { readonly kind: 'unknown-paper'; readonly file: string }
  | { readonly kind: 'no-paper'; readonly file: string }
  | { readonly kind: 'locked'; readonly file: string }
  | { readonly kind: 'wrong-password'; readonly file: string }
  | { readonly kind: 'damaged'; readonly file: string }
  | { readonly kind: 'too-slow'; readonly file: string; readonly page: number }
  | { readonly kind: 'no-paragraphs'; readonly file: string; readonly from: string; readonly to: string }
  | { readonly kind: 'unknown-minute'; readonly number: string }
  /** An id that stands for nothing here. `where` is its place in the meeting file. */
  | { readonly kind: 'not-ours'; readonly what: string; readonly lacks: Lacks; readonly where: string }
  /** A meeting that is new, where another one was published for the committee and the time. */
  | { readonly kind: 'doubled'; readonly committee: string; readonly start: string }
  | { readonly kind: 'published-since'; readonly version: number }
  | { readonly kind: 'no-council' }
  | { readonly kind: 'other-council'; readonly here: string; readonly said: string }
  | { readonly kind: 'not-published'; readonly fault: PublishFault };

/** Who does not have what an id stands for. */
type Lacks = 'council' | 'list' | 'version-before';

const lackWords: Readonly<Record<Lacks, string>> = {
  council: "one of this council's",
  list: "on the council's list of people",
  'version-before': 'in the version that was published last',
};

type Sentences = {
  readonly [K in ImportFault['kind']]: (fault: Extract<ImportFault, { readonly kind: K }>) => string;
};

const sentences: Sentences = {
  'no-folder': ({ folder }) => `There is no folder ${folder}.`,
  'no-meeting-file': ({ folder }) => `The folder ${folder} has no meeting.json.`,
  'bad-json': () => 'meeting.json is not valid JSON.',
  'bad-meeting-file': ({ where, problem }) => `meeting.json is not right: ${where} ${problem}.`,
  outside: ({ file }) => `${file} is outside the folder.`,
  missing: ({ file }) => `The file ${file} is not in the folder.`,
  restricted: ({ what, restriction }) =>
    `${what} is ${restriction}, and this version takes public papers only.`,
  twice: ({ what }) => `meeting.json names ${what} twice.`,
  'unknown-item': ({ number }) => `meeting.json has an action plan for item ${number}, but no such item.`,
  'unknown-paper': ({ file }) => `meeting.json has an action plan from ${file}, but no such paper.`,
  'no-paper': ({ file }) => `${file} is neither a PDF nor plain text.`,
  'wrong-password': ({ file }) => `${file} does not open with this password.`,
  locked: ({ file }) => `${file} asks for a password.`,
  damaged: ({ file }) => `${file} cannot be read: it is damaged, or not what its name says.`,
  'too-slow': ({ file, page }) => `${file} cannot be read: page ${page} takes too long.`,
  'no-paragraphs': ({ file, from, to }) => `${file} has no numbered paragraphs from ${from} to ${to}.`,
  'unknown-minute': ({ number }) => `The minutes text has no minute ${number}.`,
  'not-ours': ({ what, lacks }) => `${what} is not ${lackWords[lacks]}.`,
  doubled: ({ committee, start }) =>
    `${committee} has a meeting on ${start.replace('T', ' at ')} already, and this would be a second one.`,
  'published-since': ({ version }) =>
    `Version ${version} of this meeting was published since this was written.`,
  'no-council': () => 'This data folder has no council yet: name it in meeting.json under "council".',
  'other-council': ({ here, said }) =>
    `This data folder belongs to ${here}, but meeting.json is for ${said}.`,
  'not-published': ({ fault }) => `The meeting could not be published (${fault.kind}).`,
};

/** A fault as one plain sentence for the person at the keyboard. */
export const importFaultSentence = (fault: ImportFault): string => {
  // The table's type pairs every kind with its own fault; TypeScript cannot follow that through an index.
  const sentence = sentences[fault.kind] as (fault: ImportFault) => string;
  return sentence(fault);
};
