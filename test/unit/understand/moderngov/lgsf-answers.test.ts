import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { noFixtures } from '../../../support/fixtures.ts';
import { present } from '../../../support/present.ts';
import { idIn, meetingIn, realFolder, realSources, understandReal } from './real-sources.ts';

type Found = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const documentOf = (file: string) =>
  parseDocument(
    present(
      realSources.find((one) => one.file === file),
      file,
    ).source,
    { xmlMode: true },
  );
const all = (name: string, within: Parameters<typeof DomUtils.getElementsByTagName>[1]): readonly Found[] =>
  DomUtils.getElementsByTagName(name, within);
const said = (name: string, within: Found | readonly Found[]): string =>
  DomUtils.textContent(present(all(name, 'name' in within ? within.children : [...within])[0], name)).trim();
const iso = (date: string): string => date.split('/').toReversed().join('-');
const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

describe.skipIf(realFolder === null)(`answers of a web service, or ${noFixtures}`, () => {
  test('GetCommittees: each committee as it stands', () => {
    const understood = understandReal('GetCommittees.xml');
    if (understood.kind !== 'committees') throw new Error(understood.kind);
    const expected = all('committee', documentOf('GetCommittees.xml').children).map((one) => [
      said('committeeid', one),
      said('committeetitle', one),
      said('committeecategory', one),
      said('committeedeleted', one) === 'True',
      said('committeeexpired', one) === 'True',
    ]);
    expect(expected).toHaveLength(3);
    expect(
      understood.list.committees.map(({ value }) => [
        idIn(value.aliases, 'committee'),
        value.name,
        value.category,
        value.deleted,
        value.expired,
      ]),
    ).toEqual(expected);
    expect(understood.list.whole).toBe(true);
  });

  test('GetMeetings: each meeting with its committee, and which is cancelled', () => {
    const understood = understandReal('GetMeetings.xml');
    if (understood.kind !== 'meetings') throw new Error(understood.kind);
    const document = documentOf('GetMeetings.xml');
    const [committee] = all('committee', document.children);
    const expected = all('meeting', document.children).map((one) => [
      said('meetingid', one),
      said('committeeid', present(committee, 'committee')),
      said('committeetitle', present(committee, 'committee')),
      `${iso(said('meetingdate', one))}T${said('meetingtime', one).replace('.', ':').replace(' am', '')}`,
      said('meetingstatus', one),
      said('meetingstatus', one).toLowerCase(),
    ]);
    expect(expected).toHaveLength(2);
    expect(
      understood.list.meetings.map(({ value }) => [
        idIn(value.aliases, 'meeting'),
        idIn(value.aliases, 'committee'),
        value.committee,
        value.start,
        value.status,
        value.state,
      ]),
    ).toEqual(expected);
    expect(understood.list.whole).toBe(true);
  });

  test('GetMeeting: the meeting, its items, documents, minutes and attendees', () => {
    const meeting = meetingIn(understandReal('GetMeeting_with_minutes.xml'));
    const [root] = all('meeting', documentOf('GetMeeting_with_minutes.xml').children);
    const xml = present(root, 'meeting');
    const date = iso(said('meetingdate', xml));
    expect(meeting.start?.value).toBe(`${date}T10:00`);
    expect(meeting.plannedEnd?.value).toBe(`${date}T14:00`);
    expect(meeting.venue?.value).toBe(said('meetinglocation', xml));
    expect(meeting.state?.value).toBe(said('meetingstatus', xml).toLowerCase());
    expect(meeting.committee?.value).toBe(said('refertocommittee', xml));
    expect(idIn(meeting.aliases, 'meeting')).toBe(said('meetingid', xml));
    const expected = all('agendaitem', xml.children).map((item) => ({
      id: said('agendaitemid', item),
      number: said('fulldisplaynumberformat', item).replace('.', ''),
      title: said('agendaitemtitle', item),
      text: [tidy(said('agendatext', item).replaceAll(/<[^>]*>/gu, ' '))],
      minutes: [tidy(said('minutesnonemptyhtmlbody', item).replaceAll(/<[^>]*>/gu, ' '))],
      documents: all('linkeddoc', item.children).map((one) => [
        said('attachmentid', one),
        tidy(said('title', one)),
        said('url', one),
      ]),
    }));
    expect(expected).toHaveLength(2);
    expect(
      meeting.items.map(({ aliases, number, title, text, minute, documents }) => ({
        id: idIn(aliases, 'item'),
        number,
        title: title.value,
        text,
        minutes: minute?.paragraphs,
        documents: documents.map((one) => [idIn(one.aliases, 'document'), one.title, one.url]),
      })),
    ).toEqual(expected);
    const [attendee] = all('attendee', xml.children);
    expect(
      meeting.members.map(({ value }) => [value.name, value.party, value.ward, value.attendance]),
    ).toEqual([['name', 'politicalparty', 'ward', 'attendance'].map((name) => attendee?.attribs[name])]);
    expect(meeting.aliases[0]?.site).toBe(new URL(said('url', xml)).origin);
  });
});
