import { describe, expect, test } from 'vitest';
import { fetchedBefore, readAddresses } from '../../../src/app/import/addresses.ts';
import { readDropped } from '../../../src/app/import/dropped-files.ts';
import { addFiles, isHidden, pastedFile, type GivenFile } from '../../../src/app/import/given-files.ts';

const file = (name: string, size = 1): GivenFile => ({ name, bytes: new Blob(['x'.repeat(size)]) });
const names = (files: readonly GivenFile[]): readonly string[] => files.map(({ name }) => name);
const limits = { fileBytes: 10, bytes: 25, files: 3 };

describe('the list of what was given', () => {
  test('keeps its order, takes the newer of two of one name, leaves hidden files out', () => {
    const first = addFiles([], [file('a.pdf'), file('.DS_Store'), file('b/~$draft.docx'), file('b/c.pdf')]);
    expect(first.fault).toBeNull();
    expect(names(first.files)).toEqual(['a.pdf', 'b/c.pdf']);
    const second = addFiles(first.files, [file('a.pdf', 7)]);
    expect(second.files.map(({ name, bytes }) => [name, bytes.size])).toEqual([
      ['a.pdf', 7],
      ['b/c.pdf', 1],
    ]);
  });

  test('says what does not fit, and takes the rest', () => {
    const large = addFiles([], [file('a', 11), file('b', 10)], limits);
    expect([names(large.files), large.fault]).toEqual([['b'], { kind: 'too-large', name: 'a' }]);
    const many = addFiles([file('a'), file('b')], [file('c'), file('d'), file('a', 2)], limits);
    expect([names(many.files), many.fault]).toEqual([['a', 'b', 'c'], { kind: 'too-many' }]);
    const much = addFiles([file('a', 10), file('b', 10)], [file('c', 6)], limits);
    expect([names(much.files), much.fault]).toEqual([['a', 'b'], { kind: 'too-much' }]);
    // The one that it takes the place of no longer counts.
    expect(addFiles([file('a', 10), file('b', 10), file('c', 5)], [file('a', 9)], limits).fault).toBeNull();
    expect(addFiles([file('a')], [file('.hidden')]).fault).toEqual({ kind: 'nothing' });
  });

  test('cuts a name at its beginning, so that the file’s own name stays', () => {
    const [first] = addFiles([], [file(`${'folder/'.repeat(100)}pack.pdf`)]).files;
    expect(first?.name).toHaveLength(400);
    expect(first?.name.endsWith('/pack.pdf')).toBe(true);
  });

  test('calls a file as the server will', () => {
    expect(names(addFiles([], [file('a\u0007\n.pdf')]).files)).toEqual(['a__.pdf']);
  });

  test('numbers texts that were pasted', async () => {
    const first = pastedFile('Agenda', []);
    const second = pastedFile('Minutes', [first, { name: 'Pasted text 3.txt' }]);
    expect(
      names([first, second, pastedFile('More', [first, second, { name: 'Pasted text 3.txt' }])]),
    ).toEqual(['Pasted text.txt', 'Pasted text 2.txt', 'Pasted text 4.txt']);
    expect(await second.bytes.text()).toBe('Minutes');
  });

  test.each([
    ['.git/config', true],
    ['papers/.DS_Store', true],
    ['papers/Thumbs.db', true],
    ['__MACOSX/a.pdf', true],
    ['papers/~$agenda.docx', true],
    ['papers/agenda 1.2.pdf', false],
  ])('%s is hidden: %s', (name, hidden) => {
    expect(isHidden(name)).toBe(hidden);
  });
});

type Tree = { readonly [name: string]: Tree | string | Error };

