import { expect, test } from 'vitest';
import { readingNotes } from '../../../../src/app/import/review.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import { item, meeting } from '../../understand/proposal/samples.ts';
import { source, text } from '../../understand/proposal/source-samples.ts';

test('a file that says the same as another is named, and not lost without a word', () => {
  const words = text(
    'The salt barns at Mill Lane and Church Street are filled before November in each year.',
  );
  const sheet = source('agenda.pdf', 'agenda', {
    meeting: meeting({ items: [item('1', 'Salt')] }),
    paper: {},
  });
  const first = source('salt.pdf', 'report', { paper: { text: words } });
  const again = source('salt again.pdf', 'report', { paper: { text: words } });
  const proposal = propose([sheet, first, again]);
  const notes = readingNotes({ kind: 'read', proposal, meetings: [], people: [], committees: [], before: 0 });
  expect(notes).toMatchObject({ files: 3, unplaced: [], same: [{ file: 'salt again.pdf', as: 'salt.pdf' }] });
});
