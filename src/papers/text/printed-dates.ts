const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = new RegExp(
  [
    `\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \\d{4})?`,
    `${MONTH} \\d{4}`,
    '\\d{1,2}/\\d{1,2}/\\d{2,4}',
    '(?:spring|summer|autumn|winter)(?: term)? \\d{4}',
  ]
    .map((form) => `\\b${form}\\b`)
    .join('|'),
  'gi',
);

/** Dates and months exactly as a text prints them, each once, in their order. */
export const printedDates = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(DATE)].map(([date]) => date)),
];
