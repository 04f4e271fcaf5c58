import type { Seen, SeenItem } from '../domain/event.ts';
import type { AgendaItem, Manifest } from '../domain/meeting.ts';

// The protocol's bounds (protocol/event-schema.ts): longer words are cut into lines, never dropped.
const longestLine = 2000;
const mostLines = 60;

/**
 * What was on the screen when a record was made: the meeting as this version printed it, the language,
 * and every sentence shown before the last press, exactly and in their order.
 */
export const seenMeeting = (manifest: Manifest, language: string, words: readonly string[]): Seen => ({
  meetingId: manifest.meetingId,
  meetingVersion: manifest.version,
  committee: manifest.committee.name,
  start: manifest.start,
  language,
  words: seenWords(words),
});

/** Sentences as a record keeps them: empty ones left out, long ones cut, at most as many as are allowed. */
export const seenWords = (words: readonly string[]): readonly string[] =>
  words
    .filter((line) => line !== '')
    .flatMap(cutLine)
    .slice(0, mostLines);

/** The item as printed in this version of the meeting. */
export const seenItem = (item: AgendaItem): SeenItem => ({
  itemId: item.id,
  number: item.number,
  title: item.title,
});

const cutLine = (line: string): string[] => {
  const parts: string[] = [];
  for (let begin = 0; begin < line.length; begin += longestLine)
    parts.push(line.slice(begin, begin + longestLine));
  return parts;
};
