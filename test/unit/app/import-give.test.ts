import { expect, test } from 'vitest';
import { createDirtyForms } from '../../../src/app/dirty-forms.ts';
import { createGivePapers, type GiveView } from '../../../src/app/import/give-papers.ts';
import type { Asked, ImportDesk } from '../../../src/app/import/import-desk.ts';
import { err, ok } from '../../../src/domain/result.ts';
import { deskOf, done, request, turn } from './import-desk.ts';

const file = (name: string, size: number) => ({ name, bytes: new Blob(['x'.repeat(size)]) });

const setUp = (part: Partial<ImportDesk>, importId: string | null = null) => {
  const asked: string[] = [];
  const forms = createDirtyForms(null);
  const imports = deskOf({
    begin: () => {
      asked.push('begin');
      return Promise.resolve(ok('new'));
    },
    sendFile: (id, { name, bytes }, onSent) => {
      asked.push(`${id}/${name}`);
      onSent(bytes.size);
      return Promise.resolve(done);
    },
    read: (id) => {
      asked.push(`read ${id}`);
      return Promise.resolve(done);
    },
    ...part,
  });
  const papers = createGivePapers({ imports, forms, importId });
  const seen: GiveView[] = [];
  papers.view.subscribe((view) => seen.push(view));
  const last = (): GiveView | undefined => seen.at(-1);
  return { papers, asked, seen, last, forms };
};

test('papers are sent one after the other, then read, and the screen hears how far it is', async () => {
  const { papers, asked, seen, forms } = setUp({});
  papers.add([file('a', 3), file('b', 5)]);
  expect(forms.here()).toBe(true);
  expect(await papers.send(request)).toBe('new');
  expect(asked).toEqual(['begin', 'new/a', 'new/b', 'read new']);
  const steps = seen.flatMap(({ sending }) =>
    sending.kind === 'sending' ? [[sending.name, sending.done, sending.have, sending.total]] : [],
  );
  expect(steps).toEqual([
    [null, 0, 0, 8],
    ['a', 0, 0, 8],
    ['a', 0, 3, 8],
    ['b', 1, 3, 8],
    ['b', 1, 8, 8],
    [null, 2, 8, 8],
  ]);
  expect(forms.here()).toBe(false);
});

test('papers for an import that has begun go there, and addresses alone need no file', async () => {
  const { papers, asked } = setUp({}, 'old');
  expect(await papers.send({ ...request, addresses: ['https://example.org/'] })).toBe('old');
  expect(asked).toEqual(['read old']);
});

test('a fault in the middle keeps what was given, and sending again goes on in the same import', async () => {
  const answers: Asked<void>[] = [done, err('offline'), done, done];
  const sent: string[] = [];
  const sendFile: ImportDesk['sendFile'] = (id, { name }) => {
    sent.push(`${id}/${name}`);
    return Promise.resolve(answers.shift() ?? done);
  };
  const { papers, asked, last, forms } = setUp({ sendFile });
  papers.add([file('a', 3), file('b', 5)]);
  expect(await papers.send(request)).toBeNull();
  expect(last()).toMatchObject({
    files: [{ name: 'a' }, { name: 'b' }],
    sending: { kind: 'failed', fault: 'offline', name: 'b' },
  });
  expect(forms.here()).toBe(true);
  expect(await papers.send(request)).toBe('new');
  expect(sent).toEqual(['new/a', 'new/b', 'new/a', 'new/b']);
  expect(asked).toEqual(['begin', 'read new']);
});

test('an import that was removed meanwhile is begun anew with the next press', async () => {
  const answers: Asked<void>[] = [err('gone')];
  const sendFile = () => Promise.resolve(answers.shift() ?? done);
  const { papers, asked, last } = setUp({ sendFile });
  papers.add([file('a', 3)]);
  expect(await papers.send(request)).toBeNull();
  expect(last()?.sending).toEqual({ kind: 'failed', fault: 'gone', name: 'a' });
  await papers.send(request);
  expect(asked).toEqual(['begin', 'begin', 'read new']);
});

test.each(['begin', 'read'] as const)('a fault of %s is said, at no file', async (verb) => {
  const { papers, last } = setUp({ [verb]: () => Promise.resolve(err('too-many')) });
  papers.add([file('a', 3)]);
  expect(await papers.send(request)).toBeNull();
  expect(last()?.sending).toEqual({ kind: 'failed', fault: 'too-many', name: null });
});

test('a stop is seen at once, ends the sending, and the next one waits for the part on its way', async () => {
  const parts: (() => void)[] = [];
  const sendFile: ImportDesk['sendFile'] = (_id, { name }, onSent, stop) =>
    new Promise((resolve) => {
      parts.push(() => {
        onSent(1);
        resolve(stop?.aborted === true ? err('offline') : done);
      });
      started.push(name);
    });
  const started: string[] = [];
  const { papers, last, asked } = setUp({ sendFile });
  papers.add([file('a', 3), file('b', 5)]);
  const first = papers.send(request);
  await turn();
  papers.stop();
  expect(last()?.sending).toEqual({ kind: 'stopped' });
  const second = papers.send(request);
  await turn();
  expect(started).toEqual(['a']);
  parts.shift()?.();
  expect(await first).toBeNull();
  await turn();
  expect(started).toEqual(['a', 'a']);
  // What the stopped one said last is not shown.
  expect(last()?.sending).toMatchObject({ kind: 'sending', have: 0 });
  parts.shift()?.();
  await turn();
  parts.shift()?.();
  expect(await second).toBe('new');
  expect(asked).toEqual(['begin', 'read new']);
});

test('files are added and removed before they are sent, never while', async () => {
  const finish: (() => void)[] = [];
  const sendFile = () => new Promise<Asked<void>>((resolve) => finish.push(() => resolve(done)));
  const { papers, last, forms } = setUp({ sendFile });
  papers.add([file('a', 3), file('b', 5)]);
  papers.remove('a');
  papers.leaveOut({ kind: 'unreadable' });
  expect(last()).toMatchObject({ files: [{ name: 'b' }], left: { kind: 'unreadable' } });
  const sending = papers.send(request);
  await turn();
  papers.add([file('c', 1)]);
  papers.remove('b');
  expect(await papers.send(request)).toBeNull();
  expect(last()).toMatchObject({ files: [{ name: 'b' }], left: null, sending: { kind: 'sending' } });
  finish[0]?.();
  expect(await sending).toBe('new');
  expect(finish).toHaveLength(1);
  papers.remove('b');
  papers.close();
  expect(forms.here()).toBe(false);
});

test('leaving the screen ends the sending and no reading begins', async () => {
  const finish: (() => void)[] = [];
  const sendFile = () => new Promise<Asked<void>>((resolve) => finish.push(() => resolve(done)));
  const { papers, asked, forms } = setUp({ sendFile });
  papers.add([file('a', 3)]);
  const sending = papers.send(request);
  await turn();
  papers.close();
  finish[0]?.();
  expect(await sending).toBeNull();
  expect(asked).toEqual(['begin']);
  expect(forms.here()).toBe(false);
});