/** What the browser gives for a dropped folder; `batch` entries at a time. */
const entryOf = (name: string, inside: Tree | string | Error, above = '', batch = 2): FileSystemEntry => {
  const fullPath = `${above}/${name}`;
  if (typeof inside === 'string' || inside instanceof Error) {
    const read = (found: (file: File) => void, failed: (cause: Error) => void): void =>
      inside instanceof Error ? failed(inside) : found(new File([inside], name));
    return { name, fullPath, isFile: true, isDirectory: false, file: read } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(inside).map(([each, tree]) => entryOf(each, tree, fullPath, batch));
    return { readEntries: (found: (some: FileSystemEntry[]) => void) => found(left.splice(0, batch)) };
  };
  return { name, fullPath, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
};

describe('what is dropped', () => {
  test('is walked in order of names, batch by batch, hidden files left out', async () => {
    const papers = {
      'item 10.pdf': 'ten',
      'item 2.pdf': 'two',
      '.DS_Store': 'x',
      '.git': { config: 'x' },
      supplement: { 'a.pdf': 'a' },
      empty: {},
    };
    const dropped = await readDropped([entryOf('papers', papers), entryOf('front.pdf', 'front')]);
    expect(dropped.left).toBe('nothing');
    expect(names(dropped.files)).toEqual([
      'papers/item 2.pdf',
      'papers/item 10.pdf',
      'papers/supplement/a.pdf',
      'front.pdf',
    ]);
    expect(await dropped.files[0]?.bytes.text()).toBe('two');
    // Dragged out of another page it is in no folder.
    const picture = await readDropped([new File(['p'], 'picture.png'), entryOf('a.pdf', 'a')]);
    expect(names(picture.files)).toEqual(['picture.png', 'a.pdf']);
  });

  test('is not read to its end when there is more than an import takes', async () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.pdf`, 'x']));
    let opened = 0;
    const counted = new Proxy(entryOf('disk', many), {
      get: (entry, key) => {
        if (key === 'createReader') opened += 1;
        return Reflect.get(entry, key);
      },
    });
    const dropped = await readDropped([entryOf('disk', many), counted], 5);
    expect([dropped.files.length, dropped.left, opened]).toEqual([5, 'cut', 0]);
    expect((await readDropped([entryOf('disk', many)], 12)).left).toBe('nothing');
  });

  test('comes to an end however deep its folders are, and where a file cannot be opened', async () => {
    let deep: Tree = { 'bottom.pdf': 'x' };
    for (let level = 0; level < 30; level += 1) deep = { down: deep };
    expect(await readDropped([entryOf('top', deep)])).toEqual({ files: [], left: 'cut' });
    const broken = await readDropped([entryOf('papers', { 'a.pdf': new Error('no'), 'b.pdf': 'b' })]);
    expect([names(broken.files), broken.left]).toEqual([['papers/b.pdf'], 'unreadable']);
  });
});

describe('addresses that were typed', () => {
  test('are read line by line, each once, with or without their beginning', () => {
    expect(
      readAddresses(' https://example.gov.uk/a?b=1\nexample.gov.uk/c\n\nhttps://example.gov.uk/a?b=1'),
    ).toEqual({
      ok: true,
      value: ['https://example.gov.uk/a?b=1', 'https://example.gov.uk/c'],
    });
    expect(readAddresses('  \n ')).toEqual({ ok: true, value: [] });
  });

  test.each([
    ['http://example.gov.uk/', { kind: 'not-https', address: 'http://example.gov.uk/' }],
    ['file:///etc/passwd', { kind: 'not-https', address: 'file:///etc/passwd' }],
    ['agenda', { kind: 'not-an-address', address: 'agenda' }],
    ['javascript:alert(1)', { kind: 'not-an-address', address: 'javascript:alert(1)' }],
    [
      'https://me:secret@example.gov.uk/',
      { kind: 'not-an-address', address: 'https://me:secret@example.gov.uk/' },
    ],
    [
      Array.from({ length: 21 }, (_, at) => `https://example.gov.uk/${at}`).join('\n'),
      { kind: 'too-many-addresses' },
    ],
  ])('%s is refused', (typed, error) => {
    expect(readAddresses(typed)).toEqual({ ok: false, error });
  });

  test('of what was fetched before are fetched once more', () => {
    const page = { name: 'https://example.gov.uk/meeting' };
    const papers = Array.from({ length: 20 }, (_, at) => ({ name: `https://example.gov.uk/${at}.pdf` }));
    expect(fetchedBefore([{ name: 'a.pdf' }, page])).toEqual({ addresses: [page.name], documents: false });
    expect(fetchedBefore([page, ...papers])).toEqual({ addresses: [page.name], documents: true });
  });

  test('that are too long are refused', () => {
    expect(readAddresses(`https://example.gov.uk/${'a'.repeat(2000)}`)).toMatchObject({ ok: false });
  });
});
