import { type Document, type Element, isTag } from 'domhandler';
import { err, ok, type Result } from '../../domain/result.ts';
import { findAnswer, mayHoldAnswer } from './find-answer.ts';
import { xmlOfJson } from './json-answer.ts';
import { MOST_OF_A_SOURCE, readMarkup } from './read-markup.ts';
import { recognisePage } from './recognise-page.ts';
import { listsCommitteesInText } from './text-committees.ts';
import { linesOf, type TextList, textListKind } from './text-lists.ts';
import { isMeetingText } from './text-meeting.ts';
import type { SourceFault, SourceKind } from './source.ts';

/** A source that was recognised, ready to be read. */
export type OpenSource =
  | { readonly form: 'answer'; readonly kind: SourceKind; readonly root: Element; readonly whole: boolean }
  | { readonly form: 'page'; readonly kind: SourceKind; readonly document: Document }
  | {
      readonly form: 'text';
      readonly kind: TextList | 'text-committees' | 'text-meeting';
      readonly text: string;
    };

/** Recognises and opens a source. Never throws; at most 5 MB are looked at. */
export const openSource = (source: string, address: string | null): Result<OpenSource, SourceFault> => {
  if (source.length > MOST_OF_A_SOURCE) return err('too-large');
  const text = source.replace(/^\uFEFF/u, '').trim();
  if (text === '') return err('empty');
  const answered = xmlOfJson(text) ?? text;
  if (mayHoldAnswer(answered)) {
    const answer = openAnswer(answered);
    if (answer !== null) return answer;
  }
  if (/<(?:!doctype|html|head|body|div|table|h[1-6]|p|ul|form|title|meta|fault|error)\b/iu.test(text))
    return openPage(text, address);
  const list = textListKind(text);
  if (list !== null) return ok({ form: 'text', kind: list, text });
  if (isMeetingText(text)) return ok({ form: 'text', kind: 'text-meeting', text });
  if (listsCommitteesInText(linesOf(text))) return ok({ form: 'text', kind: 'text-committees', text });
  return err(faultOfText(text));
};

const openAnswer = (text: string): Result<OpenSource, SourceFault> | null => {
  // A declaration that is damaged would hide all that follows it.
  const read = readMarkup(text.replace(/^<\?xml[^<>]{0,300}>/iu, ''), 'xml');
  if (!read.ok) return read;
  const { document, whole } = read.value;
  const answer = findAnswer(document);
  if (answer === null) return /<(?:\w{1,20}:)?fault[\s>]/iu.test(text) ? err('error-page') : null;
  const { kind, root } = answer;
  return root.children.some(isTag) ? ok({ form: 'answer', kind, root, whole }) : err('empty');
};

const openPage = (text: string, address: string | null): Result<OpenSource, SourceFault> => {
  const read = readMarkup(text, 'html');
  if (!read.ok) return read;
  const { document } = read.value;
  const kind = recognisePage(document, address);
  return kind.ok ? ok({ form: 'page', kind: kind.value, document }) : kind;
};

const faultOfText = (text: string): SourceFault => {
  if (/^(?:<\?xml[^>]{0,200}>)?\s*$/iu.test(text)) return 'empty';
  const short = text.length < 2000;
  return short &&
    /\b(?:\w{0,60}exception|forbidden|unauthori[sz]ed|error|not found|invalid|denied)\b/iu.test(text)
    ? 'error-page'
    : 'unknown';
};
