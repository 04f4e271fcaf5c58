import { expect, test, type Page } from '@playwright/test';
import type { ImportState, Reading } from '../../src/domain/import-state.ts';
import { demoPeople, startDemo, type DemoServer } from '../support/demo-server.ts';
import { enrolReady } from '../support/enrol.ts';
import { heading, press } from '../support/forms.ts';
import { inspect, watchConsole } from '../support/inspect-screen.ts';
import { words } from '../support/words.ts';

// Where papers are brought in, and while they are read, in every state: see `inspect`. What they come to is seen in
// import-papers.spec.ts.

let demo: DemoServer;
test.setTimeout(300_000);
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.close());

const longName = `Supplement for Tuesday 4th February 2031/${'a-very-long-name-without-a-space_'.repeat(3)}.pdf`;
const text = (name: string, size: number) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.alloc(size, 'Agenda '),
});
const chooser = (page: Page) => page.locator('input[data-choose="files"]');

test('papers are chosen, pasted, dropped and taken out again, and what is wrong is said', async ({
  page,
}) => {
  const errors = watchConsole(page, /40[49]|ERR_FAILED/);
  await openDesk(page);
  await inspect(page, 'give papers');
  await press(page, words('import.read'));
  await expect(page.getByRole('alert').getByText(words('import.wrong.nothing-given'))).toBeVisible();
  await page.getByText(words('import.wrong.nothing-given')).click();
  await expect(page.getByRole('button', { name: words('import.choose.files') })).toBeFocused();

  await chooser(page).setInputFiles([text('agenda.txt', 20_000), text('minutes.txt', 3_000_000)]);
  await drop(page, longName.split('/')[1] ?? '');
  await page.getByText(words('import.paste.summary')).click();
  await page.getByLabel(words('import.paste.label')).fill('Agenda for the meeting');
  await press(page, words('import.paste.add'));
  await expect(page.getByRole('listitem').filter({ hasText: 'Pasted text.txt' })).toBeVisible();
  await page.getByLabel(words('import.address.label')).fill('http://example.org/meeting');
  await press(page, words('import.read'));
  await expect(page.getByRole('alert').getByText(/does not begin with https/)).toBeVisible();
  // Away from the link, whose colour under the pointer is not what is looked at.
  await page.mouse.move(0, 0);
  await inspect(page, 'give papers, wrong address');
  await page.getByLabel(words('import.address.label')).fill('');
  await page.getByRole('button', { name: 'Remove minutes.txt' }).click();
  await expect(page.getByRole('heading', { name: /3 files to send/ })).toBeFocused();

  // The server goes away in the middle: what was given stays, and the next press goes on.
  await page.route(/\/files\/1\?at=0$/, (route) =>
    route.fulfill({ status: 507, json: { error: 'no_room' } }),
  );
  await press(page, words('import.read'));
  await expect(page.getByText(words('import.fault.no-room.title'))).toBeVisible();
  await inspect(page, 'give papers, no room');
  await page.unroute(/\/files\/1\?at=0$/);
  await page.goto(`${demo.address}/desk/import`);
  await expect(page.getByRole('link', { name: /Go on/ })).toBeVisible();
  await inspect(page, 'give papers, not finished');
  await page.getByRole('link', { name: /Go on/ }).click();
  await expect(heading(page, words('import.notBegun.title'))).toBeVisible();
  await inspect(page, 'import not begun');
  await page.getByRole('button', { name: words('import.removeAll') }).click();
  await inspect(page, 'import, asks before removing');
  await press(page, words('import.remove.keep'));
  await removeFiles(page);

  // Read for once, and more papers added to what was read.
  await press(page, words('import.read'));
  await expect(heading(page, words('review.title'))).toBeVisible();
  await page
    .getByRole('button', { name: words('review.readAgain') })
    .last()
    .click();
  await expect(heading(page, words('import.again.title'))).toBeVisible();
  await chooser(page).setInputFiles([text('minutes.txt', 3000)]);
  await inspect(page, 'import, read again');
  await press(page, words('import.read'));
  await expect(heading(page, words('review.title'))).toBeVisible();
  await press(page, words('review.remove'));
  await press(page, words('import.remove.confirm'));
  await expect(heading(page, words('import.title'))).toBeVisible();
  await expect(page.getByRole('link', { name: /Go on/ })).toHaveCount(0);
  expect(errors().filter((line) => !line.includes('507'))).toEqual([]);
});

