import type { IncomingMessage, ServerResponse } from 'node:http';

interface PouchServer {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly create: (name: string) => Promise<void>;
  readonly fill: (name: string, events: readonly { readonly id: string }[]) => Promise<void>;
  readonly ids: (name: string) => Promise<readonly string[]>;
}

export const createPouchServer: (folder: string) => PouchServer;
