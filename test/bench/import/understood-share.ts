import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProposedMeeting } from '../../../src/domain/proposal.ts';
import { proposeQuietly } from './propose-quietly.ts';

interface Counted {
  readonly right: number;
  readonly all: number;
}

/** How much of the hand-made answers is understood without a correction, and without a doubt. */
export type Share = Readonly<Record<'items' | 'spans' | 'documents', Counted>>;

interface Answers {
  readonly meetings: Readonly<
    Record<
      string,
      {
        readonly items: readonly {
          readonly no: string;
          readonly title: string;
          readonly packPages: readonly [number, number] | null;
        }[];
      }
    >
  >;
}

export const understoodShare = async (fixtures: string): Promise<Share> => {
  const { meetings } = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8')) as Answers;
  const counted = { items: [0, 0], spans: [0, 0], documents: [0, 0] } satisfies Record<
    string,
    [number, number]
  >;
  const count = (what: keyof typeof counted, isRight: boolean): void => {
    counted[what][1] = (counted[what][1] ?? 0) + 1;
    if (isRight) counted[what][0] = (counted[what][0] ?? 0) + 1;
  };
  for (const [day, { items }] of Object.entries(meetings)) {
    const found = await proposed(join(fixtures, 'meetings', day));
    for (const [at, { no, title, packPages }] of items.entries()) {
      const item = found.items[at];
      count(
        'items',
        item?.number === no && plain(item.title.value) === plain(title) && item.title.doubt === null,
      );
      if (packPages !== null) {
        const [first, last] = packPages;
        count('spans', item?.pages?.value.first === first && item.pages.value.last === last);
      }
    }
    for (const [file, bookmarks] of packsOf(fixtures, day)) {
      const { documents = [] } = found.papers.find((paper) => file.endsWith(paper.file)) ?? {};
      for (const { title, page } of bookmarks) {
        count(
          'documents',
          documents.some(
            (document) => document.first === page && plain(title).endsWith(plain(document.title.value)),
          ),
        );
      }
    }
  }
  return { items: share(counted.items), spans: share(counted.spans), documents: share(counted.documents) };
};

const share = ([right = 0, all = 0]: readonly number[]): Counted => ({ right, all });

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const proposed = async (folder: string): Promise<ProposedMeeting> => {
  const proposal = await proposeQuietly([folder], 2);
  const [meeting] = proposal.meetings;
  if (meeting === undefined) throw new Error(`no meeting was found in ${folder}`);
  return meeting;
};

/** The packs of one meeting with their bookmarks, as the hand-made list has them: "  title -> p3" under "# path pages". */
const packsOf = (
  fixtures: string,
  day: string,
): readonly (readonly [string, readonly { readonly title: string; readonly page: number }[]])[] =>
  readFileSync(join(fixtures, 'pack-outlines.txt'), 'utf8')
    .split(/^# /mu)
    .filter((part) => part.startsWith(`meetings/${day}/`))
    .map((part) => {
      const [head = '', ...lines] = part.trim().split('\n');
      const bookmarks = lines.flatMap((line) => {
        const found = /^\s*(.+?) -> p(\d+)$/u.exec(line);
        return found === null ? [] : [{ title: found[1] ?? '', page: Number(found[2]) }];
      });
      return [head.replace(/ \d+$/u, ''), bookmarks] as const;
    });
