import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../../src/domain/result.ts';
import type { PdfContent } from '../../../../src/papers/text/page-content.ts';
import type { PdfReader } from '../../../../src/server/import/read-pdf.ts';
import { pageDocuments } from '../../../../src/server/propose/page-documents.ts';
import { understandSource } from '../../../../src/server/propose/understand-source.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import { samplePage } from '../../../support/sample-papers.ts';

const reader: PdfReader = {
  read: () => Promise.reject(new Error('there is no PDF here')),
  close: () => Promise.resolve(),
};
const ANSWER =
  '<meeting><meetingid>31</meetingid><meetingdate>04/03/2026</meetingdate><meetinglocation>Café</meetinglocation></meeting>';
const COPIED = 'Agenda\nPond Panel - Tuesday 3 March 2026 7.00 pm\nVenue: Café\nItems\n1.\nDucks';

const read = (file: string, bytes: Uint8Array, address: string | null = null) =>
  understandSource({ file, bytes, address }, reader, null);
const wide = (text: string, mark = '\uFEFF'): Uint8Array => Buffer.from(mark + text, 'utf16le');
const swapped = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes).swap16();

test.for([
  ['with a mark of order', wide(ANSWER)],
  ['with the mark of the other order', swapped(wide(ANSWER))],
  ['of two bytes without a mark', wide(ANSWER, '')],
  ['of two bytes in the other order without a mark', swapped(wide(ANSWER, ''))],
  ["in Windows' letters", Buffer.from(ANSWER, 'latin1')],
  ['in UTF-8 with a mark', Buffer.from(`\uFEFF${ANSWER}`)],
] as const)('an answer %s', async ([, bytes]) => {
  const { source, meeting } = await read('answer.xml', bytes);
  expect(source).toMatchObject({ kind: 'meeting-answer', refused: null });
  expect(meeting?.venue?.value).toBe('Café');
});

test.for([
  ['wide', wide(COPIED)],
  ['old', Buffer.from(COPIED, 'latin1')],
] as const)('a copied page in %s letters', async ([, bytes]) => {
  const { source, meeting } = await read('copied.txt', bytes);
  expect(source.kind).toBe('meeting-page');
  expect(meeting?.venue?.value).toBe('Café');
});

test('bytes that are no text are refused in one sentence', async () => {
  const { source } = await read('picture.txt', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  expect(source).toMatchObject({ kind: 'refused', refused: expect.stringMatching(/^picture\.txt .+\.$/u) });
});

test.for([
  [
    'in an envelope',
    `<?xml version="1.0"?><s:Envelope><s:Body><GetMeetingResult>${ANSWER}</GetMeetingResult></s:Body></s:Envelope>`,
  ],
  ['as text', `<string xmlns="x">${ANSWER.replaceAll('<', '&lt;')}</string>`],
  ['behind a comment', `<!-- saved -->${ANSWER}`],
  ['as JSON', '{"meeting":{"meetingid":"31","meetingdate":"04/03/2026","meetinglocation":"Café"}}'],
] as const)('an answer %s is called one', async ([, text]) => {
  expect((await read('given', Buffer.from(text))).source.kind).toBe('meeting-answer');
});

test("links that say http are fetched where the page's own site is asked for safely", async () => {
  const address = 'https://council.example/ieListDocuments.aspx?MId=812';
  const page = samplePage.replaceAll('href="documents/', 'href="http://council.example/documents/');
  const understood = await read('page.html', Buffer.from(page), address);
  expect(
    pageDocuments(propose([understood]), [address]).map((given) => given.kind === 'address' && given.address),
  ).toEqual([
    'https://council.example/documents/g812/Agenda%20frontsheet%20Tuesday%2003-Feb-2026%2018.30%20Roads%20Panel.pdf?T=0',
    'https://council.example/documents/s77/Winter%20service.pdf',
  ]);
});

describe('a PDF with a password', () => {
  const page = { page: 1, label: null, width: 595, height: 842, items: [], structure: null, fonts: {} };
  const content: PdfContent = { pages: [page], outline: [], unreadable: [] };
  /** Opens with "sesame", and where `isOpen` without any. */
  const readerOf = (isOpen: boolean): PdfReader => ({
    read: async (_, password = null) => {
      if (isOpen || password === 'sesame') return ok(content);
      return err({ kind: password === null ? 'locked' : 'wrong-password' });
    },
    close: () => Promise.resolve(),
  });
  const readWith = (isOpen: boolean, password: string | null) =>
    understandSource(
      { file: 'locked.pdf', bytes: Buffer.from('%PDF-1.7'), address: null },
      readerOf(isOpen),
      password,
    );

  test('is read, and it is said that members could not read it', async () => {
    const { source } = await readWith(false, 'sesame');
    expect(source.refused).toBeNull();
    expect(source.notes).toContain(
      'locked.pdf opens with its password only, so members could not read it: give a copy that opens without.',
    );
  });

  test('is refused without it, and with another', async () => {
    expect((await readWith(false, null)).source.refused).toBe('locked.pdf asks for a password.');
    expect((await readWith(false, 'open')).source.refused).toBe(
      'locked.pdf does not open with this password.',
    );
  });

  test('that nobody needs is like any other', async () => {
    const { source } = await readWith(true, 'sesame');
    expect(source.notes.filter((note) => note.includes('password'))).toEqual([]);
  });
});
