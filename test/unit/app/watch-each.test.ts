import { expect, test } from 'vitest';
import { watchEach } from '../../../src/app/watch-each.ts';
import { createValue } from '../../../src/domain/value.ts';
import type { Watch } from '../../../src/domain/watch.ts';

test('answers when every key has a value, follows the list, and lets go of what left it', () => {
  const values = { a: createValue(1), b: createValue(2) };
  const open = { a: 0, b: 0 };
  const watchOne = (key: 'a' | 'b'): Watch<number> => ({
    subscribe: (next) => {
      open[key] += 1;
      const inner = values[key].subscribe(next);
      return {
        unsubscribe: () => {
          open[key] -= 1;
          inner.unsubscribe();
        },
      };
    },
  });
  const keys = createValue<readonly ('a' | 'b')[]>([]);
  const seen: string[] = [];
  const watching = watchEach(keys, watchOne).subscribe((map) => seen.push(JSON.stringify([...map])));
  keys.set(['a', 'b']);
  values.b.set(3);
  keys.set(['b']);
  values.a.set(9);
  expect(seen).toEqual(['[]', '[["a",1],["b",2]]', '[["a",1],["b",3]]', '[["b",3]]']);
  expect(open).toEqual({ a: 0, b: 1 });
  watching.unsubscribe();
  expect(open).toEqual({ a: 0, b: 0 });
});
