import type { Watch } from '../domain/watch.ts';
import type { CouncilInfo, DeviceDatabase } from './device-database.ts';
import { watchQuery } from './watch-query.ts';

/** Keeps what the council says of itself, so that help has its telephone numbers offline and before sign-in. */
export const saveCouncil = async (db: DeviceDatabase, council: CouncilInfo): Promise<void> => {
  await db.councils.put({ key: 'current', council });
};

/** Null until the council was asked for the first time. */
export const watchCouncil = (db: DeviceDatabase): Watch<CouncilInfo | null> =>
  watchQuery(db, async () => (await db.councils.get('current'))?.council ?? null);
