import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { invalid, RequestFailure } from './outcome.ts';
import { headerNames } from './respond.ts';
import { type Trace, traceOf } from './trace.ts';

/** What a handler gets. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly parameters: { readonly [name: string]: string };
  readonly trace: Trace;
}

/** A value answered as JSON, or `undefined` when the handler has answered by itself. */
export type Handler = (
  exchange: Exchange,
) => Promise<JsonAnswer | undefined> | JsonAnswer | undefined;

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
}

/** `'GET /api/orders/:id'` → handler; `*` at the end of a path takes the rest of it. */
export type Routes = { readonly [route: string]: Handler };

export interface ServiceServer {
  readonly port: number;
  /** Requests that have begun and not ended. */
  readonly inFlight: number;
  /**
   * Goes on answering, but asks each caller to give its connection up. So hardly any is left that
   * could carry a write at the moment when `close` ends them.
   */
  retire(): void;
  /** No new connections; resolves when the last request has ended, or after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly region: string;
  readonly zone: string;
  readonly routes: Routes;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Answers `/readyz`. From memory only: a load balancer asks some fifty times a second. */
  readonly ready: () => { readonly ready: boolean; readonly [detail: string]: unknown };
  /** For answers that have no other epoch of their own. */
  readonly epoch: () => number;
}

/** What the log tells of a request besides its outcome. */
interface Matched {
  route: string;
  why: string | undefined;
}

interface Compiled {
  readonly method: string;
  readonly route: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly handler: Handler;
}

/**
 * Connections are kept much longer than any caller keeps an idle one, so that it is the caller who
 * closes: a server that closes first can do so while a write is on its way, whose outcome is then
 * unknown.
 */
const keepAliveTimeoutMs = 75_000;

export async function serve(options: ServerOptions): Promise<ServiceServer> {
  const routes = Object.entries(options.routes).map(([route, handler]) => compile(route, handler));
  let inFlight = 0;
  let closing = false;
  let idle: (() => void) | null = null;

  const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs }, (request, response) => {
    // First and without any bookkeeping: a load balancer waits for it (measured: median 0.16 ms).
    if (request.url === '/readyz') {
      const state = options.ready();
      return sendJson(response, state.ready && !closing ? 200 : 503, state);
    }
    inFlight += 1;
    const startedAt = performance.now();
    options.metrics.requestStarted();
    if (closing) response.setHeader('connection', 'close');
    const trace = traceOf(headerOf(request, 'traceparent'));
    const matched: Matched = { route: 'none', why: undefined };
    response.once('close', () => {
      inFlight -= 1;
      const status = response.headersSent ? response.statusCode : 499;
      const method = request.method ?? 'GET';
      const ms = performance.now() - startedAt;
      options.metrics.requestEnded(matched.route, method, status, ms / 1000);
      const entry = { trace_id: trace.traceId, span_id: trace.spanId, method, status, ms };
      if (status >= 500) options.log.warn({ ...entry, ...matched }, 'request failed');
      else options.log.debug({ ...entry, ...matched }, 'request answered');
      if (inFlight === 0) idle?.();
    });
    response.setHeader(headerNames.trace, trace.traceId);
    answer(options, routes, request, response, trace, matched).catch((error: unknown) => {
      matched.why = error instanceof Error ? error.message : String(error);
      fail(options, request, response, trace, error);
    });
  });
  await listen(server, options.host, options.port);
  return {
    port: (server.address() as AddressInfo).port,
    get inFlight() {
      return inFlight;
    },
    retire() {
      closing = true;
    },
    async close(graceMs) {
      closing = true;
      const ended = new Promise<void>((resolve) => {
        if (inFlight === 0) return resolve();
        idle = resolve;
        setTimeout(resolve, graceMs).unref();
      });
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await ended;
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  options: ServerOptions,
  routes: readonly Compiled[],
  request: IncomingMessage,
  response: ServerResponse,
  trace: Trace,
  matched: Matched,
): Promise<void> {
  const [path = '/', search] = (request.url ?? '/').split('?', 2);
  if (path === '/healthz') return sendJson(response, 200, { alive: true });
  if (path === '/metrics') {
    const { contentType, body } = await options.metrics.render();
    response.writeHead(200, { 'content-type': contentType }).end(body);
    return;
  }
  for (const route of routes) {
    if (route.method !== request.method && !(route.method === 'GET' && request.method === 'HEAD')) {
      continue;
    }
    const match = route.pattern.exec(path);
    if (match === null) continue;
    matched.route = route.route;
    const parameters: { [name: string]: string } = {};
    for (const [index, name] of route.names.entries()) {
      parameters[name] = decode(match[index + 1] ?? '');
    }
    const query = new URLSearchParams(search ?? '');
    const result = await route.handler({ request, response, path, query, parameters, trace });
    if (result === undefined) return;
    stamp(options, response);
    sendJson(response, result.status, result.body, result.headers);
    return;
  }
  throw new RequestFailure(404, 'refused', `nothing answers ${request.method} ${path}`);
}

/** A handler's own epoch, set before it answers, wins over the server's. */
function stamp(options: ServerOptions, response: ServerResponse): void {
  if (!response.hasHeader(headerNames.epoch)) {
    response.setHeader(headerNames.epoch, String(options.epoch()));
  }
  if (!response.hasHeader(headerNames.region)) {
    response.setHeader(headerNames.region, options.region);
  }
  if (!response.hasHeader(headerNames.zone)) response.setHeader(headerNames.zone, options.zone);
}

function fail(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  trace: Trace,
  error: unknown,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const expected = error instanceof RequestFailure;
  if (!expected) options.log.error({ trace_id: trace.traceId, error }, 'a handler threw');
  // What nobody foresaw may have happened after the write.
  const outcome = expected ? error.outcome : request.method === 'GET' ? 'refused' : 'unknown';
  const message = expected ? error.message : 'the service failed in a way it did not foresee';
  stamp(options, response);
  // A body that nobody will read must not be taken for the connection's next request.
  if (!request.complete) response.setHeader('connection', 'close');
  sendJson(response, expected ? error.status : 500, { error: message, outcome });
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: { readonly [name: string]: string } = {},
): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      ...headers,
    })
    .end(bytes);
}

export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * The whole body, or a 413 as soon as it is known to be too long. By events: on the path of every
 * request an iterator costs as much as the request's own work.
 */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const tooLong = () => invalid(`the body is longer than ${bytesMax} bytes`, 413);
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > bytesMax) return reject(tooLong());
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > bytesMax) reject(tooLong());
      else chunks.push(chunk);
    });
    request.once('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length));
    });
    request.once('error', reject);
    // Every request closes; only for one that broke off is an error made, since its stack costs.
    request.once('close', () => {
      if (!request.readableEnded) reject(new Error('the connection was closed'));
    });
  });
}

function compile(route: string, handler: Handler): Compiled {
  const [method = 'GET', path = '/'] = route.split(' ');
  const names: string[] = [];
  const source = path.replace(/\*$/, '.*').replace(/:([a-z0-9]+)/gi, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { method, route: path, pattern: new RegExp(`^${source}$`), names, handler };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('the path is not a valid URL path');
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
