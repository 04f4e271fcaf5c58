import type { Outside } from '../sync/ports.ts';

// Below this a packed body is hardly shorter.
const worthIt = 1024;

/**
 * A fetch that sends long texts packed (`Content-Encoding: gzip`). Where the answer says that this was not
 * understood, as by a server of an earlier version, it sends the text plain and packs no more.
 */
export const createPackedFetch = (send: Outside['fetch']): Outside['fetch'] => {
  let isUnderstood = 'CompressionStream' in globalThis;
  return async (path, init) => {
    const { body } = init;
    if (!isUnderstood || typeof body !== 'string' || body.length < worthIt) return send(path, init);
    const headers = new Headers(init.headers);
    headers.set('Content-Encoding', 'gzip');
    const answer = await send(path, { ...init, headers, body: await pack(body) });
    // 415 is the code for it (RFC 9110, 15.5.16); a server that never heard of it finds no JSON.
    if (answer.status !== 415 && answer.status !== 400) return answer;
    isUnderstood = false;
    return send(path, init);
  };
};

const pack = (text: string): Promise<ArrayBuffer> => {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  // Whole, because a stream as a body needs HTTP/2 and cannot be sent again.
  return new Response(packed).arrayBuffer();
};
