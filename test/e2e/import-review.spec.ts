import { expect, test, type Locator, type Page } from '@playwright/test';
import { demoPeople, startDemo, type DemoServer } from '../support/demo-server.ts';
import { enrolReady } from '../support/enrol.ts';
import { heading, press } from '../support/forms.ts';
import { inspect, watchConsole } from '../support/inspect-screen.ts';
import { samplePdf } from '../support/sample-papers.ts';
import { words } from '../support/words.ts';

// Corrections with the keyboard alone: whatever is pressed away, its place in the page is not lost.

const agenda = samplePdf(
  'AGENDA',
  'FERRY BOARD',
  'Tuesday, 4th March, 2031, at 10.00 am',
  'Ask for: Ann Able',
  'UNRESTRICTED ITEMS',
  '1. Apologies',
  '2. Dredging of the channel \\(Pages 3 - 8\\)',
  '3. Mooring fees \\(To follow\\)',
);
const report = samplePdf('Agenda Item 2', 'Dredging of the channel', '1. Summary', '1.1 It is dredged.');
const laterAgenda = samplePdf(
  'AGENDA',
  'FERRY BOARD',
  'Tuesday, 11th March, 2031, at 10.00 am',
  'Ask for: Ann Able',
  'UNRESTRICTED ITEMS',
  '1. Apologies',
  '2. Buoys',
);
const broken = new TextEncoder().encode('%PDF-1.7\nthis is no paper');

let demo: DemoServer;
test.setTimeout(240_000);
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.close());

test('items, papers and members are corrected without losing the place, and what will happen is said', async ({
  page,
}) => {
  const errors = watchConsole(page);
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.clerk));
  await page.goto(`${demo.address}/desk/import`);
  await give(page, manyFiles);
  await press(page, words('import.read'));
  await expect(heading(page, words('review.title'))).toBeVisible();
  await expect(page.getByText('broken 4.pdf')).toBeVisible();
  await expect(page.getByText('broken 5.pdf')).toBeHidden();
  await page.getByText(words('review.notes.others_other', { count: '2' })).click();
  await expect(page.getByText('broken 5.pdf')).toBeVisible();

  await moveItems(page);
  await movePaper(page);
  await seats(page);

  // A day that is being typed anew is no day for a while.
  const day = page.getByLabel(words('review.field.date'), { exact: true });
  await day.fill('');
  await expect(day).toBeVisible();
  await day.fill('2031-03-04');
  await page.getByLabel(words('review.field.venue'), { exact: true }).fill('The Old Quay');
  await press(page, words('review.publish.press', { version: '1' }));
  const asks = page.getByRole('dialog', { name: words('review.publish.ask') });
  await expect(asks).toContainText(words('review.publish.newPeople_one', { count: '1' }));
  await expect(asks).toContainText(words('review.publish.leftOut_one', { count: '1' }));
  await inspect(page, 'import, asks before publishing');
  await press(page, words('review.publish.yes'));
  await expect(heading(page, words('review.published.page'))).toBeVisible();
  await expect(page.getByText(/Your corrections are kept/)).toHaveCount(0);
  expect(errors()).toEqual([]);
});

test('corrections made in one tab show in the other, which hears of it when they are published', async ({
  context,
  page,
}) => {
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.clerk));
  await page.goto(`${demo.address}/desk/import`);
  await give(page, [['agenda.pdf', laterAgenda]]);
  await press(page, words('import.read'));
  await expect(heading(page, words('review.title'))).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(heading(other, words('review.title'))).toBeVisible();
  await venue(page).fill('The Old Quay');
  await expect(venue(other)).toHaveValue('The Old Quay');
  await venue(other).fill('The New Quay');
  await expect(venue(page)).toHaveValue('The New Quay');
  await press(page, words('review.publish.press', { version: '1' }));
  await press(page, words('review.publish.yes'));
  await expect(heading(page, words('review.published.page'))).toBeVisible();
  await expect(other.getByText(words('review.ended.title'))).toBeVisible();
  await inspect(other, 'import review, published in another tab');
  await press(other, words('review.ended.again'));
  await expect(heading(other, words('review.published.page'))).toBeVisible();
});

