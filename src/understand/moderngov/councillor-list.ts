import type { Element } from 'domhandler';
import type { Alias, Fact } from '../../domain/understood.ts';
import { type DateOrder, dateOrder, readAnswerDate } from './answer-dates.ts';
import { childrenNamed, childrenWithin, idText, lineText, rawText } from './elements.ts';
import { withoutPrivate } from './private-details.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';

/** What a council publishes of a councillor. Never an address, a telephone number, surgeries or a picture. */
export interface UnderstoodCouncillor {
  readonly aliases: readonly Alias[];
  readonly name: string;
  readonly party: string | null;
  readonly ward: string | null;
  /** Part of a council's area, where wards have one. */
  readonly district: string | null;
  readonly keyPosts: readonly string[];
  readonly terms: readonly TermOfOffice[];
}

/** Dates as `2014-05-26`; null where the source says "unspecified". */
export interface TermOfOffice {
  readonly start: string | null;
  readonly end: string | null;
}

/** A ward with the councillors that represent it, in the order of the source. */
export interface UnderstoodWard {
  readonly title: string;
  readonly councillors: readonly Fact<UnderstoodCouncillor>[];
}

/** A council's councillors. A ward is doubted when it says another number of councillors than it holds. */
export interface CouncillorList {
  readonly wards: readonly Fact<UnderstoodWard>[];
  /** False when the source ends before its end. */
  readonly whole: boolean;
}

const MOST_WARDS = 2000;
const MOST_IN_A_WARD = 1000;

/** GetCouncillorsByWard's answer. What is private is never read out of it. */
export const readCouncillors = (origin: Origin, root: Element, whole: boolean): CouncillorList => {
  const order = dateOrder(root);
  const wards = [...childrenWithin(root, 'wards', 'ward'), ...childrenNamed(root, 'ward')];
  return { wards: wards.slice(0, MOST_WARDS).map((ward) => readWard(origin, ward, order)), whole };
};

const readWard = (origin: Origin, ward: Element, order: DateOrder): Fact<UnderstoodWard> => {
  const title = withoutPrivate(lineText(ward, 'wardtitle')) ?? '';
  const councillors = [
    ...childrenWithin(ward, 'councillors', 'councillor'),
    ...childrenNamed(ward, 'councillor'),
  ]
    .slice(0, MOST_IN_A_WARD)
    .flatMap((councillor) => readCouncillor(origin, councillor, { ward: title, order }) ?? []);
  const counts = childrenWithin(ward, 'councillors', 'councillorcount').length;
  const holder = childrenWithin(ward, 'councillors', 'councillorcount')[0]?.parent ?? null;
  const count = counts === 0 ? null : rawText(holder, 'councillorcount');
  const differs = count !== null && count !== '' && Number(count) !== councillors.length;
  return factFrom(origin, { title, councillors }, title, differs ? 'disagrees' : null);
};

const readCouncillor = (
  origin: Origin,
  councillor: Element,
  { ward, order }: { readonly ward: string; readonly order: DateOrder },
): Fact<UnderstoodCouncillor> | null => {
  const name = withoutPrivate(lineText(councillor, 'fullusername'));
  if (name === null) return null;
  const value: UnderstoodCouncillor = {
    aliases: aliasesFor(origin, 'person', idText(councillor, 'councillorid')),
    name,
    party: withoutPrivate(lineText(councillor, 'politicalpartytitle')),
    ward: ward === '' ? null : ward,
    district: withoutPrivate(lineText(councillor, 'districttitle') ?? lineText(councillor, 'representing')),
    keyPosts: keyPosts(lineText(councillor, 'keyposts')),
    terms: childrenWithin(councillor, 'termsofoffice', 'termofoffice')
      .slice(0, 100)
      .map((term) => readTerm(term, order)),
  };
  return factFrom(origin, value, name);
};

const keyPosts = (line: string | null): readonly string[] =>
  (line ?? '').split(';').flatMap((post) => withoutPrivate(post) ?? []);

const readTerm = (term: Element, order: DateOrder): TermOfOffice => ({
  start: readAnswerDate(rawText(term, 'startdate'), order),
  end: readAnswerDate(rawText(term, 'enddate'), order),
});
