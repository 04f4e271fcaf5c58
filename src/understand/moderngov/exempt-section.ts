import type { UnderstoodItem, UnderstoodMeeting } from '../../domain/understood.ts';

const EXEMPT_HEADING =
  /^(?:part (?:2|ii|b|two)\b|(?:any )?(?:exempt|confidential|private|restricted|closed)\b.{0,60}\b(?:items?|business|session|agenda|reports?|part|section)\b|.{0,80}\b(?:not (?:open|available) to the public|public excluded|excluding the public))/iu;
const EXEMPT_TITLE =
  /^(?:exempt|confidential|restricted)\b\s?[-–—:]|[([](?:exempt|confidential|restricted|part (?:2|ii|b|two))\b/iu;
const NONE =
  /\b(?:no|not? any|none)\b.{0,80}\b(?:exempt|confidential|private|restricted|such|items?|expected|anticipated)\b/iu;

/** Items of an agenda, and whether it has a part that is not public. */
export interface ExemptParts {
  readonly items: readonly UnderstoodItem[];
  readonly exemptSection: UnderstoodMeeting['exemptSection'];
}

/** Marks the items whose title says so, or that stand under a heading such as "Exempt items", and reads what that heading says. */
export const markExempt = (items: readonly UnderstoodItem[]): ExemptParts => {
  let within = false;
  let heading: UnderstoodItem | null = null;
  const marked = items.map((item) => {
    if (item.number === null) {
      within = isExemptHeading(item);
      if (within) heading ??= item;
    }
    const closed = item.number !== null && (within || EXEMPT_TITLE.test(item.title.value));
    return closed ? { ...item, exempt: true } : item;
  });
  return { items: marked, exemptSection: sectionOf(marked, heading) };
};

const isExemptHeading = ({ title, text }: UnderstoodItem): boolean =>
  EXEMPT_HEADING.test(title.value) && !NONE.test([title.value, ...text].join(' ').slice(0, 2000));

const sectionOf = (
  items: readonly UnderstoodItem[],
  heading: UnderstoodItem | null,
): UnderstoodMeeting['exemptSection'] => {
  const first = heading ?? items.find(({ exempt }) => exempt);
  if (items.some(({ exempt }) => exempt) && first !== undefined)
    return { ...first.title, value: 'has-items', doubt: null };
  const none = items.find(({ title, text }) =>
    [title.value, ...text].some((line) => EXEMPT_HEADING.test(title.value) && NONE.test(line)),
  );
  return none === undefined ? null : { ...none.title, value: 'none-expected', doubt: null };
};
