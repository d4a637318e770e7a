import type { Socket } from 'node:net';
import { closesConnection, type RequestHead } from '../http/message.ts';
import { createRequestLoop, type Decision } from './request-loop.ts';

export interface ClientConnection {
  /** Ends with the answer that is on its way, or now. */
  close(): void;
}

/** Kept longer than any caller keeps an idle connection, so that it is the caller who closes. */
const idleTimeoutMs = 65_000;

/** Serves one client's connection, one request after the other. */
export function serveClient(
  client: Socket,
  options: {
    readonly decide: (head: RequestHead) => Decision | Promise<Decision>;
    /** Asked as an answer begins: whether the connection ends with it. */
    readonly letsGo: (head: RequestHead) => boolean;
  },
): ClientConnection {
  let closing = false;
  const loop = createRequestLoop({
    client,
    decide: options.decide,
    closes: (head) => closing || closesConnection(head) || options.letsGo(head),
    isClosing: () => closing,
  });
  client.on('data', loop.take);
  client.on('drain', loop.drain);
  client.on('end', () => {
    // Who leaves in the middle of a request does not wait for its answer.
    if (loop.isBusy()) client.destroy();
  });
  client.on('error', () => client.destroy());
  client.on('close', loop.abandon);
  client.setTimeout(idleTimeoutMs, () => {
    if (!loop.isBusy()) client.destroy();
  });
  return {
    close() {
      closing = true;
      if (!loop.isBusy()) client.destroy();
    },
  };
}
