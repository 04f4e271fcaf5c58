import { describe, expect, it } from 'vitest';
import { currentDeclarations, declarationRefs } from '../../../src/domain/declarations.ts';
import type { AnyEvent } from '../../../src/domain/event.ts';
import { buses, declaration, people, record, roads, seen, stated } from './records.ts';

const { ash, bo } = people;
const declare = (id: string, changes = {}, author = ash): AnyEvent =>
  record(author, id, { type: 'interest.declare', body: declaration(changes) });
const amend = (id: string, refs: readonly string[], changes = {}): AnyEvent =>
  record(ash, id, { type: 'interest.amend', body: declaration(changes) }, refs);
const withdraw = (id: string, refs: readonly string[]): AnyEvent =>
  record(ash, id, { type: 'interest.withdraw', body: { seen, item: roads } }, refs);
const current = (...events: readonly AnyEvent[]) => currentDeclarations(events, 'meeting');

describe('current declarations', () => {
  it('keep several of one person on one item, and those of others', () => {
    expect(current(declare('a'), declare('b', { interest: 'dpi' }), declare('c', {}, bo))).toHaveLength(3);
  });

  it('take the place of what they refer to', () => {
    const changed = current(declare('a'), amend('b', ['a'], { nature: stated('as its chair') }));
    expect(changed).toMatchObject([{ kind: 'declared', event: { id: 'b' } }]);
    expect(current(declare('a'), withdraw('b', ['a']))).toMatchObject([{ kind: 'withdrawn' }]);
    expect(current(withdraw('b', ['a']), declare('a'))).toMatchObject([{ kind: 'withdrawn' }]);
  });

  it('are to be confirmed when two devices changed the same one differently', () => {
    const split = current(declare('a'), amend('b', ['a'], { interest: 'dpi' }), withdraw('c', ['a']));
    expect(split).toMatchObject([{ kind: 'to-confirm', events: [{ id: 'b' }, { id: 'c' }] }]);
    expect(declarationRefs(split[0]!)).toEqual(['b', 'c']);
    const [alike] = current(declare('a'), amend('b', ['a']), amend('c', ['a']));
    expect(alike).toMatchObject({ kind: 'declared', event: { id: 'b' } });
    // Or what is changed once would still stand as it was.
    expect(declarationRefs(alike!)).toEqual(['b', 'c']);
  });

  it('are to be confirmed when a withdrawal names no known declaration', () => {
    expect(current(declare('a'), withdraw('b', []))).toMatchObject([{ kind: 'to-confirm' }]);
    expect(current(declare('a', { item: buses }), withdraw('b', []))).toMatchObject([
      { kind: 'declared' },
      { kind: 'withdrawn' },
    ]);
  });
});
