import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { digestInput } from '../../../../src/domain/digest.ts';
import type { Envelope } from '../../../../src/domain/event.ts';
import { pushPath, type PushRequest } from '../../../../src/protocol/push.ts';
import { enrolTablet, type Tablet } from '../../../unit/server/tablet.ts';
import { makeEvent } from '../pages/make-event.ts';
import type { BenchCouncil } from './bench-council.ts';

/** A tablet without a browser: what the server hears of one. */
export const openTablet = async (council: BenchCouncil, personId: string): Promise<Tablet> =>
  enrolTablet(council.app, { now: Date.now() }, await council.invite(personId));

/** The next push of so many records, packed as tablets pack it. Takes their numbers. */
export const makePush = (council: BenchCouncil, tablet: Tablet, count: number): Uint8Array<ArrayBuffer> => {
  const { personId, deviceId, epoch } = tablet;
  const subject = { councilId: council.councilId, personId, meetingId: council.meetingId };
  const request: Omit<PushRequest, 'events'> & { readonly events: readonly Envelope[] } = {
    proto: 1,
    app: '0.0.0',
    deviceId,
    epoch,
    sentAt: new Date().toISOString(),
    events: Array.from({ length: count }, () => {
      const event = makeEvent(subject, tablet.n);
      const digest = createHash('sha256').update(digestInput(event)).digest('hex');
      const n = tablet.n;
      tablet.n += 1;
      return { deviceId, n, clock: { offsetMs: 0 }, digest, event };
    }),
  };
  return new Uint8Array(gzipSync(JSON.stringify(request)));
};

/** Sends it and throws unless every record was taken into the log. Answers the milliseconds until the receipts were here. */
export const timePush = async (
  tablet: Tablet,
  body: Uint8Array<ArrayBuffer>,
  count: number,
): Promise<number> => {
  const start = performance.now();
  const response = await tablet.request(pushPath, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
  });
  const text = await response.text();
  const ms = performance.now() - start;
  const applied = text.split('"applied"').length - 1;
  if (response.status !== 200 || applied !== count) {
    throw new Error(`a push of ${count} was answered ${response.status} with ${applied} receipts`);
  }
  return ms;
};
