import { afterAll } from 'vitest';
import type { ImportMeeting, PublishAnswer, ReadRequest } from '../../../../src/domain/import-state.ts';
import type { MeetingDraft } from '../../../../src/domain/meeting-draft.ts';
import type { Manifest } from '../../../../src/domain/meeting.ts';
import type { Proposal } from '../../../../src/domain/proposal.ts';
import { prepareMeeting } from '../../../../src/server/import/prepare-meeting.ts';
import { openPdfReader } from '../../../../src/server/import/read-pdf.ts';
import { createMatching } from '../../../../src/server/match/create-matching.ts';
import { understandSource } from '../../../../src/server/propose/understand-source.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import { createMemoryCouncil, type MemoryCouncil } from '../../../support/memory-council.ts';
import { present } from '../../../support/present.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface ReadFiles {
  readonly proposal: Proposal;
  readonly meetings: readonly ImportMeeting[];
  /** The only one of them. */
  readonly meeting: ImportMeeting;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly committees: readonly string[];
}

type Said = Pick<ReadRequest, 'meeting' | 'apart'>;

/** A council that does not exist, and what its clerk does at the desk. */
export interface DeskOfAnytown {
  readonly council: MemoryCouncil;
  readonly read: (files: Files, said?: Partial<Said>) => Promise<ReadFiles>;
  readonly publish: (draft: MeetingDraft, files?: Files) => Promise<PublishAnswer>;
  /** Reads and publishes without a correction but the reason. */
  readonly bring: (files: Files, reason?: string) => Promise<Manifest>;
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();

// A thread takes its time to begin: one is enough for a file of tests.
const reader = openPdfReader();
afterAll(() => reader.close());

export const openDeskOfAnytown = async (): Promise<DeskOfAnytown> => {
  const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
  const councilId = '019b8a00-0000-7000-8000-000000000001';
  await council.store.setCouncil({ councilId, name: 'Anytown', demonstration: false, contacts: [] });
  const matching = createMatching(council.store, (folder) => prepareMeeting(folder, [reader]));
  const read: DeskOfAnytown['read'] = async (files, said = {}) => {
    const sources = [];
    for (const [file, content] of Object.entries(files)) {
      const given = { file, bytes: bytesOf(content), address: null };
      sources.push(await understandSource(given, reader, null));
    }
    const published = await matching.published(sources, { meeting: null, apart: [], ...said });
    const proposal = propose([...sources, ...published]);
    const answer = await matching.meetings(proposal);
    return {
      proposal,
      ...answer,
      get meeting() {
        return present(answer.meetings.length === 1 ? answer.meetings[0] : null, 'only meeting');
      },
    };
  };
  const publish: DeskOfAnytown['publish'] = (draft, files = {}) =>
    matching.publish(
      JSON.parse(JSON.stringify(draft)),
      new Map(Object.entries(files).map(([name, content]) => [name, bytesOf(content)])),
      () => Promise.resolve(true),
    );
  return {
    council,
    read,
    publish,
    bring: async (files, reason = 'More papers') => {
      const { meeting } = await read(files);
      const answer = await publish({ ...meeting.draft, reason }, files);
      if (answer.kind !== 'published') throw new Error(JSON.stringify(answer));
      return present(council.manifests.at(-1), 'manifest');
    },
  };
};
