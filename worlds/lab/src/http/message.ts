/**
 * HTTP/1.1 as a load balancer and its health checks need it: the head is read and written anew, the
 * body passes as it came. What is ambiguous is refused, so that the target never sees other
 * requests than we do (RFC 9112, 11.2).
 */
export interface Head {
  /** The request line or the status line. */
  readonly start: string;
  /** Name, value, name, value …: as they came, in their order. */
  readonly fields: readonly string[];
  /** Of the head, with its empty line. */
  readonly bytes: number;
}

export interface RequestHead extends Head {
  readonly method: string;
  readonly target: string;
}

/** Why a message is not taken, and the status that says so. */
export class BadMessage extends Error {
  readonly status: 400 | 431 | 501 | 505;
  constructor(status: BadMessage['status'], why: string) {
    super(why);
    this.status = status;
  }
}

/** How a body ends: after so many bytes, with its last chunk, or with its connection. */
export type Framing = number | 'chunked' | 'until-close';

/** Node's own limit for a head, and a common one. */
export const headBytesMax = 16 * 1024;
const fieldName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What is left of a line break that was none makes two fields of one for somebody else. */
const lineRemains = /[\r\n\0]/;
const requestLine = /^([A-Z-]{1,32}) ([\x21-\x7e\x80-\xff]+) HTTP\/1\.1$/;

/** Null: not whole yet. */
export function readHead(bytes: Buffer): Head | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end > headBytesMax || (end < 0 && bytes.length > headBytesMax)) {
    throw new BadMessage(431, `the head is longer than ${headBytesMax} bytes`);
  }
  if (end < 0) return null;
  const [start = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const fields: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon));
    const value = line.slice(colon + 1).trim();
    if (!fieldName.test(name) || lineRemains.test(value)) {
      throw new BadMessage(400, 'a header field is not one');
    }
    fields.push(name, value);
  }
  return { start, fields, bytes: end + 4 };
}

export function readRequestHead(bytes: Buffer): RequestHead | null {
  const head = readHead(bytes);
  if (head === null) return null;
  const [, method, target] = requestLine.exec(head.start) ?? [];
  if (method !== undefined && target !== undefined) return { ...head, method, target };
  const older = / HTTP\/\d\.\d$/.test(head.start);
  throw new BadMessage(older ? 505 : 400, older ? 'only HTTP/1.1 is spoken' : 'no request line');
}

/** The values of every field of this name, in lower case; none: undefined. */
export function field(head: Head, name: string): string | undefined {
  let found: string | undefined;
  for (let index = 0; index < head.fields.length; index += 2) {
    const here = head.fields[index] ?? '';
    if (here.length !== name.length || here.toLowerCase() !== name) continue;
    const value = head.fields[index + 1] ?? '';
    found = found === undefined ? value : `${found}, ${value}`;
  }
  return found;
}

export function statusOf(head: Head): number {
  const status = Number(/^HTTP\/1\.[01] ([1-5]\d\d)(?: |$)/.exec(head.start)?.[1]);
  if (Number.isNaN(status)) throw new BadMessage(400, 'no status line');
  return status;
}

export function requestFraming(head: Head): Framing {
  return framing(head) ?? 0;
}

/** `method`: of the request that it answers. */
export function answerFraming(head: Head, method: string): Framing {
  const status = statusOf(head);
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return 0;
  return framing(head) ?? 'until-close';
}

function framing(head: Head): Framing | null {
  const coding = field(head, 'transfer-encoding');
  const length = field(head, 'content-length');
  if (coding !== undefined) {
    if (length !== undefined) throw new BadMessage(400, 'two ends of one body are given');
    if (coding.toLowerCase() === 'chunked') return 'chunked';
    throw new BadMessage(501, 'only the transfer coding "chunked" is spoken');
  }
  if (length === undefined) return null;
  if (/^\d{1,15}$/.test(length)) return Number(length);
  throw new BadMessage(400, 'content-length is not a length');
}

/** Fields that belong to one connection and are not passed on (RFC 9110, 7.6.1). */
const connectionFields = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'upgrade']);

/** By these the next reader knows where the message ends and whom it is for. */
const neverOptions = ['content-length', 'transfer-encoding', 'host'];

/** What passes from one connection to the other. The body's own framing does, as its bytes do. */
export function passedOn(head: Head): string[] {
  const named = connectionOptions(head);
  const wrong = neverOptions.find((name) => named.includes(name));
  if (wrong !== undefined) throw new BadMessage(400, `connection names ${wrong}`);
  const kept: string[] = [];
  for (let index = 0; index < head.fields.length; index += 2) {
    const name = head.fields[index] ?? '';
    const lower = name.toLowerCase();
    if (connectionFields.has(lower) || named.includes(lower)) continue;
    kept.push(name, head.fields[index + 1] ?? '');
  }
  return kept;
}

export function closesConnection(head: Head): boolean {
  return connectionOptions(head).includes('close') || head.start.startsWith('HTTP/1.0');
}

const noOptions: readonly string[] = [];
function connectionOptions(head: Head): readonly string[] {
  const given = field(head, 'connection');
  if (given === undefined) return noOptions;
  return given
    .toLowerCase()
    .split(',')
    .map((option) => option.trim());
}

export function writeHead(start: string, fields: readonly string[]): Buffer {
  let text = `${start}\r\n`;
  for (let index = 0; index < fields.length; index += 2) {
    text += `${fields[index]}: ${fields[index + 1]}\r\n`;
  }
  return Buffer.from(`${text}\r\n`, 'latin1');
}