test('papers that do not say their meeting are never put over one that is published', async ({ page }) => {
  await enrolReady(page, demo.address, await demo.inviteFor(demoPeople.clerk));
  await page.goto(`${demo.address}/desk/import`);
  await page.getByText(words('import.paste.summary')).click();
  await page.getByLabel(words('import.paste.label')).fill(pasted);
  await press(page, words('import.paste.add'));
  await press(page, words('import.read'));
  await expect(page.getByText(words('review.match.unknown'))).toBeVisible();
  await inspect(page, 'import review, meeting not known');
  const fields = { committee: 'Ferry Board', date: '2031-03-04', time: '10:00', venue: 'The Old Quay' };
  for (const [field, value] of Object.entries(fields)) {
    await page.getByLabel(words(`review.field.${field}`), { exact: true }).fill(value);
  }
  await expect(page.getByText(words('review.match.new'))).toBeVisible();
  await press(page, words('review.publish.press', { version: '1' }));
  await press(page, words('review.publish.yes'));
  const exists = words('review.publish.exists', { version: '1' });
  await expect(page.getByRole('alert').getByText(exists)).toBeVisible();
});

const pasted = [
  'Agenda and minutes',
  'Venue: The Old Quay',
  'Items',
  'No. Item',
  '1.',
  'Apologies',
  'Minutes:',
  'None.',
  '2.',
  'Other business',
  'Minutes:',
  'None.',
].join('\n');

type Files = readonly (readonly [string, Uint8Array])[];

const manyFiles: Files = [
  ['agenda.pdf', agenda],
  ['Dredging.pdf', report],
  ...[1, 2, 3, 4, 5, 6].map((n) => [`broken ${n}.pdf`, broken] as const),
];

const give = async (page: Page, files: Files): Promise<void> => {
  await page
    .locator('input[data-choose="files"]')
    .setInputFiles(
      files.map(([name, bytes]) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })),
    );
};

const venue = (tab: Page): Locator => tab.getByLabel(words('review.field.venue'), { exact: true });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const item = (page: Page, title: string): Locator =>
  page.locator('.review-item').filter({ has: page.getByText(title, { exact: true }) });
const change = (row: Locator): Locator =>
  row.getByRole('button', { name: new RegExp(`^${words('review.change')}`) }).first();

const moveItems = async (page: Page): Promise<void> => {
  await change(item(page, 'Mooring fees')).press('Enter');
  const up = button(page, words('review.item.up', { title: 'Mooring fees' }));
  const down = button(page, words('review.item.down', { title: 'Mooring fees' }));
  await up.press('Enter');
  await expect(up).toBeFocused();
  await up.press('Enter');
  // At the top the arrow up is gone.
  await expect(down).toBeFocused();
  await button(page, /^Remove this item/).press('Enter');
  await expect(item(page, 'Apologies')).toBeFocused();
  await button(page, words('review.items.add')).press('Enter');
  await page.keyboard.type('Moorings');
  await expect(item(page, 'Moorings')).toBeVisible();
};

const movePaper = async (page: Page): Promise<void> => {
  const paper = page.locator('.review-paper').filter({ hasText: 'Dredging' });
  await change(paper).press('Enter');
  const place = page.getByLabel(words('review.paper.item'));
  await place.selectOption({ label: 'Moorings' });
  await expect(place).toBeFocused();
  await expect(item(page, 'Moorings').locator('.review-paper')).toHaveCount(1);
  await button(page, /^Leave this paper out/).press('Enter');
  await expect(item(page, 'Moorings')).toBeFocused();
  await button(page, /^Take back/).press('Enter');
  await expect(paper).toBeFocused();
  const whole = page.locator('.review-paper').filter({ hasText: 'agenda' });
  await change(whole).press('Enter');
  await button(page, /^Leave this paper out/).press('Enter');
  await expect(page.locator('.review-out > li')).toBeFocused();
};

const seats = async (page: Page): Promise<void> => {
  for (const name of ['Ann Able', 'Ben Best']) {
    await button(page, words('review.members.add')).press('Enter');
    await page.keyboard.type(name);
    await expect(page.locator('.review-seat').last()).toContainText(name);
  }
  await button(page, words('review.members.remove')).press('Enter');
  await expect(page.locator('.review-seat')).toBeFocused();
  await expect(page.locator('.review-seat')).toContainText('Ann Able');
  // A name that is typed another way is not somebody new by mistake.
  await button(page, words('review.members.add')).press('Enter');
  await page.keyboard.type('Mrs P Hollis');
  await inspect(page, 'import review, a name like another');
  await button(page, words('review.members.isThem', { name: demoPeople.member })).press('Enter');
  await expect(page.getByLabel(words('review.members.person'))).toHaveValue(/./);
  await expect(page.getByLabel(words('review.members.name'))).toBeFocused();
  await expect(page.locator('.review-seat').last()).toContainText(
    words('review.members.known', { name: demoPeople.member }),
  );
  await button(page, words('review.members.remove')).press('Enter');
};
