import type { SyncPorts } from './ports.ts';

/** Remembers that the server answered, and by how much the tablet's clock is ahead of the server's. */
export const noteContact = async (ports: SyncPorts, serverTime: string | null): Promise<void> => {
  const now = ports.outside.now();
  await ports.store.recordContact(
    serverTime === null
      ? { lastContact: now }
      : { lastContact: now, clockOffsetMs: now - Date.parse(serverTime) },
  );
};

/** The server's time as well as the tablet can tell. */
export const serverNow = async ({ store, outside }: SyncPorts): Promise<number> =>
  outside.now() - ((await store.readMeta()).clockOffsetMs ?? 0);
