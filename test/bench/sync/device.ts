import type { Page } from '@playwright/test';
import type { Side } from './build-sides.ts';
import { makeProfile, removeProfile, startTablet } from '../../support/tablet.ts';
import type { BenchRound } from './server/verbs.ts';
import type { BenchServer } from './server-process.ts';

/** A browser of its own on a new profile on the disk, with one side's script in a page of the common origin. */
export interface Device {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Who takes part, and with which settings. */
export interface Contender {
  readonly name: string;
  readonly side: Side;
  readonly batch: number;
  /** Whether a peer is made to write with strict durability, which it does not by itself. */
  readonly strict: boolean;
}

interface Where {
  readonly server: BenchServer;
  readonly round: BenchRound;
  /** The port of the server, or of the wire before it. */
  readonly port: number;
  readonly firstContact?: boolean;
}

export const openDevice = async (
  script: string,
  { strict, batch }: Contender,
  { server, round, port, firstContact = true }: Where,
): Promise<Device> => {
  const profile = makeProfile();
  const { page, kill } = await startTablet(profile);
  await page.addInitScript({ path: script });
  await page.goto(`http://127.0.0.1:${port}/bench`);
  const personId = round.members[0] ?? '';
  const { councilId, meetingId, remote } = round;
  const code = await server.invite(personId);
  await page.evaluate((options) => benchSide.open(options), {
    code,
    councilId,
    personId,
    meetingId,
    remote,
    strict,
    batch,
    firstContact,
  });
  return {
    page,
    close: async () => {
      await kill();
      removeProfile(profile);
    },
  };
};
