import { afterAll, describe, expect, inject, it } from 'vitest';
import { makeDataDir, orderPaper, removeDataDir } from '../../support/order-paper-process.ts';

const dataDir = makeDataDir();
afterAll(() => removeDataDir(dataDir));

const refusal = {
  code: 1,
  out: '',
  err: 'The database that DATABASE_URL names does not answer: check that it runs, and its name, user and password.\n',
};

describe('a database that does not answer', () => {
  const secret = 'correct-horse';
  const elsewhere = (change: (url: URL) => void): string => {
    const url = new URL(inject('postgresUrl') ?? '');
    url.password = secret;
    change(url);
    return url.href;
  };
  it.each([
    ['nothing listens there', elsewhere((url) => (url.port = '1'))],
    ['the password is wrong', elsewhere(() => {})],
    ['the name is wrong', elsewhere((url) => (url.pathname = '/nowhere'))],
    ['the host is unknown', elsewhere((url) => (url.hostname = 'nowhere.invalid'))],
    ['it is no address', `postgres://test:${secret}@:::/x`],
    ['it is a file', `./${secret}`],
  ])('is one plain sentence without the password: %s', async (_name, DATABASE_URL) => {
    expect(await orderPaper(dataDir, ['start'], { DATABASE_URL })).toEqual(refusal);
  });

  it.each(['verify', 'migrate', 'people'])('is the same sentence from %s', async (command) => {
    const DATABASE_URL = elsewhere((url) => (url.port = '1'));
    expect(await orderPaper(dataDir, [command], { DATABASE_URL })).toEqual(refusal);
  });
});
