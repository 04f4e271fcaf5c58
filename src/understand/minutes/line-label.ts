/** A label at the start of a line: "(a)", "3)", "iv.", "•". */
export interface LineLabel {
  readonly printed: string;
  readonly rest: string;
}

/** What a label may count: "i" is the first of the Roman numerals and the ninth of the letters. */
interface Rank {
  readonly kind: 'number' | 'letter' | 'roman' | 'bullet';
  readonly value: number;
}

// "A." is an initial more often than a label.
const MARK =
  /^(\(\s?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})\s?\)|[A-Z]\)|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s{1,9}(?=\S)/;
const BULLET = /^([•·●○▪‣*–-]|o(?=\s\p{Lu}))\s{1,9}(?=\S)/u;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

/** The label that a text opens with, and the rest; null when it opens with none. */
export const splitLabel = (text: string): LineLabel | null => {
  const found = MARK.exec(text) ?? BULLET.exec(text);
  if (found?.[1] === undefined) return null;
  return { printed: found[1], rest: text.slice(found[0].length) };
};

/** Whether one label comes right after another, whatever brackets or stops they wear. */
export const followsLabel = (next: string, last: string): boolean =>
  ranks(next).some((rank) =>
    ranks(last).some(
      (before) => rank.kind === before.kind && (rank.kind === 'bullet' || rank.value === before.value + 1),
    ),
  );

/** Whether a list can begin with this label. */
export const isFirstLabel = (label: string): boolean => ranks(label).some(({ value }) => value === 1);

export const isBullet = (label: string): boolean => ranks(label).some(({ kind }) => kind === 'bullet');

const ranks = (label: string): readonly Rank[] => {
  const bare = label.replace(/[().\s]/g, '').toLowerCase();
  if (/^\d{1,4}$/.test(bare)) return [{ kind: 'number', value: Number(bare) }];
  const roman = ROMAN.indexOf(bare) + 1;
  const known: Rank[] = roman > 0 ? [{ kind: 'roman', value: roman }] : [];
  // "o" alone is a hollow bullet of a word processor; "(o)" and "o)" are letters.
  if (/^[•·●○▪‣*–-]$/.test(label) || label === 'o') return [{ kind: 'bullet', value: 1 }];
  if (/^[a-z]$/.test(bare)) known.push({ kind: 'letter', value: bare.charCodeAt(0) - 96 });
  // "aa" goes on after "z".
  if (/^([a-z])\1$/.test(bare)) known.push({ kind: 'letter', value: bare.charCodeAt(0) - 70 });
  return known;
};
