import { type Dispatcher, Pool } from 'undici';

/** One request, fully described; the path begins with `/`. */
export interface EntryRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
}

/** An answer that came in whole. */
export interface EntryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export type EntryResult =
  | { readonly kind: 'answered'; readonly answer: EntryAnswer }
  | { readonly kind: 'broken'; readonly sent: boolean; readonly why: 'connect' | 'reset' };

export interface InFlight {
  sent(): boolean;
  /** Gives up: the connection goes with it, `onEnd` is not called any more. */
  abandon(): void;
}

/**
 * The clients' way to the entry: keep-alive connections, one request at a time on each, as many as
 * there are requests hanging, so that none waits for another. Nothing is ever sent twice.
 */
export function openEntryClient(port: number, connectionsMax: number, timeoutMs: number) {
  const pool = new Pool(`http://127.0.0.1:${port}`, {
    connections: connectionsMax,
    pipelining: 1,
    connectTimeout: timeoutMs,
    headersTimeout: 0,
    bodyTimeout: 0,
    // Connections that a hang left over are closed soon: a client of life has a few, not hundreds,
    // and after a loss each of them is one more request into the dark. The server's hint is longer.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
  });
  return {
    send: (request: EntryRequest, onEnd: (result: EntryResult) => void): InFlight =>
      send(pool, request, onEnd),
    close: (): Promise<void> => pool.destroy(),
  };
}

export type EntryClient = ReturnType<typeof openEntryClient>;

function send(pool: Pool, request: EntryRequest, onEnd: (result: EntryResult) => void): InFlight {
  let controller: Dispatcher.DispatchController | null = null;
  let ended = false;
  let status = 0;
  let headers: EntryAnswer['headers'] = {};
  const chunks: Buffer[] = [];
  const end = (result: EntryResult): void => {
    if (ended) return;
    ended = true;
    onEnd(result);
  };
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(given) {
      // A second start would be a retry after the first was sent; the pool must not do that.
      if (controller !== null || ended) given.abort(new Error('the client has given up'));
      controller = given;
    },
    onResponseStart(_, statusCode, responseHeaders) {
      status = statusCode;
      headers = responseHeaders;
    },
    onResponseData(_, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      const [only] = chunks;
      const body = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
      end({ kind: 'answered', answer: { status, headers, body } });
    },
    onResponseError() {
      const sent = controller !== null;
      end({ kind: 'broken', sent, why: sent ? 'reset' : 'connect' });
    },
  };
  pool.dispatch({ ...request, path: request.path }, handler);
  return {
    sent: () => controller !== null,
    abandon() {
      ended = true;
      controller?.abort(new Error('the client has given up'));
    },
  };
}
