import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/domain/event.ts';
import { draftMinutes } from '../../../src/domain/minutes/draft-minutes.ts';
import { deskView } from '../../../src/domain/register.ts';
import type { Arrival, DeskItem, DeskView } from '../../../src/domain/register-rows.ts';
import {
  arrived,
  buses,
  declaration,
  meeting,
  people,
  recalling,
  record,
  roads,
  seen,
  sending,
  stated,
} from './records.ts';

const { ash, bo, cy } = people;
const draft = (arrivals: readonly Arrival[]) => draftMinutes(meeting.committee, deskView(meeting, arrivals));
const declaring = (changes = {}): EventBody => ({ type: 'interest.declare', body: declaration(changes) });
const itemOf = (view: DeskView, itemId: string): DeskItem | undefined =>
  view.items.find((item) => item.itemId === itemId);

describe('the apologies on the desk', () => {
  it('stand in the order of the seats, and vacancies are nobody', () => {
    const arrivals = [cy, ash, bo].map((person) =>
      arrived(person, record(person, `a-${person.name}`, sending())),
    );
    expect(draft(arrivals).apologies).toBe(
      'Apologies were received from Bo Marsh, Ash Field and Cy Reed (Parent Governor Representative).',
    );
  });

  it('keep part attendance, recalls and contradictions for the clerk, not for the sentence', () => {
    const arrivals = [
      arrived(ash, record(ash, 'a', sending('late', '12:30'))),
      arrived(bo, record(bo, 'b', sending())),
      arrived(bo, record(bo, 'c', recalling, ['b'])),
      arrived(cy, record(cy, 'd', sending())),
      arrived(cy, record(cy, 'e', sending('early'))),
    ];
    const view = deskView(meeting, arrivals);
    expect(view.apologies.map(({ status }) => status.kind)).toEqual(['recalled', 'part', 'to-confirm']);
    expect(draft(arrivals).apologies).toBe('None.');
  });

  it('are late after the start in London, and then change nothing by themselves', () => {
    const arrivals = [
      arrived(ash, record(ash, 'a', sending()), '11:00'),
      arrived(ash, record(ash, 'b', recalling, ['a']), '11:01'),
      arrived(bo, record(bo, 'c', sending()), '11:01'),
    ];
    expect(draft(arrivals).apologies).toBe('Apologies were received from Ash Field.');
    expect(deskView(meeting, arrivals).late.map(({ event }) => event.id)).toEqual(['b', 'c']);
  });

  it('carry their reasons and whether the clerk noted them', () => {
    const reason: EventBody = { type: 'apology.reason', body: { meetingId: 'meeting', text: 'Unwell' } };
    const noting: EventBody = { type: 'record.noted', body: { meetingId: 'meeting' } };
    const sent = [arrived(ash, record(ash, 'a', sending())), arrived(ash, record(ash, 'b', reason))];
    expect(deskView(meeting, sent).apologies[0]).toMatchObject({
      isNoted: false,
      reasons: [{ event: { id: 'b' } }],
    });
    const noted = [...sent, arrived(bo, record(bo, 'c', noting, ['a']), '15:00')];
    expect(deskView(meeting, noted).apologies[0]?.isNoted).toBe(true);
  });
});

