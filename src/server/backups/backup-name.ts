/**
 * What a scheduled backup is called: its moment in UTC, then the end of the council's id, so that two
 * councils that share a folder never take one another's for their own. Sorted by name is sorted by time.
 */
export const backupName = (councilId: string, at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${councilMark(councilId)}`;

/** When a backup of this council was begun, in milliseconds; null for a name that is none of its backups. */
export const backupTime = (councilId: string, name: string): number | null => {
  const [, day, hour, minute, second, mark] =
    /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-([0-9a-f]{12})$/.exec(name) ?? [];
  if (mark !== councilMark(councilId)) return null;
  const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
};

const councilMark = (councilId: string): string => councilId.replaceAll('-', '').slice(-12);
