import type { PrintedLine } from './printed-lines.ts';

const LEGEND = /(?:^|[\s(;,])([A-Z]{1,2})\s?[:=–-]\s?(present|apologies|absent)\b/gi;
const MOST_MARKS = 6;

/**
 * "P Ann Lee", "A Ben Ash" with the key "P: Present, A: Apologies", as lines that say so in words. A head without
 * such a key is as it was.
 */
export const withAttendanceInWords = (head: readonly PrintedLine[]): readonly PrintedLine[] => {
  const keys = head.filter(
    ({ rows, text }) => rows === null && text.length <= 200 && keysOf(text).length > 0,
  );
  const marks = new Map(keys.flatMap(({ text }) => keysOf(text)));
  if (marks.size < 2) return head;
  const begins = new RegExp(
    String.raw`(?:^|\s)(${[...marks.keys()].join('|')})\s(?=\p{Lu}[\p{L}.'’-]*\s\p{Lu})`,
    'gu',
  );
  return head.flatMap((line) => {
    if (keys.includes(line)) return [];
    const found = line.rows === null ? [...line.text.matchAll(begins)] : [];
    if (found[0]?.index !== 0) return [line];
    return found.map((mark, at) => {
      const name = line.text.slice(mark.index + mark[0].length, found[at + 1]?.index);
      return { ...line, heading: false, text: `${marks.get(mark[1] ?? '') ?? 'Present'}: ${name.trim()}` };
    });
  });
};

const keysOf = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(LEGEND)]
    .slice(0, MOST_MARKS)
    .map(([, mark = '', word = '']) => [mark, WORDS[word.toLowerCase()] ?? 'Absent']);

const WORDS: Readonly<Record<string, string>> = { present: 'Present', apologies: 'Apologies' };
