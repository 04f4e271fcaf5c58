import type { ListedCommittee, ListedCouncillor, ListedMeeting, SourceKind } from '../../domain/proposal.ts';
import type { Alias, Fact } from '../../domain/understood.ts';
import type { SourceFault } from '../../understand/moderngov/source.ts';
import { type Understood, understandModernGov } from '../../understand/moderngov/understand-moderngov.ts';
import { noLists, type UnderstoodSource } from '../../understand/proposal/source.ts';
import { refusedSource } from './refused-source.ts';

interface MarkupSource {
  readonly file: string;
  readonly source: string;
  readonly address: string | null;
}

/** Understands an answer of ModernGov, a page of it, or the text of such a page. */
export const understandMarkup = (given: MarkupSource, sha256: string): UnderstoodSource => {
  const { file } = given;
  const read = understandModernGov(given);
  if (!read.ok) return refusedSource(file, faultSentences[read.error](file), sha256);
  const understood = read.value;
  const meeting = understood.kind === 'meeting' ? understood.meeting : null;
  const notes = isWhole(understood)
    ? []
    : [`${file} ends before its end, or counts other things than it lists.`];
  const words = given.source.split(/\s+/u).length;
  return {
    source: {
      file,
      sha256,
      kind: kindOf(understood),
      pages: null,
      words,
      refused: null,
      notes,
    },
    meeting,
    paper: null,
    lists: listsOf(understood),
  };
};

const faultSentences: Readonly<Record<SourceFault, (file: string) => string>> = {
  'error-page': (file) => `${file} is a page that says why there is no answer.`,
  empty: (file) => `${file} is empty.`,
  unknown: (file) => `${file} is neither a paper nor a page or an answer that is known here.`,
  'too-large': (file) => `${file} is too large for a page.`,
};

const isWhole = (understood: Understood): boolean =>
  understood.kind === 'meeting' || understood.kind === 'committee' || understood.list.whole;

const kindOf = (understood: Understood): SourceKind => {
  if (understood.kind !== 'meeting') return 'list';
  return understood.form === 'answer' ? 'meeting-answer' : 'meeting-page';
};

const idOf = (aliases: readonly Alias[]): string => aliases[0]?.id ?? '';

const listsOf = (understood: Understood): UnderstoodSource['lists'] => {
  if (understood.kind === 'meetings')
    return { ...noLists, meetings: understood.list.meetings.map(toMeeting) };
  if (understood.kind === 'committees')
    return { ...noLists, committees: understood.list.committees.map(({ value }) => toCommittee(value)) };
  if (understood.kind === 'committee') {
    const { name, members } = understood.committee;
    return name === null ? noLists : { ...noLists, memberships: [{ committee: name.value, members }] };
  }
  if (understood.kind !== 'councillors') return noLists;
  const councillors = understood.list.wards.flatMap(({ value }) => value.councillors.map(toCouncillor));
  return { ...noLists, councillors };
};

type Of<K extends Understood['kind']> = Extract<Understood, { readonly kind: K }>;
type Committee = Of<'committees'>['list']['committees'][number]['value'];
type Meeting = Of<'meetings'>['list']['meetings'][number];
type Councillor = Of<'councillors'>['list']['wards'][number]['value']['councillors'][number];

const toCommittee = ({ aliases, name, category, deleted, expired }: Committee): ListedCommittee => ({
  id: idOf(aliases),
  name,
  category,
  isOver: deleted === true || expired === true,
});

const toMeeting = ({ value, from, doubt }: Meeting): ListedMeeting => {
  const when = value.start ?? value.date;
  const start: Fact<string> | null = when === null ? null : { value: when, from, doubt };
  return {
    id: idOf(value.aliases),
    committee: value.committee,
    start,
    isCancelled: value.state === 'cancelled',
  };
};

const toCouncillor = ({ value: { aliases, name, party, ward } }: Councillor): ListedCouncillor => ({
  id: idOf(aliases),
  name,
  party,
  ward,
});
