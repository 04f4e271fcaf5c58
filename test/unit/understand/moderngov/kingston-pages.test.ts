import { describe, expect, test } from 'vitest';
import { findDate, findTime } from '../../../../src/understand/moderngov/local-time.ts';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { noFixtures } from '../../../support/fixtures.ts';
import { present } from '../../../support/present.ts';
import { idIn, meetingIn, readAnswers, realFolder, realSource, understandReal } from './real-sources.ts';

interface PageAnswer {
  readonly title: string;
  readonly meeting: string;
  readonly committeeLink: string;
  readonly actions: readonly { readonly text: string; readonly href: string }[];
  readonly labels: readonly string[];
  readonly dc: Readonly<Record<string, string>>;
  readonly items: readonly ItemAnswer[];
}
interface ItemAnswer {
  readonly no: string;
  readonly anchor: string;
  readonly title: string;
  readonly href: string | null;
  readonly sub: readonly string[];
  readonly docs: readonly { readonly t: string; readonly h: string }[];
  readonly fullMinutes: boolean;
  readonly recordedVotes?: readonly { readonly title: string; readonly result: string }[];
}
interface Answers {
  readonly 'Agenda_151.html': PageAnswer;
  readonly 'Agenda_412.html': PageAnswer;
  readonly 'BrowseMeetings.html': readonly { mid: number; when: string; state: string }[];
  readonly 'CommitteeDetails.html': {
    readonly members: readonly { uid: number; name: string; role: string | null }[];
  };
}

const answers = readAnswers('council_cycle-html/expected.json') as Answers;
const answer = <K extends keyof Answers>(name: K): Answers[K] => answers[name];
const kindOf = (file: string) => recognise(realSource(file), null);

const SITE = 'https://democracy.example.gov.uk';
const FILE_SIZE = / PDF \d+ [KMG]B$/u;
const kinds: Readonly<Record<string, string>> = {
  '0': 'agenda',
  '1': 'minutes',
  '2': 'decisions',
  '10': 'pack',
};

