#!/usr/bin/env node
import type { Command, CommandIo } from './command-io.ts';

/** Every command, loaded when it is called: `invite` need not load what reads PDFs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start-command.ts')).runStart,
  import: async () => (await import('./import/import-command.ts')).runImport,
  invite: async () => (await import('./commands/invite-command.ts')).runInvite,
  people: async () => (await import('./commands/people-command.ts')).runPeople,
  erase: async () => (await import('./commands/erase-command.ts')).runErase,
  revoke: async () => (await import('./commands/revoke-command.ts')).runRevoke,
  backup: async () => (await import('./commands/backup-command.ts')).runBackup,
  restore: async () => (await import('./commands/restore-command.ts')).runRestore,
  verify: async () => (await import('./commands/verify-command.ts')).runVerify,
  migrate: async () => (await import('./commands/migrate-command.ts')).runMigrate,
};

const io: CommandIo = {
  print: (line) => console.log(line),
  complain: (sentence) => console.error(sentence),
  progress: (line) => void (process.stderr.isTTY && process.stderr.write(`\r\u001B[2K${line}`)),
  env: process.env,
  now: Date.now,
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (load === undefined) {
  io.complain(`Use it like this: order-paper ${Object.keys(commands).join(' | ')}`);
  process.exitCode = 1;
} else process.exitCode = await (await load())(args, io);
