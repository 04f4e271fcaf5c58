import { expect, test } from 'vitest';
import type { LinkedDocument } from '../../../../src/domain/understood.ts';
import { draftMeeting } from '../../../../src/server/propose/draft-meeting.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import { present } from '../../../support/present.ts';
import { fact, item, meeting } from '../../understand/proposal/samples.ts';
import { source, text } from '../../understand/proposal/source-samples.ts';

const draftOf = (...sources: Parameters<typeof propose>[0]) => {
  const proposal = propose(sources);
  return draftMeeting(present(proposal.meetings[0], 'meeting'), proposal);
};

test('what was not found is empty, so that publishing asks for it', () => {
  const page = meeting({ committee: null, start: null, venue: null, items: [item(null, '…')] });
  expect(draftOf(source('page.html', 'meeting-page', { meeting: page }))).toEqual({
    format: 1,
    key: '',
    committee: { name: '', type: 'other' },
    date: '',
    time: '',
    venue: '',
    seats: [],
    items: [{ key: 'item', number: null, title: '…', papers: [] }],
    papers: [],
    plans: [],
  });
});

test('papers that were brought for what is dealt with in private are not in it', () => {
  const sheet = meeting({
    items: [item('1', 'Bridges of the county'), item('2', 'Sale of the depot', { exempt: true })],
  });
  const draft = draftOf(
    source('agenda.pdf', 'agenda', { meeting: sheet, paper: {} }),
    source('Bridges of the county.pdf', 'report', { paper: { text: text('One two three') } }),
    source('Sale of the depot.pdf', 'report', { paper: { text: text('Four five six') } }),
  );
  expect(draft.items.map(({ papers }) => papers.length)).toEqual([1, 0]);
  expect(JSON.stringify(draft)).not.toContain('Sale of the depot.pdf');
});

const linked = (title: string, restricted: boolean): LinkedDocument => ({
  aliases: [],
  title,
  url: null,
  kind: 'report',
  restricted,
});

test('nor is what a page names as restricted, nor its text under another name', () => {
  const page = meeting({
    items: [
      item('1', 'Sale of the depot', {
        documents: [linked('Appendix B', true), linked('Map', true), linked('Map', false)],
      }),
    ],
  });
  const draft = draftOf(
    source('page.html', 'meeting-page', { meeting: page }),
    source('Copy.pdf', 'report', { paper: { text: text('One two three') } }),
    source('Appendix B.pdf', 'report', { paper: { text: text('One two three') } }),
    source('Map.pdf', 'report', { paper: { text: text('Four five six') } }),
  );
  const files = [draft, ...draft.items].flatMap(({ papers }) =>
    papers.map((paper) => 'file' in paper && paper.file),
  );
  expect(files).toEqual(['Map.pdf']);
});

const named = (kind: 'committee' | 'meeting' | 'item' | 'person', id: string) => ({
  system: 'moderngov' as const,
  site: null,
  kind,
  id,
});

test('ids of others are carried, and never taken for ours', () => {
  const member = {
    aliases: [named('person', '5')],
    name: 'Ann Able',
    role: 'chair' as const,
    party: null,
    ward: null,
    attendance: null,
  };
  const page = meeting({
    aliases: [named('meeting', '7'), named('committee', '31')],
    members: [fact(member)],
    items: [item('1', 'Apologies', { aliases: [named('item', '901')] })],
  });
  const draft = draftOf(source('page.html', 'meeting-page', { meeting: page }));
  expect(draft).toMatchObject({
    aliases: [named('meeting', '7')],
    committee: { aliases: [named('committee', '31')] },
    seats: [{ name: 'Ann Able', role: 'chair', aliases: [named('person', '5')] }],
    items: [{ aliases: [named('item', '901')] }],
  });
  expect([draft.id, draft.committee.id, draft.items[0]?.id]).toEqual([undefined, undefined, undefined]);
});
