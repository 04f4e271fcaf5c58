/** What a command may ask of the outside. The only implementation that is real stands in main.ts. */
export interface CommandIo {
  /** One line on standard output; a JSON document is one line too. */
  readonly print: (line: string) => void;
  /** One plain sentence on standard error. */
  readonly complain: (sentence: string) => void;
  /** Where a person watches: how far long work has come, each line in the place of the one before. */
  readonly progress: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A command takes what follows its name and answers the exit code. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** The data folder that the environment names. */
export const dataDirOf = (io: CommandIo): string => io.env['DATA_DIR'] ?? './data';

/** The PostgreSQL database that the environment names, or null for SQLite in the data folder. */
export const databaseUrlOf = (io: CommandIo): string | null => {
  const url = io.env['DATABASE_URL'] ?? '';
  return url === '' ? null : url;
};
