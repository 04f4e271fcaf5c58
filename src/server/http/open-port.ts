import type { Server } from 'node:http';
import { err, ok, type Result } from '../../domain/result.ts';

/** Answers the port that the server listens on now, or a sentence. Port 0 takes a free one. */
export const openPort = async (
  server: Server,
  port: number,
  host: string,
): Promise<Result<number, string>> => {
  const { promise, resolve } = Promise.withResolvers<Result<number, string>>();
  server.once('error', (cause: NodeJS.ErrnoException) => {
    resolve(
      err(
        cause.code === 'EADDRINUSE'
          ? `Port ${port} is in use: choose another with PORT.`
          : `The server cannot listen on ${host} port ${port} (${cause.code}): check HOST and PORT.`,
      ),
    );
  });
  server.listen(port, host, () => {
    const address = server.address();
    resolve(ok(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
};
