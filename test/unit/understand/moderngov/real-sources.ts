import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  understandModernGov,
  type Understood,
} from '../../../../src/understand/moderngov/understand-moderngov.ts';
import { findFixture } from '../../../support/fixtures.ts';
import { present, valueOf } from '../../../support/present.ts';

const FOLDERS = ['council_cycle-html', 'councillordata-xml-redacted', 'lgsf-fixtures'];

/** One of somebody else's files. */
export interface RealSource {
  readonly file: string;
  readonly folder: string;
  readonly source: string;
}

/** Where ModernGov's fixtures lie, or null in a clone of the product alone. */
export const realFolder = findFixture('fixtures/1-moderngov');

/** Every answer and page among the fixtures; none in a clone of the product alone. */
export const realSources: readonly RealSource[] =
  realFolder === null
    ? []
    : FOLDERS.flatMap((folder) =>
        readdirSync(join(realFolder, folder))
          .filter((file) => /\.(?:xml|html)$/u.test(file))
          .map((file) => ({ file, folder, source: readFileSync(join(realFolder, folder, file), 'utf8') })),
      );

/** The hand-made answers of a file; an empty object in a clone of the product alone. */
export const readAnswers = (path: string): unknown =>
  realFolder === null ? {} : JSON.parse(readFileSync(join(realFolder, path), 'utf8'));

/** The text of one fixture, by its name. */
export const realSource = (file: string): string =>
  present(
    realSources.find((one) => one.file === file),
    file,
  ).source;

/** What one fixture is understood as. */
export const understandReal = (file: string, address: string | null = null): Understood =>
  valueOf(understandModernGov({ source: realSource(file), address, file }));

/** The same for a text of the test's own. */
export const understand = (source: string, address: string | null = null): Understood =>
  valueOf(understandModernGov({ source, address, file: 'sample' }));

/** A meeting, when that is what it is. */
export const meetingIn = (understood: Understood) => {
  if (understood.kind !== 'meeting') throw new Error(`it is ${understood.kind}`);
  return understood.meeting;
};

/** The id that an alias of one kind gives. */
export const idIn = (
  aliases: readonly { readonly kind: string; readonly id: string }[],
  kind: string,
): string | undefined => aliases.find((alias) => alias.kind === kind)?.id;
