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
  | { readonly kind: 'damaged'; readonly file: string }
  | { readonly kind: 'too-slow'; readonly file: string; readonly page: number }
  | { readonly kind: 'no-paragraphs'; readonly file: string; readonly from: string; readonly to: string }
  | { readonly kind: 'no-name'; readonly file: string; readonly number: string }
  | { readonly kind: 'unknown-minute'; readonly number: string }
  | { readonly kind: 'no-council' }
  | { readonly kind: 'other-council'; readonly here: string; readonly said: string }
  | { readonly kind: 'not-published'; readonly fault: PublishFault };

/** A fault as one plain sentence for the person at the keyboard. */
export const importFaultSentence = (fault: ImportFault): string => {
  switch (fault.kind) {
    case 'no-folder':
      return `There is no folder ${fault.folder}.`;
    case 'no-meeting-file':
      return `The folder ${fault.folder} has no meeting.json.`;
    case 'bad-json':
      return 'meeting.json is not valid JSON.';
    case 'bad-meeting-file':
      return `meeting.json is not right: ${fault.where} ${fault.problem}.`;
    case 'restricted':
      return `${fault.what} is ${fault.restriction}, and this version takes public papers only.`;
    case 'twice':
      return `meeting.json names ${fault.what} twice.`;
    case 'unknown-item':
      return `meeting.json has an action plan for item ${fault.number}, but no such item.`;
    case 'unknown-minute':
      return `The minutes text has no minute ${fault.number}.`;
    case 'no-council':
      return 'This data folder has no council yet: name it in meeting.json under "council".';
    case 'other-council':
      return `This data folder belongs to ${fault.here}, but meeting.json is for ${fault.said}.`;
    case 'not-published':
      return `The meeting could not be published (${fault.fault.kind}).`;
    default:
      return paperFaultSentence(fault);
  }
};

type PaperFault = Extract<ImportFault, { readonly file: string }>;

const paperFaultSentence = (fault: PaperFault): string => {
  switch (fault.kind) {
    case 'outside':
      return `${fault.file} is outside the folder.`;
    case 'missing':
      return `The paper ${fault.file} is not in the folder.`;
    case 'unknown-paper':
      return `meeting.json has an action plan from ${fault.file}, but no such paper.`;
    case 'no-paper':
      return `${fault.file} is neither a PDF nor plain text.`;
    case 'locked':
      return `${fault.file} asks for a password.`;
    case 'damaged':
      return `${fault.file} cannot be read: the file is damaged.`;
    case 'too-slow':
      return `${fault.file} cannot be read: page ${fault.page} takes too long.`;
    case 'no-paragraphs':
      return `${fault.file} has no numbered paragraphs from ${fault.from} to ${fault.to}.`;
    default:
      return `Paragraph ${fault.number} of ${fault.file} has no bold opening words: give its name under "names".`;
  }
};
