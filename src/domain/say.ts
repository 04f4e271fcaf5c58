import type { Answer, Declaration, Duty, InterestKind } from './event.ts';

/** What the words to say are made from: the parts of a declaration. */
export type Sayable = Pick<Declaration, 'interest' | 'holder' | 'nature' | 'item' | 'duties' | 'answers'>;

/**
 * The words to say at the meeting, in council English: they are data of the council, not interface text.
 * The member's own words follow a colon, unbent, so that any grammar survives. A sensitive interest is
 * said to exist and nothing more (Localism Act 2011 s.32(3)).
 */
export const wordsToSay = ({ interest, holder, nature, item, duties, answers }: Sayable): string => {
  const opening = `${openings[interest]}${ofWhom(interest, holder)} in ${itemAsSaid(item)}`;
  const sentences = [nature.kind === 'sensitive' ? `${opening}.` : `${opening}: ${closed(nature.text)}`];
  if (interest === 's106') sentences[0] = `${opening}.`;
  if (nature.kind === 'sensitive') {
    sentences.push('It is a sensitive interest, so I do not say what it is.');
  }
  if (interest === 'unsure') sentences.push('I am asking the monitoring officer about it.');
  return [...sentences, ...saidDispensation(answers), ...saidDuties(duties)].join(' ');
};

/** An item as it is said aloud: "item 5, Roads", or its title in quotation marks where it has no number. */
const itemAsSaid = (item: { readonly number: string | null; readonly title: string }): string =>
  item.number === null ? `“${item.title}”` : `item ${item.number}, ${item.title}`;

const openings: Record<InterestKind, string> = {
  dpi: 'I declare a disclosable pecuniary interest',
  odi: 'I declare an other disclosable interest',
  ori: 'I declare an other registerable interest',
  'nri-relates': 'I declare a non-registerable interest',
  'nri-affects': 'I declare a non-registerable interest',
  s106: 'I declare that section 106 of the Local Government Finance Act 1992 applies to me',
  'public-body': 'I declare that I am a member of another public body with an interest',
  unsure: 'I may have an interest',
};

// The law counts a partner's interest as the member's own; a name is never said (rules L2).
const ofWhom = (interest: InterestKind, holder: Declaration['holder']): string => {
  if (interest === 's106' || interest === 'public-body') return '';
  if (holder === 'partner') return ' through my spouse or partner';
  if (holder === 'associate') return ' through a relative or close associate';
  if (holder === 'body') return ' through a body that I am linked with';
  return '';
};

const closed = (text: string): string => {
  const trimmed = text.trim();
  return /[.!?…][”"')\]]?$/u.test(trimmed) ? trimmed : `${trimmed}.`;
};

const dispensationScopes: Readonly<Record<string, string>> = {
  speak: 'speak',
  vote: 'vote',
  both: 'speak and vote',
};

const saidDispensation = (answers: readonly Answer[]): readonly string[] => {
  const answer = answers.find(({ question }) => question === 'dispensation');
  const scope = answer === undefined ? undefined : dispensationScopes[answer.choice];
  return scope === undefined ? [] : [`I have a dispensation to ${scope}.`];
};

const saidDuties = (duties: readonly Duty[]): readonly string[] => {
  const has = (code: Duty['code']): boolean => duties.some((duty) => duty.code === code);
  const leaves = has('leave-room') ? ' and I will leave the room' : '';
  if (has('speak-only-as-public') && leaves) {
    return [`I will speak only if the public may, I will not vote${leaves}.`];
  }
  if (has('do-not-speak') && leaves) return [`I will take no part${leaves}.`];
  if (has('do-not-vote')) return ['I will not vote.'];
  if (has('do-not-speak') || has('speak-only-as-public')) return ['I will not speak on it.'];
  return [];
};
