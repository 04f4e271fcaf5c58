import { existsSync, readFileSync } from 'node:fs';
import { startOrderPaper } from '../../support/order-paper-process.ts';
import { makeCouncilFolder, people } from '../council-folder.ts';
import { enrolRealClient, type RealClient } from '../real-client.ts';
import { sayEverything } from './every-statement.ts';
import { packFolder, recordingFile, writeRecording, type Exchange } from './recording.ts';

/**
 * Writes down what today's client says to today's server, once for each version of the app:
 * `node test/torture/old-client/record-client.ts`, at the commit of the release. A recording is never made
 * again: it stands for tablets that were not updated.
 */
const { version: app } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
if (existsSync(recordingFile(app))) {
  console.error(`What version ${app} says is recorded already, in ${recordingFile(app)}.`);
  process.exit(1);
}

const template = await makeCouncilFolder(1);
const folder = packFolder(template.dataDir);
const server = await startOrderPaper(template.dataDir, []);
const exchanges: Exchange[] = [];

/** What differs from day to day, by the name that stands for it. */
const names = new Map<string, string>();
const withNames = (text: string): string =>
  [...names].reduce((named, [value, name]) => named.replaceAll(value, name), text);

const hear =
  (who: Exchange['who']) =>
  async (path: string, init: RequestInit, response: Response): Promise<void> => {
    const text = await response.clone().text();
    const isJson = response.headers.get('Content-Type')?.includes('json') === true;
    exchanges.push({
      who,
      method: init.method ?? 'GET',
      path,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : null,
      status: response.status,
      answer: isJson ? JSON.parse(text) : null,
    });
  };
const enrolOne = async (who: Exchange['who'], code: string): Promise<RealClient> => {
  names.set(code, '{code}');
  const client = await enrolRealClient({ port: () => server.port, heard: hear(who) }, code, who);
  await client.sync();
  const meta = await client.records.meta.get('sync');
  names.set(meta?.deviceId ?? '', '{deviceId}');
  names.set(meta?.epoch ?? '', '{epoch}');
  return client;
};

const member = await enrolOne('member', template.memberCodes[0] ?? '');
const clerk = await enrolOne('clerk', template.clerkCode);
const manifest = (await member.records.manifests.toCollection().first())?.manifest;
if (manifest === undefined) throw new Error('the member was told of no meeting');
await sayEverything(async (statement) => (await member.say(statement))[0] ?? '', manifest);
await member.sync();
const { meetingId } = manifest;
const [noted] = (await member.told()).said;
await clerk.say({ type: 'record.noted', body: { meetingId }, refs: [noted ?? ''] });
await clerk.say({ type: 'register.freeze', body: { meetingId } });
await clerk.sync();
await member.sync();
// As after a week: the session is gone, and the key gets a new one.
member.forgetSession();
await member.say({ type: 'apology.reason', body: { meetingId, text: 'Said after a long time' } });
await member.sync();

await server.stop();
template.remove();
for (const client of [member, clerk]) client.close();
writeRecording({
  app,
  people,
  folder,
  exchanges: exchanges.map((exchange) => ({
    ...exchange,
    path: withNames(exchange.path),
    body: exchange.body === null ? null : withNames(exchange.body),
  })),
});
console.log(`${exchanges.length} exchanges of version ${app} in ${recordingFile(app)}`);
