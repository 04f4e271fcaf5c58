import { describe, expect, it } from 'vitest';
import type { Nature } from '../../../src/domain/event.ts';
import { apologiesSentence } from '../../../src/domain/minutes/apologies-sentence.ts';
import {
  declarationsText,
  itemHeading,
  type MinutedItem,
} from '../../../src/domain/minutes/declarations-text.ts';
import { draftMinutes } from '../../../src/domain/minutes/draft-minutes.ts';
import { joinNames } from '../../../src/domain/minutes/join-names.ts';
import { deskView } from '../../../src/domain/register.ts';
import { arrived, meeting, people, record, roads, seen, stated } from './records.ts';
import { readSeed } from './seed-documents.ts';

const named = (name: string, role: string | null = null) => ({ name, role });
const said = (
  name: string,
  nature: Nature,
  interest: MinutedItem['declared'][number]['interest']['interest'] = 'ori',
) => ({
  personId: name,
  name,
  role: null,
  interest: { interest, nature },
});
const roadsWith = (...declared: MinutedItem['declared']): string =>
  declarationsText([{ number: '5', title: 'Roads', declared }]).replace('Item 5 – Roads\n', '');

describe('apologies as minutes say them', () => {
  it('say "None." when there are none', () => {
    expect(apologiesSentence([])).toBe('None.');
  });

  it('join names as council English does, with roles in brackets', () => {
    expect(apologiesSentence([named('A')])).toBe('Apologies were received from A.');
    expect(apologiesSentence([named('Councillor A'), named('B', 'Parent Governor Representative')])).toBe(
      'Apologies were received from Councillor A and B (Parent Governor Representative).',
    );
    expect(joinNames([named('A'), named('B'), named('C')])).toBe('A, B and C');
    expect(joinNames([])).toBe('');
  });

  it('are word for word those of real minutes', () => {
    const minutes = readSeed('Apologies and Welcome');
    if (minutes === null) return;
    const sentence = apologiesSentence([named('Ian Hopwood'), named('Bryan Allbut')]);
    expect(minutes.split('\n').map((line) => line.trim())).toContain(sentence);
  });
});

describe('declarations as minutes say them', () => {
  it('say "None." when there are none', () => {
    expect(declarationsText([{ number: '5', title: 'Roads', declared: [] }])).toBe('None.');
  });

  it('join people whose kind and nature are the same, and keep others apart', () => {
    const trustees = stated('as trustees of the museum');
    expect(
      roadsWith(said('A', trustees), said('B', stated('My brother works there')), said('C', trustees)),
    ).toBe(
      'A and C declared other registerable interests as trustees of the museum.\n' +
        'B declared an other registerable interest: “My brother works there.”',
    );
  });

  it('quote the first person instead of bending it', () => {
    expect(roadsWith(said('A', stated('as I sit on its board')))).toBe(
      'A declared an other registerable interest: “as I sit on its board.”',
    );
  });

  it('say of a sensitive interest that it exists, and of arrears no amount', () => {
    expect(roadsWith(said('A', { kind: 'sensitive' }, 'dpi'))).toBe(
      'A declared a disclosable pecuniary interest (sensitive interest; nature not disclosed).',
    );
    expect(roadsWith(said('A', stated('£312 for 4 High Street'), 's106'))).toBe(
      'A declared that section 106 of the Local Government Finance Act 1992 applied.',
    );
  });

  it('name one person once who said the same on two devices', () => {
    const twice = said('A', stated('as a trustee'));
    expect(roadsWith(twice, { ...twice })).toBe('A declared an other registerable interest as a trustee.');
  });

  it('head an item as real minutes do', () => {
    expect(itemHeading({ number: null, title: 'Roads' })).toBe('Roads');
    const minutes = readSeed('Declaration of Interest and of any Party Whip');
    if (minutes === null) return;
    const heading = itemHeading({
      number: '5',
      title: 'Prevention Policy and 0-19 Services Commissioning Plan',
    });
    expect(minutes.split('\n').map((line) => line.trim())).toContain(heading);
  });
});

describe('the whip', () => {
  const whip = record(people.ash, 'a', {
    type: 'whip.declare',
    body: { seen, item: roads, group: 'Group of the Left', nature: 'to vote for the scheme' },
  });

  it('is said by item where scrutiny asks for it', () => {
    const desk = deskView(meeting, [arrived(people.ash, whip)]);
    expect(draftMinutes(meeting.committee, desk).whip).toBe(
      'Item 5 – Roads\nAsh Field declared a party whip (Group of the Left): “to vote for the scheme.”',
    );
  });

  it('is said not to be there, or is not asked for', () => {
    const desk = deskView(meeting, []);
    expect(draftMinutes(meeting.committee, desk).whip).toBe('No whip was declared.');
    expect(draftMinutes({ ...meeting.committee, type: 'standards' }, desk).whip).toBeNull();
  });
});
