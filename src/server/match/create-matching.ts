import type { CouncilStore } from '../council-store.ts';
import { aliasKey } from '../aliases.ts';
import type { Matching, Prepare } from '../desk/ports.ts';
import type { Manifest } from '../../domain/meeting.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { ourId } from '../propose/our-id.ts';
import { readManifest } from '../read-manifest.ts';
import { findPublished } from './find-published.ts';
import { publishDraft } from './publish-draft.ts';
import { createSourceRoom, publishedSources } from './published-sources.ts';
import { createHeads, type StoredHead } from './stored-meetings.ts';
import { type OurCouncil, toImportMeeting } from './to-import-meeting.ts';

/** The desk's port over what the council has published. `prepare` reads papers away from the main thread. */
export const createMatching = (store: CouncilStore, prepare: Prepare): Matching => {
  const heads = createHeads(store);
  return {
    published: async (sources, said) => {
      if ((await store.readCouncil()) === null) return [];
      const { meant, before } = await findPublished(store, await heads(), sources, said);
      const room = createSourceRoom(sources);
      const found = [];
      for (const head of meant) {
        const published = await publishedSources(store, head, 'all', room);
        found.push(...(head.meetingId === said.meeting ? published.map(asMeant) : published));
      }
      for (const head of before) found.push(...(await publishedSources(store, head, 'plans', room)));
      return found;
    },
    meetings: async (proposal) => {
      const council = await readOurs(store, await heads(), proposal);
      return {
        meetings: proposal.meetings.map((meeting) => toImportMeeting(meeting, proposal, council)),
        people: council.people,
        committees: committeeNames(council.heads),
      };
    },
    publish: (draft, files, mayStill) => publishDraft({ store, heads, prepare }, draft, files, mayStill),
  };
};

const asMeant = (one: UnderstoodSource): UnderstoodSource =>
  one.source.kind === 'published' ? { ...one, isMeant: true } : one;

const readOurs = async (
  store: CouncilStore,
  heads: readonly StoredHead[],
  { meetings }: Proposal,
): Promise<OurCouncil> => {
  const aliases = meetings.flatMap((meeting) => [
    ...meeting.aliases,
    ...meeting.members.flatMap(({ value }) => value.aliases),
  ]);
  const known = await store.knownAliases(aliases);
  const matched = new Set(meetings.map((meeting) => ourId(meeting.aliases, 'meeting')));
  const manifests = new Map<string, Manifest>();
  for (const { meetingId, manifest } of heads) {
    if (matched.has(meetingId)) manifests.set(meetingId, await readManifest(store, manifest));
  }
  const people = (await store.listPeople()).map(({ id, name }) => ({ id, name }));
  return { heads, people, manifests, ours: new Map(known.map(({ alias, ours }) => [aliasKey(alias), ours])) };
};

/** Each committee by the name that it has now. */
const committeeNames = (heads: readonly StoredHead[]): readonly string[] => {
  const names = new Map(heads.map(({ committee }) => [committee.id, committee.name]));
  return [...new Set(names.values())].toSorted((one, other) => one.localeCompare(other, 'en-GB'));
};