test('papers while they are sent, wait, are read, fail, are gone, or cannot be asked about', async ({
  page,
}) => {
  const errors = watchConsole(page, /Failed to load resource|ERR_FAILED/);
  await openDesk(page);
  await chooser(page).setInputFiles([
    text('agenda.txt', 20_000),
    text(longName.replaceAll('/', '-'), 9_000_000),
  ]);
  const held = Promise.withResolvers<void>();
  await page.route(/\/files\/1\?at=4194304$/, async (route) => {
    await held.promise;
    await route.abort();
  });
  await press(page, words('import.read'));
  await expect(page.getByText(/^Sending 2 of 2/)).toBeFocused();
  await expect(page.getByText('4.2 MB of 9 MB')).toBeVisible();
  await inspect(page, 'import being sent');
  await press(page, words('import.stop'));
  await expect(page.getByText(words('import.sending.stopped'))).toBeVisible();
  await inspect(page, 'import, sending stopped');
  held.resolve();

  for (const [name, title, reading] of states) {
    await page.route(`**/imports/${importId}`, (route) =>
      route.fulfill({ headers: council, json: stateOf(reading) }),
    );
    await page.goto(`${demo.address}/desk/import/${importId}`);
    await expect(heading(page, words(title))).toBeVisible();
    await inspect(page, `import ${name}`);
    await page.unroute(`**/imports/${importId}`);
  }
  await page.goto(`${demo.address}/desk/import/${importId}`);
  await expect(heading(page, words('import.fault.gone.title'))).toBeVisible();
  await inspect(page, 'import gone');
  await page.route(`**/imports/${importId}`, (route) => route.abort());
  await page.goto(`${demo.address}/desk/import/${importId}`);
  await expect(heading(page, words('import.fault.offline.title'))).toBeVisible();
  await inspect(page, 'import offline');
  await page.unroute(`**/imports/${importId}`);
  await expect(heading(page, words('import.fault.gone.title'))).toBeVisible();
  expect(errors()).toEqual([]);
});

const openDesk = async (page: Page): Promise<void> => {
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.clerk));
  await page.getByRole('link', { name: 'Desk' }).click();
  await page.getByRole('link', { name: words('import.title') }).click();
  await expect(heading(page, words('import.title'))).toBeVisible();
};

/** Files of an import that is not read: why one cannot be removed is said at it, then the last one goes as well. */
const removeFiles = async (page: Page): Promise<void> => {
  const names = await page.locator('#there ~ ul .given__name').allInnerTexts();
  const removeOf = (name: string) => page.getByRole('button', { name: `Remove ${name}`, exact: true });
  const faults = [
    { fault: 'offline', answer: null },
    { fault: 'being-read', answer: { status: 409, error: 'being_read' } },
    { fault: 'gone', answer: { status: 404, error: 'not_found' } },
  ] as const;
  for (const { fault, answer } of faults) {
    await page.route(/\/files\/0$/, (route) =>
      answer === null
        ? route.abort()
        : route.fulfill({ status: answer.status, headers: council, json: { error: answer.error } }),
    );
    await removeOf(names[0] ?? '').click();
    const row = page.getByRole('listitem').filter({ hasText: names[0] ?? '' });
    await expect(row.getByRole('alert').getByText(words(`import.fault.${fault}.title`))).toBeVisible();
    await expect(removeOf(names[0] ?? '')).toBeFocused();
    if (fault === 'being-read') await inspect(page, 'import not begun, file not removed');
    await page.unroute(/\/files\/0$/);
  }
  for (const [at, name] of names.entries()) {
    await removeOf(name).click();
    await expect(removeOf(name)).toHaveCount(0);
    const left = names.length - at - 1;
    const title = left === 0 ? words('import.there.none') : new RegExp(`^${left} file`);
    await expect(page.getByRole('heading', { name: title })).toBeFocused();
  }
  await inspect(page, 'import not begun, nothing left');
  await press(page, words('import.read'));
  await expect(page.getByRole('alert').getByText(words('import.wrong.nothing-given'))).toBeVisible();
  await chooser(page).setInputFiles([text('agenda.txt', 20_000)]);
};

/** A file that is dropped beside the place for it. */
const drop = async (page: Page, name: string): Promise<void> => {
  const transfer = await page.evaluateHandle((name) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Agenda'], name, { type: 'text/plain' }));
    return transfer;
  }, name);
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
};

const importId = '0190a000-0000-7000-8000-000000000001';
const council = { 'X-Order-Paper': '1' };
const files: ImportState['files'] = [
  { place: 0, name: 'agenda.pdf', size: 1_234_567, here: 1_234_567 },
  { place: 1, name: longName, size: 9_000_000, here: 4_194_304 },
];
const stateOf = (reading: Reading): ImportState => ({
  id: importId,
  begunAt: '2026-11-22T10:04:00.000Z',
  files,
  reading,
});
const states: readonly (readonly [name: string, title: string, reading: Reading])[] = [
  ['waiting', 'import.reading.title', { kind: 'waiting' }],
  ['reading', 'import.reading.title', { kind: 'reading', done: 2, total: 12, name: longName }],
  ['failed', 'import.failed.title', { kind: 'failed' }],
  ['stopped', 'import.notBegun.title', { kind: 'not-begun', wasStopped: true }],
];
