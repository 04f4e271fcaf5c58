/** Names in lower case; what is set twice is one line, but for cookies. */
class LightHeaders {
  readonly #lines = new Map<string, string>();
  readonly #cookies: string[] = [];

  constructor(given?: Iterable<readonly [string, string]> | Readonly<Record<string, string>>) {
    if (given === undefined) return;
    const pairs = Symbol.iterator in given ? given : Object.entries(given);
    for (const [name, value] of pairs) this.append(name, value);
  }

  get(name: string): string | null {
    const key = name.toLowerCase();
    if (key === 'set-cookie') return this.#cookies.length === 0 ? null : this.#cookies.join(', ');
    return this.#lines.get(key) ?? null;
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  set(name: string, value: string): void {
    this.delete(name);
    this.append(name, value);
  }

  append(name: string, value: string): void {
    const key = name.toLowerCase();
    const before = this.#lines.get(key);
    if (key === 'set-cookie') this.#cookies.push(value);
    else this.#lines.set(key, before === undefined ? value : `${before}, ${value}`);
  }

  delete(name: string): void {
    const key = name.toLowerCase();
    if (key === 'set-cookie') this.#cookies.length = 0;
    else this.#lines.delete(key);
  }

  forEach(call: (value: string, name: string) => void): void {
    for (const [name, value] of this) call(value, name);
  }

  *entries(): Generator<[string, string]> {
    yield* this.#lines;
    for (const cookie of this.#cookies) yield ['set-cookie', cookie];
  }

  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries();
  }
}

interface Given {
  readonly method?: string;
  readonly status?: number;
  readonly headers?: ConstructorParameters<typeof LightHeaders>[0];
  readonly body?: Body;
}

type Body = string | Uint8Array | ReadableStream<Uint8Array> | null;

const Native = globalThis.Response;

/** What a request and a response have in common: a body that is read once. */
class LightMessage {
  readonly headers: LightHeaders;
  readonly body: Body;
  bodyUsed = false;

  constructor(body: Body, headers: Given['headers']) {
    this.body = body;
    this.headers = new LightHeaders(headers);
    if (typeof body === 'string' && !this.headers.has('content-type')) {
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
    }
  }

  async text(): Promise<string> {
    if (this.bodyUsed) throw new TypeError('the body was read before');
    this.bodyUsed = this.body !== null;
    if (typeof this.body === 'string') return this.body;
    return Buffer.from(await this.#bytes()).toString('utf8');
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.bodyUsed) throw new TypeError('the body was read before');
    this.bodyUsed = this.body !== null;
    return Uint8Array.from(await this.#bytes()).buffer;
  }

  async #bytes(): Promise<Uint8Array> {
    if (this.body === null) return new Uint8Array();
    if (typeof this.body === 'string') return Buffer.from(this.body);
    if (this.body instanceof Uint8Array) return this.body;
    return new Uint8Array(await new Native(this.body).arrayBuffer());
  }
}

class LightRequest extends LightMessage {
  readonly url: string;
  readonly method: string;

  constructor(url: string, { method = 'GET', headers, body = null }: Given = {}) {
    super(body, headers);
    this.url = url;
    this.method = method;
  }
}

class LightResponse extends LightMessage {
  readonly status: number;

  constructor(body: Body = null, { status = 200, headers }: Given = {}) {
    super(body, headers);
    this.status = status;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  static json(value: unknown, { status, headers }: Given = {}): LightResponse {
    const response = new LightResponse(JSON.stringify(value), { status, headers });
    response.headers.set('content-type', 'application/json');
    return response;
  }
}

/** A signal that only says `abort`, once. */
class LightAbortController {
  readonly #listeners: (() => void)[] = [];
  readonly signal = {
    aborted: false,
    addEventListener: (_: 'abort', listener: () => void): void => void this.#listeners.push(listener),
  };

  abort(): void {
    if (this.signal.aborted) return;
    this.signal.aborted = true;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Replaces the classes of `fetch` in this process by some that do what the product asks of them and no
 * more: Node's own take a tenth of a history. Runs on PostgreSQL keep Node's. The answer puts back what
 * was there.
 */
export const lightenFetch = (): (() => void) => {
  const { AbortController, Headers, Request, Response } = globalThis;
  Object.assign(globalThis, {
    AbortController: LightAbortController,
    Headers: LightHeaders,
    Request: LightRequest,
    Response: LightResponse,
  });
  return () => void Object.assign(globalThis, { AbortController, Headers, Request, Response });
};
