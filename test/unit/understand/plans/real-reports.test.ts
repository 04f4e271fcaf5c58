import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findPlanAreas } from '../../../../src/domain/action-plan.ts';
import { plainPaperText } from '../../../../src/papers/text/plain-text.ts';
import { proposePlan } from '../../../../src/understand/plans/propose-plan.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';
import { readMeetingPapers } from '../changes/kent-papers.ts';

// Reading PDFs takes longer than a test may.
const papers = await readMeetingPapers('cabinet__2025-03-04');

test(`the areas of a real report are found by themselves, or ${noFixtures}`, ({ skip }) => {
  const path = findFixture('seeds/003_a034898f420988a5.txt');
  if (path === null) {
    skip(noFixtures);
    return;
  }
  const text = plainPaperText(readFileSync(path, 'utf8'));
  const plan = proposePlan(text);
  const areas = plan?.areas.map(({ area }) => area) ?? [];
  expect(areas).toEqual(findPlanAreas(text, '2.2', '2.9'));
  expect(areas).toHaveLength(8);
  expect(plan).toMatchObject({ from: 'paragraphs', doubt: null });
});

test(`minutes of a real meeting hold no plan, or ${noFixtures}`, ({ skip }) => {
  const path = findFixture('seeds/000_e90344722a94459f.txt');
  if (path === null) {
    skip(noFixtures);
    return;
  }
  expect(proposePlan(plainPaperText(readFileSync(path, 'utf8')))).toBeNull();
});

test.skipIf(papers === null)(`none of a cabinet's other papers seems to hold one, or ${noFixtures}`, () => {
  expect(papers?.length).toBeGreaterThan(5);
  const plans = papers?.filter(({ text }) => proposePlan(text) !== null);
  expect(plans?.map(({ title }) => title)).toEqual([]);
});
