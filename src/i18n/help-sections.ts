import type { Contact } from '../domain/meeting.ts';

/** One block of the help text; `key` and `keys` are keys of `locales/<tag>/help.json`. */
export type HelpBlock =
  | { readonly kind: 'paragraph'; readonly key: string }
  /** A sentence with `{{telephone}}`, whose number the council gives by purpose. */
  | { readonly kind: 'call'; readonly key: string; readonly purpose: Contact['purpose'] }
  | { readonly kind: 'steps'; readonly keys: readonly string[] }
  | { readonly kind: 'list'; readonly keys: readonly string[] }
  | { readonly kind: 'term'; readonly key: string };

/** `id` is also the address of the section inside the page. */
export interface HelpSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

const paragraphs = (...keys: readonly string[]): readonly HelpBlock[] =>
  keys.map((key) => ({ kind: 'paragraph', key }));

const term = (key: string, ...rest: readonly string[]): readonly HelpBlock[] => [
  { kind: 'term', key },
  ...paragraphs(...rest),
];

const call = (key: string, purpose: Contact['purpose']): HelpBlock => ({ kind: 'call', key, purpose });

/** The statute's closed list, in its order (SI 2012/1464; rules.md L3). */
const categories = [
  'help.kinds.dpi.employment',
  'help.kinds.dpi.sponsorship',
  'help.kinds.dpi.contract',
  'help.kinds.dpi.land',
  'help.kinds.dpi.licence',
  'help.kinds.dpi.corporateTenancy',
  'help.kinds.dpi.securities',
];

const kinds: readonly HelpBlock[] = [
  ...paragraphs('help.kinds.p1'),
  ...term('help.kinds.dpi.title', 'help.kinds.dpi.p1'),
  { kind: 'list', keys: categories },
  ...paragraphs('help.kinds.dpi.law', 'help.kinds.dpi.notify', 'help.kinds.dpi.offence'),
  ...term('help.kinds.ori.title', 'help.kinds.ori.p1'),
  ...term('help.kinds.nri.title', 'help.kinds.nri.p1', 'help.kinds.nri.law'),
  ...term('help.kinds.odi.title', 'help.kinds.odi.p1', 'help.kinds.odi.law'),
  ...term('help.kinds.sensitive.title', 'help.kinds.sensitive.law'),
  ...term('help.kinds.s106.title', 'help.kinds.s106.law'),
  ...term('help.kinds.whip.title', 'help.kinds.whip.law'),
];

/** The help page, in its order. */
export const helpSections: readonly HelpSection[] = [
  {
    id: 'help-what',
    title: 'help.what.title',
    blocks: paragraphs('help.what.p1', 'help.what.p2'),
  },
  {
    id: 'help-install',
    title: 'help.install.title',
    blocks: [
      { kind: 'steps', keys: ['help.install.step1', 'help.install.step2', 'help.install.step3'] },
      ...paragraphs('help.install.p1'),
    ],
  },
  {
    id: 'help-apology',
    title: 'help.apology.title',
    blocks: paragraphs(
      'help.apology.p1',
      'help.apology.p2',
      'help.apology.p3',
      'help.apology.p4',
      'help.apology.p5',
    ),
  },
  {
    id: 'help-declare',
    title: 'help.declare.title',
    blocks: paragraphs(
      'help.declare.p1',
      'help.declare.p2',
      'help.declare.p3',
      'help.declare.p4',
      'help.declare.law',
    ),
  },
  { id: 'help-kinds', title: 'help.kinds.title', blocks: kinds },
  {
    id: 'help-states',
    title: 'help.states.title',
    blocks: [
      {
        kind: 'list',
        keys: ['help.states.saved', 'help.states.waiting', 'help.states.received', 'help.states.erased'],
      },
    ],
  },
  {
    id: 'help-formats',
    title: 'help.formats.title',
    blocks: [call('help.formats.language', 'language'), call('help.formats.other', 'other-formats')],
  },
  {
    id: 'help-call',
    title: 'help.call.title',
    blocks: [
      call('help.call.scrutiny', 'scrutiny-officers'),
      call('help.call.monitoring', 'monitoring-officer'),
      call('help.call.clerk', 'clerk'),
      call('help.call.general', 'general'),
      ...paragraphs('help.call.lost'),
    ],
  },
];

/** What the law or the council's code asks a member to do. */
export const dutyKeys: ReadonlySet<string> = new Set([
  'help.declare.law',
  'help.kinds.dpi.law',
  'help.kinds.dpi.notify',
  'help.kinds.dpi.offence',
  'help.kinds.nri.law',
  'help.kinds.odi.law',
  'help.kinds.sensitive.law',
  'help.kinds.s106.law',
  'help.kinds.whip.law',
]);

/**
 * Duties, the names of the kinds of interest, and whose interests count: a translation shows the
 * English beside them, because the law and the council's forms are in English.
 */
export const lawKeys: ReadonlySet<string> = new Set([
  ...dutyKeys,
  'help.kinds.dpi.title',
  'help.kinds.dpi.p1',
  'help.kinds.ori.title',
  'help.kinds.nri.title',
  'help.kinds.odi.title',
  'help.kinds.sensitive.title',
  'help.kinds.s106.title',
  'help.kinds.whip.title',
]);
