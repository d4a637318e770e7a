import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What a handler gets: the path's parameters, the query, the JSON body and the raw pair. */
export interface ControlRequest {
  readonly parameters: { readonly [name: string]: string };
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A handler's answer is sent as JSON; `undefined` means that it has answered by itself. */
export type ControlHandler = (request: ControlRequest) => unknown | Promise<unknown>;

/** `'POST /verbs/:verb'` → handler. */
export type ControlRoutes = { readonly [route: string]: ControlHandler };

/** Thrown by a handler to answer with a status and a reason instead of a 500. */
export class ControlError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface CompiledRoute {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly handler: ControlHandler;
}

/** Requests are small JSON; a picture or a seed is streamed by its handler, not read here. */
const bodyBytesMax = 4 * 1024 * 1024;

/**
 * A control endpoint: JSON over HTTP on loopback, every request with the lab's bearer token.
 * Plain `node:http`, because some thirty of these share one laptop and lie on the recovery's path.
 */
export async function serveControl(options: {
  readonly port: number;
  readonly token: string;
  readonly routes: ControlRoutes;
  readonly onError: (error: unknown) => void;
}): Promise<Server> {
  const routes = Object.entries(options.routes).map(compile);
  const expected = Buffer.from(`Bearer ${options.token}`);
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    handle(routes, expected, request, response).catch((error: unknown) => {
      options.onError(error);
      if (!response.headersSent) answer(response, 500, { why: String(error) });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return server;
}

function compile([route, handler]: [string, ControlHandler]): CompiledRoute {
  const [method = 'GET', path = '/'] = route.split(' ');
  const names: string[] = [];
  const source = path.replace(/:([a-z]+)/gi, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { method, pattern: new RegExp(`^${source}$`), names, handler };
}

async function handle(
  routes: readonly CompiledRoute[],
  expected: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = Buffer.from(request.headers.authorization ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    answer(response, 401, { why: 'the control token is missing or wrong' });
    return;
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  for (const route of routes) {
    if (route.method !== request.method) continue;
    const match = route.pattern.exec(url.pathname);
    if (match === null) continue;
    const parameters = Object.fromEntries(
      route.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    try {
      const body = request.method === 'GET' ? undefined : await readJson(request);
      const result = await route.handler({
        parameters,
        query: url.searchParams,
        body,
        request,
        response,
      });
      if (result !== undefined) answer(response, 200, result);
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      answer(response, error.status, { why: error.message });
    }
    return;
  }
  answer(response, 404, { why: `no such control route: ${request.method} ${url.pathname}` });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > bodyBytesMax) throw new ControlError(413, 'the body is too large');
    chunks.push(bytes);
  }
  if (length === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new ControlError(400, 'the body is not JSON');
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
