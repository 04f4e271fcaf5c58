import type { Watch } from '../domain/watch.ts';
import type { DeviceDatabase } from './device-database.ts';
import { withReopen } from './reopen.ts';
import { watchQuery } from './watch-query.ts';

/** How this browser shows things. */
export interface Settings {
  /** BCP 47 tag, or null until the person chooses: then the browser's own languages decide. */
  readonly language: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  readonly textSize: 'normal' | 'large' | 'larger';
  /** The text of papers alone, as a factor. */
  readonly readingScale: '0.9' | '1' | '1.2' | '1.4' | '1.7' | '2';
}

const choices = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  textSize: ['normal', 'large', 'larger'],
  readingScale: ['1', '0.9', '1.2', '1.4', '1.7', '2'],
} as const satisfies { [K in Exclude<keyof Settings, 'language'>]: readonly Settings[K][] };

// A value that an older or newer version wrote and this one does not know falls back to the first.
const chosen = <T extends string>(allowed: readonly [T, ...T[]], value: string | null | undefined): T =>
  allowed.find((one) => one === value) ?? allowed[0];

const readSettings = async (db: DeviceDatabase): Promise<Settings> => {
  const rows = await withReopen(db, () => db.settings.toArray());
  const valueByKey = new Map(rows.map((row) => [row.key, row.value]));
  return {
    language: valueByKey.get('language') ?? null,
    theme: chosen(choices.theme, valueByKey.get('theme')),
    contrast: chosen(choices.contrast, valueByKey.get('contrast')),
    textSize: chosen(choices.textSize, valueByKey.get('textSize')),
    readingScale: chosen(choices.readingScale, valueByKey.get('readingScale')),
  };
};

/** One setting, or its default where nothing was chosen. */
export const readSetting = async <K extends keyof Settings>(
  db: DeviceDatabase,
  key: K,
): Promise<Settings[K]> => (await readSettings(db))[key];

export const saveSetting = async <K extends keyof Settings>(
  db: DeviceDatabase,
  key: K,
  value: Settings[K],
): Promise<void> => {
  await withReopen(db, () => db.settings.put({ key, value }));
};

export const watchSettings = (db: DeviceDatabase): Watch<Settings> => watchQuery(db, () => readSettings(db));
