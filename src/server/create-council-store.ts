import type { Council } from '../protocol/council.ts';
import { instant, type AppDeps } from './app-deps.ts';
import { councilInfo, findCouncil, firstLink, newEpoch } from './council.ts';
import type { CouncilStore } from './council-store.ts';
import { createInvite } from './invites.ts';
import { listPeople, savePerson } from './people.ts';
import { latestVersion, publishMeeting } from './publish-meeting.ts';
import { putBlob } from './put-blob.ts';
import { addServerActor } from './server-actor.ts';

/** The verbs over one open data folder. */
export const createCouncilStore = (deps: Pick<AppDeps, 'db' | 'blobs' | 'now' | 'random'>): CouncilStore => {
  const { db } = deps;
  const councilId = (): string => {
    const council = findCouncil(db);
    if (council === null) throw new Error('name the council first');
    return council.id;
  };
  return {
    now: deps.now,
    random: deps.random,
    readCouncil: () => {
      const row = findCouncil(db);
      return row === null ? null : councilInfo(row);
    },
    setCouncil: (council) => setCouncil(deps, council),
    listPeople: () => listPeople(db, councilId()),
    addPerson: (person) => savePerson(db, councilId(), person, instant(deps.now())),
    invite: (personId) => createInvite(deps, councilId(), personId),
    putBlob: (bytes) => putBlob(deps, councilId(), bytes),
    latestVersion: (meetingId) => latestVersion(db, councilId(), meetingId),
    publishMeeting: (manifest) => publishMeeting(deps, councilId(), manifest),
  };
};

const setCouncil = (deps: Pick<AppDeps, 'db' | 'now' | 'random'>, council: Council): void => {
  const { db, random } = deps;
  const known = findCouncil(db);
  const demonstration = Number(council.demonstration);
  const contacts = JSON.stringify(council.contacts);
  if (known !== null) {
    if (known.id !== council.councilId) throw new Error('one data folder holds one council');
    db.run(db.query.updateTable('council').set({ name: council.name, demonstration, contacts }));
    return;
  }
  db.run(
    db.query.insertInto('council').values({
      id: council.councilId,
      name: council.name,
      demonstration,
      contacts,
      epoch: newEpoch(random),
      seq: 0,
      chain: firstLink(council.councilId),
    }),
  );
  addServerActor(deps, council.councilId);
};
