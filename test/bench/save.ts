import type { Saves } from './pages/measure-saves.ts';
import { openBenchPage } from './bench-page.ts';

/** How many saves of each kind in a round. */
const savesPerRound = 300;

/** One round on a new profile, in a page of the server's origin. */
export const measureSaveRound = async (address: string, script: string, round: number): Promise<Saves> => {
  const { page, close } = await openBenchPage(address, script);
  try {
    const isOursFirst = round % 2 === 0;
    return await page.evaluate(([count, first]) => tabletSide.measureSaves(count, first), [
      savesPerRound,
      isOursFirst,
    ] as const);
  } finally {
    await close();
  }
};
