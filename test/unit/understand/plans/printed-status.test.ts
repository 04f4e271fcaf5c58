import { describe, expect, test } from 'vitest';
import {
  settledStatus,
  statusInProse,
  statusOfCell,
} from '../../../../src/understand/plans/printed-status.ts';

describe('a status column', () => {
  test.for([
    ['Complete', 'done'],
    ['Not complete', 'on-track'],
    ['Partially complete', 'on-track'],
    ['75% complete', 'on-track'],
    ['To be completed by May', 'unknown'],
    ['GREEN', 'on-track'],
    ['Red', 'late'],
    ['r', 'late'],
    ['(B)', 'done'],
    ['Green - complete', 'done'],
    ['Off track', 'late'],
    ['On track', 'on-track'],
    ['Not started', 'waiting'],
    ['Overdue since May', 'late'],
    ['Amber', 'unknown'],
  ] as const)('%s', ([cell, status]) => {
    expect(statusOfCell(cell)?.status).toBe(status);
  });

  test.for(['', 'Red / Amber / Green', 'Cllr Smith', 'reduced', 'Ambleford', 'X'])(
    '"%s" says none',
    (cell) => {
      expect(statusOfCell(cell)).toBeNull();
    },
  );

  test('keeps the word as printed', () => {
    expect(statusOfCell('AMBER - some delay')?.word).toBe('AMBER');
  });
});

test('prose says a status where it prints one, not where it has the word', () => {
  expect(statusInProse('Bins. RAG rating: Green. More follows.')?.word).toBe('Green');
  expect(statusInProse('Bins are mended [On track].')?.status).toBe('on-track');
  expect(statusInProse('The green bins are complete with lids.')).toBeNull();
});

test('what is printed goes before prose, unless it says nothing', () => {
  expect(settledStatus({ word: 'Red', status: 'late' }, 'All is on track.')).toBe('late');
  expect(settledStatus({ word: 'Amber', status: 'unknown' }, 'All is on track.')).toBe('on-track');
  expect(settledStatus(null, 'Nothing to say.')).toBe('unknown');
});
