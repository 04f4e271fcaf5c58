import type { Element } from 'domhandler';
import type { Alias, Fact, UnderstoodMeeting } from '../../domain/understood.ts';
import { clockBehind, type DateOrder, dateOrder, readAnswerDate } from './answer-dates.ts';
import { childrenNamed, childrenWithin, idText, lineText, rawText } from './elements.ts';
import { findTime } from './local-time.ts';
import { meetingState } from './meeting-state.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';
import { tidy } from './text-of.ts';

/** A meeting as a list of them names it. */
export interface ListedMeeting {
  readonly aliases: readonly Alias[];
  readonly committee: string | null;
  /** `2026-02-10`; null when the source gives no usable date. */
  readonly date: string | null;
  /** Local date and time in London, `2026-02-10T10:00`; null without either. */
  readonly start: string | null;
  /** As the source says it: "Confirmed; Budget Council", "Agenda, Decisions, Minutes". */
  readonly status: string | null;
  readonly state: NonNullable<UnderstoodMeeting['state']>['value'] | null;
  /** The meeting's own page. */
  readonly url: string | null;
}

/** Meetings in the order of the source. */
export interface MeetingList {
  readonly meetings: readonly Fact<ListedMeeting>[];
  /** Pages of the same list with other meetings. */
  readonly earlier: string | null;
  readonly later: string | null;
  /** False when the source says another number of meetings, or ends before its end. */
  readonly whole: boolean;
}

export const MOST_MEETINGS = 10_000;

/** GetMeetings' answer, where meetings lie within their committees, and GetAllMeetingsByDate's, where they do not. */
export const readGetMeetings = (origin: Origin, root: Element, whole: boolean): MeetingList => {
  const holders = [
    root,
    ...childrenNamed(root, 'committee'),
    ...childrenWithin(root, 'committees', 'committee'),
  ];
  const order = dateOrder(root);
  const meetings = holders
    .flatMap((holder) => {
      const committee = committeeOf(holder);
      return ['committeemeetings', 'meetings', 'allmeetings']
        .flatMap((wrapper) => childrenWithin(holder, wrapper, 'meeting'))
        .concat(childrenNamed(holder, 'meeting'))
        .slice(0, MOST_MEETINGS)
        .map((meeting) => ({ meeting, committee, order }));
    })
    .slice(0, MOST_MEETINGS)
    .map((found) => answeredMeeting(origin, found));
  const count = lineText(root, 'meetingscount');
  return {
    meetings,
    earlier: null,
    later: null,
    whole: whole && (count === null || Number(count) === meetings.length),
  };
};

interface AnsweredCommittee {
  readonly id: string | null;
  readonly title: string | null;
}

// Read once for each list: a list is long, and looking through it again for each meeting takes its square.
const committeeOf = (node: Element): AnsweredCommittee => ({
  id: idText(node, 'committeeid'),
  title: lineText(node, 'committeetitle'),
});

interface AnsweredMeeting {
  readonly meeting: Element;
  /** Of the list that holds it. */
  readonly committee: AnsweredCommittee;
  readonly order: DateOrder;
}

const answeredMeeting = (
  origin: Origin,
  { meeting, committee, order }: AnsweredMeeting,
): Fact<ListedMeeting> => {
  const own = committeeOf(meeting);
  const given = rawText(meeting, 'meetingdate');
  const date = readAnswerDate(given, order);
  const clock = lineText(meeting, 'meetingtime') ?? clockBehind(given).replace(/^\s*0?0:00(?::00)?$/u, '');
  const time = findTime(clock);
  const status = lineText(meeting, 'meetingstatus');
  return factFrom(
    origin,
    {
      aliases: [
        ...aliasesFor(origin, 'meeting', idText(meeting, 'meetingid')),
        ...aliasesFor(origin, 'committee', own.id ?? committee.id),
      ],
      committee: own.title ?? committee.title,
      date,
      start: startOf(date, time),
      status,
      state: meetingState(status ?? ''),
      url: null,
    },
    tidy([given, clock, status ?? ''].join(' ')),
    date === null || order === 'month-first' ? 'guessed' : null,
  );
};

/** A start of a day and a time; null without either. */
export const startOf = (date: string | null, time: string | null): string | null =>
  date === null || time === null ? null : `${date}T${time}`;
