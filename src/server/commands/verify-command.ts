import type { Command } from '../command-io.ts';
import { fail, withFolder } from '../folder/with-folder.ts';
import { verifyFolder } from '../folder/verify-folder.ts';
import { readFlags } from './read-flags.ts';

/** Checks the whole data folder, also while a server runs; exit code 1 when something is not sound. */
export const runVerify: Command = async (args, io) => {
  const flags = readFlags(args, { json: { type: 'boolean' } } as const, 'verify [--json]');
  if (!flags.ok) return fail(io, flags.error);
  return withFolder(io, 'existing', async (folder) => {
    const result = await verifyFolder(folder);
    if (flags.value.values.json === true) io.print(JSON.stringify(result));
    else if (result.sound) {
      const erased = result.erased === 0 ? '' : ` (${result.erased} erased)`;
      io.print(
        `Sound: ${result.records} records in the log${erased}, ${result.setAside} set aside, ${result.blobs} blobs. Head of the chain: ${result.head}`,
      );
    }
    if (result.sound) return 0;
    const kinds = [...new Set(result.faults.map((fault) => `${fault.kind} at ${fault.where}`))];
    return fail(
      io,
      `Not sound: ${kinds.slice(0, 10).join(', ')}. Stop the server and restore the last backup.`,
    );
  });
};
