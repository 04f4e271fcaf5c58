import type { Declaration } from '../../../src/domain/event.ts';
import type { Manifest } from '../../../src/domain/meeting.ts';
import type { Statement } from '../../../src/app/record.ts';

/** Says something and answers its id. */
type Say = (statement: Statement) => Promise<string>;

/** Every kind of thing that a member can say in version 1, about an invented meeting. */
export const sayEverything = async (say: Say, { meetingId, version, committee, start, items }: Manifest) => {
  const seen = {
    meetingId,
    meetingVersion: version,
    committee: committee.name,
    start,
    language: 'en-GB',
    words: ['What stood on the screen'],
  };
  const [first] = items;
  if (first === undefined) throw new Error('a meeting has an item');
  const item = { itemId: first.id, number: first.number, title: first.title };
  const declaration: Declaration = {
    seen,
    item,
    regime: { id: 'LGA-2020', version: 1 },
    answers: [
      { question: 'whose-2020', choice: 'mine' },
      { question: 'category', choice: 'land' },
    ],
    interest: 'dpi',
    category: 'land',
    holder: 'self',
    nature: { kind: 'stated', text: 'I own the field beside the bridge', boilerplate: false },
    duties: [{ code: 'say-at-meeting' }, { code: 'notify-monitoring-officer', by: '2027-04-01' }],
    say: 'I declare a disclosable pecuniary interest in item 1.',
  };
  const late = { kind: 'part', part: 'late', time: '11:30' } as const;
  await say({ type: 'apology.send', body: { seen, extent: late, afterStart: false } });
  const apology = await say({
    type: 'apology.send',
    body: { seen, extent: { kind: 'whole' }, afterStart: true },
  });
  await say({ type: 'apology.reason', body: { meetingId, text: 'A reason that nobody had' } });
  await say({ type: 'apology.recall', body: { seen }, refs: [apology] });
  const declared = await say({ type: 'interest.declare', body: declaration });
  const sensitive: Declaration = { ...declaration, holder: null, nature: { kind: 'sensitive' } };
  const amended = await say({ type: 'interest.amend', body: sensitive, refs: [declared] });
  await say({ type: 'item.left', body: { seen, item } });
  await say({ type: 'item.returned', body: { seen, item } });
  await say({ type: 'interest.withdraw', body: { seen, item }, refs: [amended] });
  await say({
    type: 'whip.declare',
    body: { seen, item, group: 'Group of the Invented', nature: 'Told to vote for the bridge' },
  });
};
