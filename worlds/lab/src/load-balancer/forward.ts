import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Dispatcher, Pool } from 'undici';

/**
 * What came of sending a request to one target. `unsent`: no connection was made, so the target
 * cannot have seen it, and another one may be asked. After that nothing is ever sent twice.
 */
export type ForwardResult = 'answered' | 'unsent';

/** Headers that belong to one connection and are not passed on (RFC 9110, 7.6.1). */
const connectionHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What the target gets: the client's headers, who the client is, and a trace to follow. */
export function requestHeaders(request: IncomingMessage): string[] {
  const headers: string[] = [];
  let forwardedFor = request.socket.remoteAddress ?? '';
  let traced = false;
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    const value = request.rawHeaders[index + 1] ?? '';
    const lower = name.toLowerCase();
    if (connectionHeaders.has(lower) || lower === 'expect') continue;
    if (lower === 'x-forwarded-proto' || lower === 'x-forwarded-port') continue;
    if (lower === 'x-forwarded-for') {
      forwardedFor = `${value}, ${forwardedFor}`;
      continue;
    }
    traced ||= lower === 'x-trace-id';
    headers.push(name, value);
  }
  headers.push('x-forwarded-for', forwardedFor, 'x-forwarded-proto', 'http');
  headers.push('x-forwarded-port', String(request.socket.localPort ?? ''));
  if (!traced) headers.push('x-trace-id', randomUUID());
  return headers;
}

/** A body up to this size is read whole: an order is, and takes a stream's costs away with it. */
const smallBodyBytes = 16 * 1024;

/** What a request carries. A stream is not touched before its target is connected. */
export type RequestBody = Buffer | null | 'stream';

export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (request.headers['transfer-encoding'] !== undefined) return 'stream';
  if (length === 0) return null;
  if (length > smallBodyBytes) return 'stream';
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', resolve);
    request.once('error', reject);
    request.once('close', () => {
      if (!request.readableEnded) reject(new Error('the client has gone'));
    });
  });
  return chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks);
}

/** Read only once the target is connected, so that what was not sent can still go elsewhere. */
async function* lazyBody(request: IncomingMessage, onStart: () => void) {
  onStart();
  yield* request.iterator({ destroyOnReturn: false });
}

/** Sends one request to one target and streams the answer back. */
export function forward(
  pool: Pool,
  request: IncomingMessage,
  response: ServerResponse,
  headers: string[],
  content: RequestBody,
): Promise<ForwardResult> {
  return new Promise((resolve) => {
    let bodyStarted = false;
    let running: Dispatcher.DispatchController | null = null;
    const onStart = () => {
      bodyStarted = true;
    };
    const body =
      content === 'stream'
        ? Readable.from(lazyBody(request, onStart), { objectMode: false })
        : content;
    const abort = () => running?.abort(new Error('the client has gone'));
    const resume = () => running?.resume();
    const finish = (result: ForwardResult) => {
      response.off('close', abort);
      response.off('drain', resume);
      resolve(result);
    };
    response.once('close', abort);
    response.on('drain', resume);
    pool.dispatch(
      { method: request.method as Dispatcher.HttpMethod, path: request.url ?? '/', headers, body },
      {
        onRequestStart(controller) {
          running = controller;
          if (response.destroyed) abort();
        },
        onResponseStart(controller, status, responseHeaders) {
          if (status < 200) return;
          response.writeHead(status, answerHeaders(controller, responseHeaders, response));
          // The head goes with the first bytes of the body: one packet, one system call less.
          if (request.method === 'HEAD') controller.resume();
        },
        onResponseData(controller, chunk) {
          if (!response.write(chunk)) controller.pause();
        },
        onResponseEnd() {
          response.end();
          finish('answered');
        },
        onResponseError(_controller, error) {
          if (!bodyStarted && neverConnected(error)) return finish('unsent');
          if (response.headersSent) response.destroy();
          else answerError(response, error);
          finish('answered');
        },
      },
    );
  });
}

/** As they came, name after value: taking them apart would cost more than all the rest. */
function answerHeaders(
  controller: Dispatcher.DispatchController,
  parsed: IncomingHttpHeaders,
  response: ServerResponse,
): string[] {
  const { rawHeaders } = controller;
  const raw: readonly unknown[] = Array.isArray(rawHeaders)
    ? rawHeaders
    : Object.entries(parsed).flat();
  const kept: string[] = [];
  for (let index = 0; index < raw.length; index += 2) {
    const name = headerText(raw[index]);
    if (!connectionHeaders.has(name.toLowerCase())) kept.push(name, headerText(raw[index + 1]));
  }
  if (!response.shouldKeepAlive) kept.push('connection', 'close');
  return kept;
}

function headerText(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
}

/** A node that is done with a client's connection says so with an answer, as an ALB does. */
function closingHeader(response: ServerResponse): { connection?: 'close' } {
  return response.shouldKeepAlive ? {} : { connection: 'close' };
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function neverConnected(error: Error): boolean {
  const inConnect = 'syscall' in error && error.syscall === 'connect';
  return inConnect || codeOf(error) === 'UND_ERR_CONNECT_TIMEOUT';
}

/** 504 when the target is silent, 502 when it breaks off: either way it may have acted. */
function answerError(response: ServerResponse, error: Error): void {
  const silent = codeOf(error) === 'UND_ERR_HEADERS_TIMEOUT';
  answerJson(response, silent ? 504 : 502, {
    error: silent ? 'the target did not answer in time' : 'the target broke off',
    outcome: 'unknown',
  });
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: { readonly [name: string]: unknown },
): void {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...closingHeader(response),
  });
  response.end(text);
}
