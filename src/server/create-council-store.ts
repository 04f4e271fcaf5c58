import type { Council } from '../protocol/council.ts';
import { instant, type AppDeps } from './app-deps.ts';
import { councilInfo, findCouncil, firstLink, newEpoch } from './council.ts';
import { aliasesOf, knownAliases } from './aliases.ts';
import type { CouncilStore } from './council-store.ts';
import { queryBuilder } from './db/query-builder.ts';
import { run, type Work } from './db/work.ts';
import { createInvite } from './invites.ts';
import { listPeople, savePerson } from './people.ts';
import { latestVersion, listMeetings, publishMeeting } from './publish-meeting.ts';
import { putBlob, readBlob } from './put-blob.ts';
import { addServerActor } from './server-actor.ts';

/** The verbs over one open data folder. */
export const createCouncilStore = (deps: Pick<AppDeps, 'db' | 'blobs' | 'now' | 'random'>): CouncilStore => {
  const { db } = deps;
  const readCouncilId = (): Promise<string> => db.read(councilId);
  return {
    now: deps.now,
    random: deps.random,
    readCouncil: async () => {
      const row = await db.read(findCouncil);
      return row === null ? null : councilInfo(row);
    },
    setCouncil: (council) => db.write(() => setCouncil(deps, council)),
    listPeople: () =>
      db.read(function* () {
        return yield* listPeople(yield* councilId());
      }),
    addPerson: (person) =>
      db.write(function* () {
        yield* savePerson(yield* councilId(), person, instant(deps.now()));
      }),
    invite: (personId) =>
      db.write(function* () {
        return yield* createInvite(deps, yield* councilId(), personId);
      }),
    putBlob: async (bytes) => putBlob(deps, await readCouncilId(), bytes),
    latestVersion: (meetingId) =>
      db.read(function* () {
        return yield* latestVersion(yield* councilId(), meetingId);
      }),
    readBlob: async (sha256) => readBlob(deps, await readCouncilId(), sha256),
    listMeetings: () =>
      db.read(function* () {
        return yield* listMeetings(yield* councilId());
      }),
    aliasesOf: (ids) =>
      db.read(function* () {
        return yield* aliasesOf(yield* councilId(), ids);
      }),
    knownAliases: (aliases) =>
      db.read(function* () {
        return yield* knownAliases(yield* councilId(), aliases);
      }),
    publishMeeting: async (manifest, beside) => publishMeeting(deps, await readCouncilId(), manifest, beside),
  };
};

function* councilId(): Work<string> {
  const council = yield* findCouncil();
  if (council === null) throw new Error('name the council first');
  return council.id;
}

function* setCouncil(deps: Pick<AppDeps, 'now' | 'random'>, council: Council): Work<void> {
  const known = yield* findCouncil();
  const demonstration = Number(council.demonstration);
  const contacts = JSON.stringify(council.contacts);
  if (known !== null) {
    if (known.id !== council.councilId) throw new Error('one data folder holds one council');
    yield* run(queryBuilder.updateTable('council').set({ name: council.name, demonstration, contacts }));
    return;
  }
  yield* run(
    queryBuilder.insertInto('council').values({
      id: council.councilId,
      name: council.name,
      demonstration,
      contacts,
      epoch: newEpoch(deps.random),
      seq: 0,
      chain: firstLink(council.councilId),
    }),
  );
  yield* addServerActor(deps, council.councilId);
}