describe.skipIf(realFolder === null)(`saved pages of a council, or ${noFixtures}`, () => {
  test.for(['Agenda_151.html', 'Agenda_412.html'] as const)('%s: its heading and its labels', (file) => {
    const expected = answer(file);
    const meeting = meetingIn(understandReal(file));
    const head = present(findDate(expected.meeting), 'date');
    expect(meeting.start).toMatchObject({
      value: `${head.date}T${findTime(head.after)}`,
      from: { file, page: null, quote: expected.meeting },
      doubt: expected.dc['DC.date'] === head.date ? null : 'disagrees',
    });
    expect(expected.meeting.startsWith(`${meeting.committee?.value} - `)).toBe(true);
    expect(meeting.state?.value ?? null).toBe(expected.meeting.endsWith('CANCELLED') ? 'cancelled' : null);
    expect(idIn(meeting.aliases, 'committee')).toBe(expected.committeeLink.split('=')[1]);
    const label = (name: RegExp): string =>
      present(
        expected.labels.find((line) => name.test(line)),
        'label',
      );
    expect(meeting.venue?.value.length).toBeGreaterThan(5);
    expect(label(/venue:/iu)).toContain(`: ${meeting.venue?.value}`);
    const { name, telephone, email } = present(meeting.contact, 'contact').value;
    expect(label(/^Contact:/u)).toMatch(new RegExp(`^Contact: ${name} .*${telephone}.* ${email}$`, 'u'));
  });

  test('Agenda_151.html: documents of the meeting by what they are', () => {
    const { actions } = answer('Agenda_151.html');
    const meeting = meetingIn(understandReal('Agenda_151.html', `${SITE}/ieListDocuments.aspx?MId=1`));
    const expected = actions
      .filter(({ href }) => /^documents|ChooseDocPack/u.test(href))
      .map(({ text, href }) => {
        const supplement = /SID=(\d+)/u.exec(href)?.[1];
        const kind = kinds[/\?T=(\d+)$/u.exec(href)?.[1] ?? ''] ?? 'pack';
        return {
          title: text.replace(FILE_SIZE, ''),
          url: new URL(href, `${SITE}/`).href,
          kind: supplement === undefined ? kind : 'supplement',
          restricted: false,
          aliases:
            supplement === undefined
              ? []
              : [{ system: 'moderngov', site: SITE, kind: 'supplement', id: supplement }],
        };
      });
    expect(expected).toHaveLength(6);
    expect(meeting.documents).toEqual(expected);
    // The packs' number is another than the meeting's.
    const attendance = present(
      actions.find(({ href }) => href.includes('Attendance')),
      'attendance',
    );
    const pack = present(
      actions.find(({ href }) => href.includes('ChooseDocPack')),
      'pack',
    );
    const alone = meetingIn(understandReal('Agenda_151.html'));
    expect(idIn(alone.aliases, 'meeting')).toBe(attendance.href.split('=')[1]);
    expect(idIn(alone.aliases, 'agenda')).toBe(pack.href.split('=')[1]);
    expect(idIn(meeting.aliases, 'meeting')).toBe('1');
  });

  test('Agenda_151.html: items with numbers of minutes, documents, votes and what is cut', () => {
    const expected = answer('Agenda_151.html').items;
    const { items } = meetingIn(understandReal('Agenda_151.html'));
    expect(expected.length).toBeGreaterThan(10);
    expect(
      items.map(({ aliases, number, numbered, title, documents, minute }) => ({
        no: `${number}.`,
        numbered,
        anchor: `AI${idIn(aliases, 'item')}`,
        title: title.value,
        doubt: title.doubt,
        docs: documents.map((document) => ({ t: document.title, h: document.url })),
        fullMinutes: minute?.truncated,
        votes: minute?.votes.map((vote) => ({ title: vote.title, result: vote.result })),
      })),
    ).toEqual(
      expected.map(({ no, anchor, title, href, docs, fullMinutes, recordedVotes = [] }) => ({
        no,
        numbered: 'minute',
        anchor,
        title,
        doubt: fullMinutes ? 'cut' : null,
        docs: [...(href === null ? [] : [{ t: title, h: href }]), ...docs],
        fullMinutes,
        votes: recordedVotes.map((vote) => ({ title: vote.title, result: vote.result.toLowerCase() })),
      })),
    );
  });

  test('Agenda_151.html: text, minutes and resolutions without what the page adds', () => {
    const expected = answer('Agenda_151.html').items;
    const { items } = meetingIn(understandReal('Agenda_151.html'));
    const all = JSON.stringify(items.map(({ text, minute }) => [text, minute]));
    const titles = items.flatMap(({ title, documents }) => [
      title.value,
      ...documents.map((one) => one.title),
    ]);
    for (const title of titles) expect(title).not.toMatch(/PDF|[KM]B$|, item/u);
    for (const added of ['Mso', 'view the full', '\u00A0', '&nbsp', '<', '  '])
      expect(all).not.toContain(added);
    for (const [index, item] of items.entries()) {
      const { sub = [] } = expected[index] ?? {};
      expect((item.minute?.paragraphs.length ?? 0) > 0).toBe(sub.includes('Minutes:'));
      const resolved = item.minute?.resolutions[0]?.startsWith('RESOLVED') ?? false;
      expect(resolved).toBe(sub.includes('Decision:'));
    }
    const cut = items.filter(({ minute }) => minute?.truncated);
    expect(cut.every(({ minute }) => minute?.paragraphs.at(-1)?.endsWith(' ...'))).toBe(true);
  });

  test('BrowseMeetings.html: every meeting with its start and the words after it', () => {
    const understood = understandReal('BrowseMeetings.html');
    if (understood.kind !== 'meetings') throw new Error(understood.kind);
    expect(
      understood.list.meetings.map(({ value }) => [
        Number(idIn(value.aliases, 'meeting')),
        value.start,
        value.status ?? '',
        value.state,
      ]),
    ).toEqual(
      answer('BrowseMeetings.html').map(({ mid, when, state }) => [
        mid,
        new Date(`${when} UTC`).toISOString().slice(0, 16),
        state,
        state === 'CANCELLED' ? 'cancelled' : null,
      ]),
    );
    expect(understood.list.earlier).toMatch(/Act=earlier/u);
    expect(understood.list.later).toMatch(/Act=later/u);
  });

  test('CommitteeDetails.html: every member with role and id', () => {
    const understood = understandReal('CommitteeDetails.html');
    if (understood.kind !== 'committee') throw new Error(understood.kind);
    expect(
      understood.committee.members.map(({ value }) => ({
        uid: Number(idIn(value.aliases, 'person')),
        name: value.name,
        role: value.role,
      })),
    ).toEqual(
      answer('CommitteeDetails.html').members.map(({ uid, name, role }) => ({
        uid,
        name,
        role: role?.toLowerCase() ?? 'member',
      })),
    );
    const heading = answer('Agenda_151.html').meeting;
    expect(heading.startsWith(`${understood.committee.name?.value} - `)).toBe(true);
    expect(idIn(understood.committee.aliases, 'committee')).toBe(
      answer('Agenda_151.html').committeeLink.split('=')[1],
    );
  });

  test('each saved page is recognised, and pages of other kinds and systems are not taken for it', () => {
    expect(kindOf('Agenda_151.html')).toEqual({ ok: true, value: 'page-meeting' });
    expect(kindOf('Agenda_412.html')).toEqual({ ok: true, value: 'page-meeting' });
    expect(kindOf('BrowseMeetings.html')).toEqual({ ok: true, value: 'page-meetings' });
    expect(kindOf('CommitteeDetails.html')).toEqual({ ok: true, value: 'page-committee' });
    for (const file of ['cmis_listview.html', 'cmis_detail_with_minutes.html', 'ieDecisionDetails.html'])
      expect(kindOf(file)).toEqual({ ok: false, error: 'unknown' });
    expect(kindOf('mgRofI_register_of_interests.html')).toEqual({ ok: false, error: 'unknown' });
  });
});
