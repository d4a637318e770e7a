import type { OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { RequestFailure, refused, refusedStatus } from '../service/outcome.ts';
import { headerNames } from '../service/respond.ts';
import { type Exchange, headerOf, readBody } from '../service/server.ts';
import { traceparentOf } from '../service/trace.ts';
import { type Answer, CallFailure, discard, type Upstreams } from '../service/upstream.ts';

/** Headers that travel on, inwards and outwards. Everything else belongs to one connection. */
const inward = [
  'accept',
  'content-type',
  'content-length',
  'if-none-match',
  headerNames.idempotencyKey,
  headerNames.rehearsal,
];
const outward = [
  'cache-control',
  'content-length',
  'content-security-policy',
  'content-type',
  'etag',
  'location',
  'x-content-type-options',
  headerNames.epoch,
  headerNames.region,
  headerNames.zone,
];

/** A client of the storefront gives up after 2,000 ms: an answer must come before that. */
const answerTimeoutMs = 1_900;
const readTimeoutMs = 900;
/**
 * A body up to this length is read before its write waits; a longer one waits on its connection.
 */
const bufferedBytesMax = 64 * 1024;

export interface Address {
  readonly url: URL;
  readonly upstreams: Upstreams;
}

export interface RelayOptions {
  /** Best first. */
  readonly addresses: readonly Address[];
  readonly exchange: Exchange;
  readonly onEpoch: (epoch: number) => void;
  /** A refusal is not passed on: its sender is told of it, and sends the write again later. */
  readonly keepRefusals?: boolean;
}

/**
 * A read is safe to ask twice: the next address is tried whatever became of the first. `isBusy`:
 * what is slow is not one address but all of them, and asking twice would make it slower.
 */
export async function relayRead(
  options: RelayOptions,
  extra: Readonly<Record<string, string>>,
  isBusy: boolean,
): Promise<void> {
  const { exchange, addresses } = options;
  let why = 'no address is known';
  for (const [index, { url, upstreams }] of addresses.entries()) {
    try {
      const answer = await upstreams.call(url, {
        method: exchange.request.method === 'HEAD' ? 'HEAD' : 'GET',
        path: exchange.request.url ?? '/',
        headers: headersFor(exchange, extra),
        body: null,
        timeoutMs: isBusy ? answerTimeoutMs : readTimeoutMs,
      });
      if (answer.status >= 500 && index + 1 < addresses.length) {
        discard(answer);
        continue;
      }
      writeHead(options, answer);
      if (Buffer.isBuffer(answer.body)) exchange.response.end(answer.body);
      else await pipeline(answer.body, exchange.response);
      return;
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      why = error.message;
    }
  }
  throw refused(why);
}

export type Relayed = 'answered' | 'refused';

/**
 * A write is tried at the next address only while it is certain that nothing of it was sent. It
 * carries a key, so its sender may repeat it; that is for the sender to decide, who knows the key.
 */
export async function relayWrite(
  options: RelayOptions,
  body: Buffer | null,
  extra: Readonly<Record<string, string>>,
): Promise<Relayed> {
  const { exchange } = options;
  let why = 'no address is known';
  for (const { url, upstreams } of options.addresses) {
    try {
      const answer = await upstreams.call(url, {
        method: 'POST',
        path: exchange.request.url ?? '/',
        headers: headersFor(exchange, extra),
        body: body ?? exchange.request,
        timeoutMs: answerTimeoutMs,
      });
      if (options.keepRefusals === true && answer.status === refusedStatus) {
        discard(answer);
        return 'refused';
      }
      await passOn(options, answer);
      return 'answered';
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      if (error.sent) throw new RequestFailure(504, 'unknown', error.message);
      why = error.message;
    }
  }
  if (options.keepRefusals === true) return 'refused';
  throw refused(why);
}

/** An acknowledgement counts when it is whole, so it is read before the client hears of it. */
async function passOn(options: RelayOptions, answer: Answer): Promise<void> {
  const body = await whole(answer);
  const { response, request } = options.exchange;
  // An answer before the end of an upload: what is left of it would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  writeHead(options, answer);
  response.end(body);
}

async function whole({ body }: Answer): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of body) chunks.push(chunk as Buffer);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RequestFailure(502, 'unknown', `the answer broke off: ${why}`);
  }
  return Buffer.concat(chunks);
}

function headersFor(
  { request, trace }: Exchange,
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  const headers: Record<string, string> = { ...extra, traceparent: traceparentOf(trace) };
  for (const name of inward) {
    const value = headerOf(request, name);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

function writeHead({ exchange, onEpoch }: RelayOptions, answer: Answer): void {
  const headers: OutgoingHttpHeaders = {};
  for (const name of outward) {
    const value = answer.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  const epoch = Number(answer.headers[headerNames.epoch]);
  if (Number.isSafeInteger(epoch)) onEpoch(epoch);
  exchange.response.writeHead(answer.status, headers);
}

/** null when the body is long: it stays on its connection until somebody reads it. */
export async function bufferBody({ request }: Exchange): Promise<Buffer | null> {
  const length = Number(headerOf(request, 'content-length') ?? Number.NaN);
  if (!(length <= bufferedBytesMax)) return null;
  return await readBody(request, bufferedBytesMax);
}
