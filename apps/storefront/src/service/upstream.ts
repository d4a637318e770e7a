import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { Readable } from 'node:stream';

/** A call to another service. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | Readable | null;
  /** From the call until the answer's headers. */
  readonly timeoutMs: number;
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
  call(base: URL, call: Call): Promise<IncomingMessage>;
  close(): void;
}

/** On one machine or in one region a connection is there at once or not at all. */
const connectTimeoutMs = 400;

export function createUpstreams(options: {
  /** Idle connections that are kept to one address. */
  readonly keep: number;
  readonly connectTimeoutMs?: number;
}): Upstreams {
  const agent = new Agent({
    keepAlive: true,
    keepAliveMsecs: 1_000,
    maxFreeSockets: options.keep,
    scheduling: 'lifo',
  });
  const connectLimitMs = options.connectTimeoutMs ?? connectTimeoutMs;
  return {
    call: (base, call) => send(agent, base, call, connectLimitMs),
    close: () => agent.destroy(),
  };
}

/**
 * Nothing is written before the connection is open. So a failure before that is certain not to have
 * reached the other side, and the body has not been read: the next address may be tried.
 */
function send(
  agent: Agent,
  base: URL,
  call: Call,
  connectLimitMs: number,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let sent = false;
    const outgoing = httpRequest({
      agent,
      host: base.hostname,
      port: base.port === '' ? 80 : base.port,
      method: call.method,
      path: call.path,
      headers: call.headers,
    });
    const fail = (why: string): void => {
      clearTimeout(timer);
      clearTimeout(connectTimer);
      reject(new CallFailure(`${base.host}: ${why}`, sent));
      outgoing.destroy();
    };
    const timer = setTimeout(() => fail(`no answer in ${call.timeoutMs} ms`), call.timeoutMs);
    const connectTimer = setTimeout(() => fail('no connection in time'), connectLimitMs);
    const begin = (): void => {
      clearTimeout(connectTimer);
      sent = true;
      if (call.body === null) outgoing.end();
      else if (Buffer.isBuffer(call.body)) outgoing.end(call.body);
      else {
        call.body.once('error', (error) => fail(`the caller's body broke off: ${error.message}`));
        call.body.pipe(outgoing);
      }
    };
    outgoing.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', begin);
      else begin();
    });
    outgoing.once('response', (response) => {
      clearTimeout(timer);
      resolve(response);
    });
    outgoing.once('error', (error) => fail(error.message));
  });
}

/** Reads a small JSON answer; null when it is none. */
export async function readJson(message: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
