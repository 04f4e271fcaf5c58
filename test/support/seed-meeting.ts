import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFixture } from './fixtures.ts';

const REPORT = 'report.txt';
const MINUTES = 'minutes.txt';

const item = (number: string, minute: string, title: string) => ({
  number,
  title,
  minute: { number: minute },
});

/**
 * Makes a folder for `import` from the two documents that the product started from, as text: an agenda
 * pack whose report has eight areas, and the minutes page of the same meeting. False where they are absent.
 */
export const makeSeedFolder = (dir: string): boolean => {
  const pack = findFixture('seeds/003_a034898f420988a5.txt');
  const minutes = findFixture('seeds/000_e90344722a94459f.txt');
  if (pack === null || minutes === null) return false;
  mkdirSync(dir, { recursive: true });
  copyFileSync(pack, join(dir, REPORT));
  copyFileSync(minutes, join(dir, MINUTES));
  const file = {
    format: 1,
    key: 'seeds/2016-02-01',
    council: { name: 'Worcestershire County Council' },
    committee: { name: 'Children and Families Overview and Scrutiny Panel', type: 'scrutiny' },
    date: '2016-02-01',
    time: '12:00',
    venue: 'County Hall, Worcester',
    regime: 'WCC-2012',
    items: [
      item('1', '225', 'Apologies and Welcome'),
      item('2', '226', 'Declaration of Interest and of any Party Whip'),
      item('3', '227', 'Public Participation'),
      {
        ...item('4', '228', 'Child Sexual Exploitation - Update on the Implementation of the Action Plan'),
        pages: { first: '1', last: '2' },
        papers: [{ file: REPORT }],
      },
      item('5', '229', 'Prevention Policy and 0-19 Services Commissioning Plan'),
    ],
    papers: [{ file: MINUTES, kind: 'minutes' }],
    minutesText: MINUTES,
    plans: [
      {
        item: '4',
        paper: REPORT,
        from: '2.2',
        to: '2.9',
        // The text lost the bold of these opening words.
        names: {
          '2.2': 'Public awareness campaign',
          '2.3': 'Schools',
          '2.4': 'Training',
          '2.6': 'Standards',
        },
      },
    ],
  };
  writeFileSync(join(dir, 'meeting.json'), JSON.stringify(file, null, 2));
  return true;
};
