import { expect, test } from 'vitest';
import type { PlanArea } from '../../../../src/domain/meeting.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import type { UnderstoodSource } from '../../../../src/understand/proposal/source.ts';
import { fact, meeting } from './samples.ts';
import { source } from './source-samples.ts';

const area = (name: string, said: string, status: PlanArea['status']): PlanArea => ({
  number: '2.1',
  name,
  text: said,
  status,
  dates: [],
});
const january = [
  area('Salt', 'The new barn is awaiting permission from the planners.', 'waiting'),
  area('Routes', 'Two routes are being looked at by the officers.', 'on-track'),
];
const march = [
  area('Salt', 'The new barn was given permission and is finished.', 'done'),
  area('Routes', 'Two routes are being looked at by the officers.', 'on-track'),
  area('Drivers', 'Six drivers are being trained until the summer.', 'on-track'),
];
const ofDay = (day: string, plan: readonly PlanArea[]): readonly UnderstoodSource[] => [
  source(`${day}/agenda.pdf`, 'agenda', { meeting: meeting({ start: fact(`${day}T10:00`) }), paper: {} }),
  source(`${day}/plan.pdf`, 'report', { paper: { plan } }),
];

test('says in its own words what moved since the meeting before, whatever the order of the files', () => {
  const { planNews } = propose([...ofDay('2026-03-03', march), ...ofDay('2026-01-06', january)]);
  expect(planNews).toHaveLength(1);
  expect(planNews[0]).toMatchObject({ file: '2026-03-03/plan.pdf', before: '2026-01-06/plan.pdf' });
  expect(
    planNews[0]?.areas.map(({ name, kind, status }) => [name, kind, status.before, status.after]),
  ).toEqual([
    ['Salt', 'moved', 'waiting', 'done'],
    ['Routes', 'unmoved', 'on-track', 'on-track'],
    ['Drivers', 'new', null, 'on-track'],
  ]);
  expect(planNews[0]?.areas[0]?.lines.map(({ label }) => label)).toEqual(['January 2026', 'March 2026']);
  expect(planNews[0]?.areas[0]?.lines[0]?.said).toContain('awaiting');
});

test('is not another plan of the same day’s papers', () => {
  const other = [
    area('Libraries', 'The roof is mended.', 'done'),
    area('Parks', 'The ponds are dug.', 'done'),
  ];
  expect(propose([...ofDay('2026-01-06', january), ...ofDay('2026-03-03', other)]).planNews).toEqual([]);
});
