import type { AgendaItem, Manifest, Paper } from '../../../src/domain/meeting.ts';
import type { PaperText, TextBlock } from '../../../src/domain/paper-text.ts';

export const item = (id: string, pages: AgendaItem['pages'] = null): AgendaItem => ({
  id,
  number: id,
  title: `Item ${id}`,
  pages,
  education: false,
  minute: null,
});

export const paper = (id: string, itemId: string | null, more: Partial<Paper> = {}): Paper => ({
  id,
  title: `Paper ${id}`,
  kind: 'report',
  itemId,
  mediaType: 'application/pdf',
  pages: 3,
  file: { sha256: `file-${id}`, size: 10, chunks: [] },
  text: { sha256: `text-${id}`, size: 10, chunks: [] },
  ...more,
});

export const manifest = (items: readonly AgendaItem[], papers: readonly Paper[]): Manifest => ({
  format: 1,
  meetingId: 'meeting',
  version: 1,
  reason: 'first',
  councilId: 'council',
  committee: { id: 'panel', name: 'Parks Panel', type: 'scrutiny' },
  start: '2030-02-04T10:00',
  zone: 'Europe/London',
  venue: 'Room 1',
  state: 'coming',
  regime: { id: 'LGA-2020', version: 1 },
  seats: [],
  contacts: [],
  items,
  papers,
  plans: [],
});

const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', number: null, lead: null, text });

/** A text whose pages carry these printed numbers, each with one paragraph. */
export const paperText = (...labels: readonly (string | null)[]): PaperText => ({
  format: 1,
  pages: labels.map((label, index) => ({ page: index + 1, label, blocks: [paragraph('Words.')] })),
});
