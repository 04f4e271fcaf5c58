import type { PlanArea } from './meeting.ts';

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const season = '(?:spring|summer|autumn|winter|Easter|Christmas)';
const year = String.raw`(?:19|20)\d\d`;
const dash = String.raw`\s*(?:[-–—]|to)\s*`;

const printedDates = new RegExp(
  [
    String.raw`\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b`,
    String.raw`\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?${month}\s+${year}\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+(?:${month})\b`,
    String.raw`\bevery\s+(?:\d+(?:${dash}\d+)?|two|three|four|five|six|eight|twelve)\s+(?:day|week|month|year)s?\b`,
    String.raw`\bby\s+(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?(?:the\s+)?(?:${season}|${month}|year|term)(?:\s+${year})?\b`,
    String.raw`\b${season}\s+${year}\b`,
    String.raw`\b(?:Q[1-4]|quarter\s+[1-4])(?:\s+${year}(?:[-/]\d\d)?)?`,
  ].join('|'),
  'giu',
);

/** Dates and timescales exactly as printed, in the order of the text, each once. */
export const findDates = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(printedDates)].map(([found]) => found)),
];

/**
 * What a paragraph says of its own progress, or 'unknown' when it says nothing: `late` before `waiting`
 * before the first of `done` and `on-track` in reading order. A condition ("once approved") says nothing.
 * A proposal from words: the clerk corrects it at import.
 */
export const findStatus = (text: string): PlanArea['status'] => {
  const sentences = text
    .split(/(?<=[.!?;])\s+/u)
    .filter((sentence) => !/^(?:once|when|if|until|after)\b/iu.test(sentence));
  if (sentences.some((sentence) => late.test(sentence))) return 'late';
  if (sentences.some((sentence) => waiting.test(sentence))) return 'waiting';
  for (const sentence of sentences) {
    const doneAt = done.exec(sentence)?.index ?? Number.POSITIVE_INFINITY;
    const underwayAt = underway.exec(sentence)?.index ?? Number.POSITIVE_INFINITY;
    if (doneAt < underwayAt) return 'done';
    if (underwayAt < doneAt) return 'on-track';
  }
  return 'unknown';
};

const late =
  /(?<!\bnot )\b(?:slipped|delayed|overdue|behind schedule|postponed|running late)\b|\b(?:timescales?|timetables?|deadlines?|target dates?)\b[^.]{0,40}\b(?:revised|moved|put back|extended|missed)\b/iu;

const waiting =
  /\b(?:await(?:s|ed|ing)?|waiting for|pending|for approval|on hold|not yet started|due to be issued)\b/iu;

// "Approved" counts where it is said of something, not where it is wished: "to be approved" is not done.
const done =
  /\b(?:has|have|had|was|were|is|are|now|been)\s+(?:now\s+|all\s+|been\s+|fully\s+)*(?:\w+\s+and\s+)?(?:done|complete|completed|refreshed|approved|delivered|implemented|finished|published|in place)\b|^(?:status:?\s+)?(?:done|completed?|approved|refreshed)\b/iu;

const underway =
  /\b(?:on track|under ?way|on schedule|in progress|ongoing|is working on|are working on|continues? to be|expected to be|being (?:developed|delivered|considered|rolled out))\b/iu;
