import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDirtyForms } from '../../../../src/app/dirty-forms.ts';
import type { ImportDesk } from '../../../../src/app/import/import-desk.ts';
import { openReview, publishReview } from '../../../../src/app/import/review.ts';
import type { PublishAnswer } from '../../../../src/domain/import-state.ts';
import { ok } from '../../../../src/domain/result.ts';
import { readDraft } from '../../../../src/storage/drafts.ts';
import { openTab, seen } from '../../storage/records.ts';
import { deskOf } from '../import-desk.ts';
import { draftSample } from './draft-sample.ts';

const key = 'import/papers/0';
const sha256 = (text: string) => Promise.resolve(`of ${text.length}`);

const openIt = async (publish: ImportDesk['publish']) => {
  const records = openTab();
  const services = { records, imports: deskOf({ publish }) };
  const meeting = { draft: draftSample, match: null, people: [], published: null };
  const forms = createDirtyForms(null);
  const form = await openReview({ records, forms, sha256 }, 'papers', 0, meeting);
  const type = (venue: string) =>
    form.change({ ...form.current(), draft: { ...form.current().draft, venue } });
  return { records, services, form, forms, type };
};

test('what is published is what stood in the form, without a reason of spaces, and is forgotten then', async () => {
  const sent: unknown[] = [];
  const answer: PublishAnswer = { kind: 'published', meetingId: 'm', version: 1 };
  const { records, services, form, forms, type } = await openIt((...asked) => {
    sent.push(asked);
    return Promise.resolve(ok(answer));
  });
  type('The Moorings');
  form.change({ ...form.current(), draft: { ...form.current().draft, reason: '  ' } });
  expect(await publishReview(services, 'papers', 0, form)).toEqual(ok(answer));
  expect(sent).toEqual([['papers', 0, { ...draftSample, venue: 'The Moorings' }]]);
  expect(await readDraft(records, key)).toBeUndefined();
  expect(forms.here()).toBe(false);
});

test('what is refused stays in the form, with what was typed meanwhile', async () => {
  const answer: PublishAnswer = { kind: 'published-since', version: 2 };
  const { records, services, form, type } = await openIt(() => {
    type('The New Quay');
    return Promise.resolve(ok(answer));
  });
  type('The Moorings');
  expect(await publishReview(services, 'papers', 0, form)).toEqual(ok(answer));
  await form.settled();
  expect(await readDraft(records, key)).toMatchObject({ draft: { venue: 'The New Quay' } });
  expect(await seen(form.view)).toMatchObject({ ended: false, kept: true });
});
