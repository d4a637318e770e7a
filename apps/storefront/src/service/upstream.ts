import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { type Dispatcher, Pool } from 'undici';

/** A call to another service. */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable | null;
  /** From the call until the answer: all of it when it is short, else its headers. */
  readonly timeoutMs: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** A short one is there whole; a long one is read from its connection. */
  readonly body: Buffer | Readable;
}

/** No answer came. `sent`: whether any of the request may have reached the other side. */
export class CallFailure extends Error {
  readonly sent: boolean;
  constructor(message: string, sent: boolean) {
    super(message);
    this.sent = sent;
  }
}

/** A client that keeps its connections open. */
export interface Upstreams {
  call(base: URL, call: Call): Promise<Answer>;
  close(): void;
}

/** On one machine or in one region a connection is there at once or not at all. */
const connectTimeoutMsDefault = 400;
/** Below the 65 s and 75 s after which load balancers and services close an idle connection. */
const keepAliveMs = 55_000;
/** An answer up to this length is read whole before its caller hears of it. */
const shortBytesMax = 64 * 1024;

export function createUpstreams(options: { readonly connectTimeoutMs?: number } = {}): Upstreams {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const known = pools.get(origin);
    if (known !== undefined) return known;
    const pool = new Pool(origin, {
      // As many as there are calls at once: a slow one never holds up another.
      connections: null,
      pipelining: 1,
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
      // Each call has its own time limit.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: options.connectTimeoutMs ?? connectTimeoutMsDefault },
    });
    pools.set(origin, pool);
    return pool;
  };
  return {
    call: (base, call) => send(poolOf(base.origin), base, call),
    close: () => {
      for (const pool of pools.values()) void pool.destroy();
    },
  };
}

/**
 * Nothing is written before a connection is open. So a failure before that is certain not to have
 * reached the other side, and the body has not been read: the next address may be tried.
 */
function send(pool: Pool, base: URL, call: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let why: string | null = null;
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    let long: Readable | null = null;
    const chunks: Buffer[] = [];
    const giveUp = (reason: string): void => {
      why = reason;
      if (controller === null) reject(new CallFailure(`${base.host}: ${reason}`, false));
      else controller.abort(new Error(reason));
    };
    const timer = setTimeout(() => giveUp(`no answer in ${call.timeoutMs} ms`), call.timeoutMs);
    const { method, path, body } = call;
    pool.dispatch(
      { method, path, headers: call.headers, body },
      {
        onRequestStart(given) {
          controller = given;
          // It waited for its connection, and its caller has been told that nothing was sent.
          if (why !== null) given.abort(new Error(why));
        },
        onResponseStart(given, code, parsed) {
          if (code < 200) return;
          status = code;
          headers = parsed;
          if (Number(parsed['content-length'] ?? Number.NaN) <= shortBytesMax) return;
          clearTimeout(timer);
          long = streamOf(given);
          resolve({ status, headers, body: long });
        },
        onResponseData(given, chunk) {
          if (long === null) chunks.push(chunk);
          else if (!long.push(chunk)) given.pause();
        },
        onResponseEnd() {
          clearTimeout(timer);
          if (long !== null) return void long.push(null);
          const [only] = chunks;
          const whole = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
          resolve({ status, headers, body: whole });
        },
        onResponseError(_, error) {
          clearTimeout(timer);
          if (long !== null) return void long.destroy(error);
          reject(new CallFailure(`${base.host}: ${why ?? error.message}`, controller !== null));
        },
      },
    );
  });
}

/** Reads on as fast as its reader does; a reader that goes away ends the answer's connection. */
function streamOf(controller: Dispatcher.DispatchController): Readable {
  const stream = new Readable({
    read: () => controller.resume(),
    destroy: (error, done) => {
      // Else it would wait for ever, and its connection with it.
      if (!stream.readableEnded) controller.abort(error ?? new Error('nobody reads the answer'));
      done(error);
    },
  });
  return stream;
}

/** Nobody wants its body; a short one has been read anyway. */
export function discard({ body }: Answer): void {
  if (!Buffer.isBuffer(body)) body.on('error', () => {}).destroy();
}
