import { makeDataDir, orderPaper, removeDataDir, startOrderPaper } from '../support/order-paper-process.ts';
import { invite } from './council-folder.ts';
import { tryOtherVersions } from './old-client/other-versions.ts';
import { readRecordings, unpackFolder, type Recording } from './old-client/recording.ts';
import { replay } from './old-client/replay.ts';
import type { Part } from './part.ts';
import { enrolRawDevice } from './raw-device.ts';

/** What clients of earlier versions said, on folders of their time, against today's server. */
export const oldClients: Part = {
  name: 'old-clients',
  rounds: { full: 1, ci: 1 },
  run: async () => {
    const recordings = readRecordings();
    const violations: string[] =
      recordings.length === 0 ? ['no version was recorded: the test is blind'] : [];
    for (const recording of recordings) {
      const found = await againstToday(recording);
      violations.push(...found.map((fault) => `version ${recording.app}: ${fault}`));
    }
    const exchanges = recordings.reduce((total, recording) => total + recording.exchanges.length, 0);
    return { rounds: recordings.length, violations, figures: { exchanges } };
  },
};

const againstToday = async (recording: Recording): Promise<readonly string[]> => {
  const dataDir = makeDataDir();
  try {
    unpackFolder(recording.folder, dataDir);
    const migrated = await orderPaper(dataDir, ['migrate']);
    if (migrated.code !== 0) return [`its folder cannot be migrated: ${migrated.err.trim()}`];
    const codeOf = (name: string): Promise<string> => invite(dataDir, ['--name', name]);
    const member = await codeOf(recording.people.member);
    const clerk = await codeOf(recording.people.clerk);
    const another = await codeOf(recording.people.member);
    const server = await startOrderPaper(dataDir, []);
    try {
      const faults = [...(await replay(recording, server.port, { member, clerk }))];
      const identity = await enrolRawDevice(server.port, another, 'another version');
      faults.push(...(await tryOtherVersions(identity, server.port)));
      await server.stop();
      const verified = await orderPaper(dataDir, ['verify']);
      return verified.code === 0 ? faults : [...faults, verified.err.trim()];
    } finally {
      await server.kill();
    }
  } finally {
    removeDataDir(dataDir);
  }
};
