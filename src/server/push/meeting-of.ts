import type { AnyEvent } from '../../domain/event.ts';

/** The meeting that an event is about. */
export const meetingOf = (event: AnyEvent): string =>
  'seen' in event.body ? event.body.seen.meetingId : event.body.meetingId;
