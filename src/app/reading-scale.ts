import type { Watch } from '../domain/watch.ts';
import { saveSetting, watchSettings, type Settings } from '../storage/settings.ts';
import { mapWatch } from './records-watch.ts';
import type { DeviceControl } from './settings.ts';

/** How much larger than 20 px a paper's text is: from 18 to 40. */
export type ReadingScale = Settings['readingScale'];

const scales: readonly ReadingScale[] = ['0.9', '1', '1.2', '1.4', '1.7', '2'];

/** The size beside this one; the last one stays. */
export const scaleBeside = (now: ReadingScale, direction: 'larger' | 'smaller'): ReadingScale =>
  scales[scales.indexOf(now) + (direction === 'larger' ? 1 : -1)] ?? now;

/** The size in which this tablet read last. */
export const watchReadingScale = ({ device }: DeviceControl): Watch<ReadingScale> =>
  mapWatch(watchSettings(device), ({ readingScale }) => readingScale);

/** Keeps a size for the next paper. Where there is no room for it, it lasts until the screen is closed. */
export const keepReadingScale = async ({ device }: DeviceControl, scale: ReadingScale): Promise<void> => {
  // A size that is lost costs a press, so it is no reason to stop anyone reading.
  await saveSetting(device, 'readingScale', scale).catch(() => undefined);
};
