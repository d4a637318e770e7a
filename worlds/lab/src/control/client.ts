import { Socket } from 'node:net';
import { buildConnector, Pool } from 'undici';

/** A control call's answer. `unreachable` says nothing of whether the other side acted. */
export type ControlAnswer<Body> =
  | { readonly kind: 'answered'; readonly body: Body; readonly sentAt: number }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string }
  | { readonly kind: 'unreachable'; readonly why: string };

export interface ControlClient {
  call<Body>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body: unknown,
    timeoutMs: number,
  ): Promise<ControlAnswer<Body>>;
  /** Drops every connection; calls that are under way find the other side unreachable. */
  close(): Promise<void>;
}

/**
 * A keep-alive client of one control endpoint. One hung request never blocks another: each has a
 * connection of its own, and one that times out takes its connection with it.
 */
export function controlClient(options: {
  readonly port: number;
  readonly token: string;
  readonly now: () => number;
}): ControlClient {
  // The pool gives up a connection of its own on which a request failed, and forgets it: one that
  // another request has opened by then would keep a command from ending.
  const sockets = new Set<Socket>();
  let closed = false;
  const connect = buildConnector({});
  const pool = new Pool(`http://127.0.0.1:${options.port}`, {
    connect: (wanted, callback) =>
      connect(wanted, (...result) => {
        const [, socket] = result;
        // After an error there is none: null by its types, undefined in truth.
        if (socket instanceof Socket) {
          sockets.add(socket.once('close', () => sockets.delete(socket)));
          if (closed) socket.destroy();
        }
        callback(...result);
      }),
    connections: 16,
    pipelining: 1,
    keepAliveTimeout: 60_000,
    keepAliveMaxTimeout: 600_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const headers = {
    authorization: `Bearer ${options.token}`,
    'content-type': 'application/json',
  };
  return {
    async call<Body>(
      method: 'GET' | 'POST' | 'PUT',
      path: string,
      body: unknown,
      timeoutMs: number,
    ): Promise<ControlAnswer<Body>> {
      const sentAt = options.now();
      const aborter = new AbortController();
      const timer = setTimeout(
        () => aborter.abort(new Error(`no answer in ${timeoutMs} ms`)),
        timeoutMs,
      );
      try {
        const response = await pool.request({
          method,
          path,
          headers,
          body: body === undefined ? null : JSON.stringify(body),
          signal: aborter.signal,
        });
        const text = await response.body.text();
        const parsed = parse(text);
        if (response.statusCode === 200 && parsed !== undefined)
          return { kind: 'answered', body: parsed as Body, sentAt };
        return { kind: 'refused', status: response.statusCode, why: reasonIn(parsed, text) };
      } catch (error) {
        return { kind: 'unreachable', why: error instanceof Error ? error.message : String(error) };
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      closed = true;
      await pool.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** `api answered 404 to POST /control/hold: …`, for who reads why a step failed. */
export function notObeyed(
  who: string,
  asked: string,
  answer: Exclude<ControlAnswer<unknown>, { kind: 'answered' }>,
): string {
  if (answer.kind === 'unreachable') return `${who} did not answer ${asked}: ${answer.why}`;
  return `${who} answered ${answer.status} to ${asked}: ${answer.why}`;
}

/** Undefined: a service of a user's own may answer what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const reasonLengthMax = 160;

/** Ours say `why`, or `error` as most services do; of anything else its first line is told. */
function reasonIn(parsed: unknown, text: string): string {
  const fields = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
  const named = fields.find(
    ([name, value]) => (name === 'why' || name === 'error') && typeof value === 'string',
  );
  const [line = ''] = (named === undefined ? text : String(named[1])).trim().split('\n');
  if (line === '') return 'an empty answer';
  return line.length <= reasonLengthMax ? line : `${line.slice(0, reasonLengthMax - 1)}…`;
}
