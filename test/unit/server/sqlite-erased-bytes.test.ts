import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reason } from './said.ts';
import { because, useToldCouncil } from './told-council.ts';

const { get } = useToldCouncil();

describe('erasing records', () => {
  it('leaves no copy of the words in the folder', async () => {
    const { dataDir, council, member, erase } = get();
    // Many, so that pages fill and rows move: a single one would be written over by chance.
    const padding = 'because of it '.repeat(20);
    const reasons = Array.from({ length: 60 }, (_, index) =>
      member.say(reason(council, `${padding}visit ${index}. ${padding}`)),
    );
    await member.push(reasons);
    const gone = reasons.slice(20, 40);
    const holds = (word: string) =>
      readdirSync(dataDir)
        .filter((name) => name.startsWith('council.sqlite'))
        .some((name) => readFileSync(join(dataDir, name)).includes(word));
    expect(holds('visit 25.')).toBe(true);
    for (const { event } of gone) await erase('--record', event.id, '--because', because);
    const left = reasons.map((_, index) => index).filter((index) => holds(`visit ${index}.`));
    expect(left).toEqual([...Array(20).keys(), ...Array.from(Array(20).keys(), (index) => index + 40)]);
  });
});
