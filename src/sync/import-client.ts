import type { ImportState, PublishAnswer, ReadRequest } from '../domain/import-state.ts';
import type { MeetingDraft } from '../domain/meeting-draft.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  ImportBegunSchema,
  ImportListSchema,
  ImportStateSchema,
  importsPath,
  PublishAnswerSchema,
  type ImportList,
} from '../protocol/imports.ts';
import { importFaultOf, type ImportFault } from './import-fault.ts';
import type { SyncPorts } from './ports.ts';
import { readSyncBytes, readSyncJson, type Ask } from './request.ts';
import { beginFile, sendParts, type AskServer, type FileThere, type SentFile } from './send-file.ts';
import { askSignedIn } from './session.ts';

export type { ImportFault };

type Answered<T> = Promise<Result<T, ImportFault>>;

type Hears = [onSent: (bytes: number) => void, stop?: AbortSignal];

const timeoutMs = 60_000;
// The whole draft is checked and its papers are put into the council's store before this is answered.
const publishTimeoutMs = 180_000;

const get = (path: string): Ask => ({ method: 'GET', path: importsPath + path, timeoutMs });
const post = (path: string, body: unknown = {}): Ask => ({ ...get(path), method: 'POST', body });

/** Where no import was named, `not_found` says that there is no desk for this person. */
const noDesk = (fault: ImportFault) => err(fault === 'gone' ? 'not-allowed' : fault);

/** The desk's side of the imports protocol (protocol/imports.ts). Never rejects for what network or server do. */
export const createImportClient = (ports: SyncPorts) => {
  const askServer: AskServer = async (request, read) => {
    const enrolment = await ports.enrolments.read();
    return enrolment === null ? null : askSignedIn(ports, enrolment, request, read);
  };
  const asked = async <T>(request: Ask, read: (response: Response) => Promise<T | null>): Answered<T> => {
    const answer = await askServer(request, read);
    if (answer === null) return err('not-allowed');
    return answer.kind === 'ok' ? ok(answer.value) : err(importFaultOf(answer));
  };
  /** Only that it was done is asked. */
  const done = async (request: Ask): Answered<void> => {
    const answer = await asked(request, readSyncBytes);
    return answer.ok ? ok(undefined) : answer;
  };
  const state = (id: string): Answered<ImportState> => asked(get(`/${id}`), readSyncJson(ImportStateSchema));
  const files = createFileSender(ports, askServer, state);
  const requests = new Map<string, ReadRequest>();
  return {
    list: async (): Answered<ImportList['imports']> => {
      const answer = await asked(get(''), readSyncJson(ImportListSchema));
      return answer.ok ? ok(answer.value.imports) : noDesk(answer.error);
    },
    begin: async (): Answered<string> => {
      const answer = await asked(post(''), readSyncJson(ImportBegunSchema));
      return answer.ok ? ok(answer.value.id) : noDesk(answer.error);
    },
    state,
    sendFile: files.send,
    removeFile: (id: string, place: number): Answered<void> => {
      files.forget();
      return done({ ...get(`/${id}/files/${place}`), method: 'DELETE' }).finally(files.forget);
    },
    read: (id: string, request: ReadRequest): Answered<void> => {
      requests.set(id, request);
      return done(post(`/${id}/read`, request));
    },
    lastRequest: (id: string) => Promise.resolve(requests.get(id) ?? null),
    stop: (id: string) => done(post(`/${id}/stop`)),
    remove: (id: string) => done(post(`/${id}/remove`)),
    readRange: async (id: string, place: number, begin: number, end: number): Promise<Uint8Array | null> => {
      if (end <= begin) return new Uint8Array();
      const headers = { Range: `bytes=${begin}-${end - 1}` };
      const answer = await asked({ ...get(`/${id}/files/${place}`), headers }, async (response) => {
        const bytes = await readSyncBytes(response);
        // A server or proxy may leave Range out (RFC 9110 14.2) and send everything.
        return response.status === 206 || bytes === null ? bytes : bytes.slice(begin, end);
      });
      return answer.ok ? answer.value : null;
    },
    publish: (id: string, meeting: number, draft: MeetingDraft): Answered<PublishAnswer> =>
      asked(
        { ...post(`/${id}/publish`, { meeting, draft }), timeoutMs: publishTimeoutMs },
        readSyncJson(PublishAnswerSchema),
      ),
  };
};

/**
 * Sends files one after the other. What the server has of an import is asked before its first file and again
 * after every fault and every removal, not for each of a thousand files.
 */
const createFileSender = (
  ports: SyncPorts,
  askServer: AskServer,
  state: (id: string) => Answered<ImportState>,
) => {
  let known: { readonly id: string; readonly files: readonly FileThere[] } | null = null;
  const filesOf = async (id: string): Answered<readonly FileThere[]> => {
    if (known?.id === id) return ok(known.files);
    const answer = await state(id);
    return answer.ok ? ok(answer.value.files) : answer;
  };
  const send = async (id: string, file: SentFile, ...hears: Hears): Answered<FileThere> => {
    const files = await filesOf(id);
    if (!files.ok) return files;
    const begun = files.value.find(({ name, size }) => name === file.name && size === file.bytes.size);
    const there = begun === undefined ? await beginFile(askServer, id, file) : ok(begun);
    if (!there.ok) return there;
    hears[0](there.value.here);
    const sent = await sendParts(askServer, ports.outside, id, there.value, file.bytes, ...hears);
    if (!sent.ok) return sent;
    const whole = { ...there.value, here: file.bytes.size };
    known = { id, files: [...files.value.filter(({ place }) => place !== whole.place), whole] };
    return ok(whole);
  };
  const forget = (): void => {
    known = null;
  };
  return {
    forget,
    send: async (id: string, file: SentFile, ...hears: Hears): Answered<void> => {
      const sent = await send(id, file, ...hears);
      if (sent.ok) return ok(undefined);
      forget();
      return sent;
    },
  };
};
