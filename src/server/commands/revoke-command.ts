import type { Command } from '../command-io.ts';
import { instant } from '../app-deps.ts';
import { revokeDevices } from '../devices.ts';
import { fail, withCouncil } from '../folder/with-folder.ts';
import { voidInvites } from '../invites.ts';
import { readFlags, usageSentence } from './read-flags.ts';

const usage = 'revoke --device ID | --person ID [--json]';
const options = {
  device: { type: 'string' },
  person: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Ends one tablet, or every tablet and every unused code of a person, for good. What a tablet had not sent
 * yet it may still hand over.
 */
export const runRevoke: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
  if (!flags.ok) return fail(io, flags.error);
  const { device, person, json } = flags.value.values;
  const value = device ?? person;
  if (value === undefined || (device !== undefined && person !== undefined)) {
    return fail(io, usageSentence(usage));
  }
  return withCouncil(io, async ({ db }, _store, council) => {
    const column = device === undefined ? 'person_id' : 'id';
    const { devices, codes } = await db.write(function* () {
      return {
        devices: yield* revokeDevices(council.id, { column, value }, instant(io.now())),
        codes: device === undefined ? yield* voidInvites(council.id, value) : 0,
      };
    });
    if (devices + codes === 0) {
      return fail(
        io,
        `No working device and no unused code belongs to "${value}": see "order-paper people".`,
      );
    }
    const words = `Revoked: ${devices} working devices, ${codes} unused codes.`;
    io.print(json === true ? JSON.stringify({ devices, codes }) : words);
    return 0;
  });
};