describe('the declarations on the desk', () => {
  it('stand by item in agenda order, and on items that the agenda lost', () => {
    const gone = { itemId: 'item-9', number: '9', title: 'Bridges' };
    const arrivals = [
      arrived(ash, record(ash, 'a', declaring({ item: gone }))),
      arrived(ash, record(ash, 'b', declaring({ item: roads }))),
      arrived(bo, record(bo, 'c', declaring({ item: buses }))),
    ];
    const view = deskView(meeting, arrivals);
    expect(view.items.map(({ number }) => number)).toEqual(['4', '5', '9']);
    expect(view.items.map(({ declarations }) => declarations.length)).toEqual([1, 1, 1]);
  });

  it('mark boilerplate, and keep both times', () => {
    const arrivals = [arrived(ash, record(ash, 'a', declaring({ nature: stated('as recorded', true) })))];
    const row = itemOf(deskView(meeting, arrivals), 'item-5')?.declarations[0];
    expect(row?.isBoilerplate).toBe(true);
    expect(row?.arrivals[0]?.receivedAt).toBe('2026-06-01T10:00:00.000Z');
    expect(row?.arrivals[0]?.event.madeAt).toBe('2026-06-01T08:00:00.000Z');
  });

  it('of someone who is away are flagged and left out of the draft', () => {
    const arrivals = [
      arrived(ash, record(ash, 'a', declaring())),
      arrived(ash, record(ash, 'b', sending())),
      arrived(bo, record(bo, 'c', sending('late'))),
      arrived(bo, record(bo, 'd', declaring())),
    ];
    const rows = itemOf(deskView(meeting, arrivals), 'item-5')?.declarations;
    expect(rows?.map(({ isAbsent }) => isAbsent)).toEqual([true, false]);
    expect(draft(arrivals).declarations).toBe(
      'Item 5 – Roads\nBo Marsh declared an other registerable interest as a trustee of the museum.',
    );
  });

  it('that contradict each other are left out of the draft and stay on the desk', () => {
    const arrivals = [
      arrived(ash, record(ash, 'a', declaring())),
      arrived(
        ash,
        record(ash, 'b', { type: 'interest.amend', body: declaration({ interest: 'dpi' }) }, ['a']),
      ),
      arrived(ash, record(ash, 'c', { type: 'interest.withdraw', body: { seen, item: roads } }, ['a'])),
    ];
    expect(itemOf(deskView(meeting, arrivals), 'item-5')?.declarations[0]?.current.kind).toBe('to-confirm');
    expect(draft(arrivals).declarations).toBe('None.');
  });

  it('show who left the room, whenever it arrived', () => {
    const left: EventBody = { type: 'item.left', body: { seen, item: roads } };
    const view = deskView(meeting, [arrived(ash, record(ash, 'a', left), '12:30')]);
    expect(itemOf(view, 'item-5')?.movements).toHaveLength(1);
    expect(view.late).toEqual([]);
  });
});

describe('the whole desk', () => {
  const arrivals = [
    arrived(ash, record(ash, 'a', declaring())),
    arrived(ash, record(ash, 'b', { type: 'interest.amend', body: declaration({ interest: 'dpi' }) }, ['a'])),
    arrived(bo, record(bo, 'c', sending())),
    arrived(bo, record(bo, 'd', recalling, ['c'])),
    arrived(bo, record(bo, 'f', declaring({ interest: 'dpi' }))),
    arrived(cy, record(cy, 'e', declaring({ item: buses })), '13:00'),
    arrived(cy, record(cy, 'g', sending()), '13:00'),
  ];

  it('is the same in whatever order arrivals are given', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(arrivals, { minLength: arrivals.length }), (shuffled) => {
        expect(deskView(meeting, shuffled)).toEqual(deskView(meeting, arrivals));
      }),
    );
  });

  it('shows every record once: its own row, what took its place, or apart as late', () => {
    fc.assert(
      fc.property(fc.subarray(arrivals), (some) => {
        const view = deskView(meeting, some);
        const shown = [
          ...view.apologies.flatMap((row) => row.arrivals),
          ...view.items.flatMap((item) => item.declarations.flatMap((row) => row.arrivals)),
          ...view.late,
        ].map(({ event }) => event.id);
        const replaced = new Set(some.flatMap(({ event }) => event.refs));
        expect(new Set(shown).size).toBe(shown.length);
        expect(
          some
            .map(({ event }) => event.id)
            .filter((id) => !replaced.has(id))
            .toSorted(),
        ).toEqual(shown.toSorted());
      }),
    );
  });

  it('knows other meetings apart, and whether the register is frozen', () => {
    const freeze: EventBody = { type: 'register.freeze', body: { meetingId: 'meeting' } };
    expect(deskView(meeting, [arrived(ash, record(ash, 'a', freeze))]).frozen).toBe(true);
    expect(deskView({ ...meeting, meetingId: 'other' }, arrivals)).toMatchObject({
      apologies: [],
      late: [],
      frozen: false,
    });
  });
});
