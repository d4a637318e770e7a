import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { type Body, followBody } from './body.ts';
import {
  answerFraming,
  BadMessage,
  closesConnection,
  field,
  passedOn,
  type RequestHead,
  readHead,
  requestFraming,
  statusOf,
  writeHead,
} from './message.ts';
import { ownAnswer } from './own-answer.ts';
import type { TargetConnection, TargetConnections } from './target-connections.ts';

/** What came of a request: its client's connection goes on, or it ends. */
export type Ending = 'go-on' | 'close';

/** One request on its way to a target, and its answer on its way back. */
export interface Exchange {
  /** More of the client's bytes: how many of them were the request's. */
  take(bytes: Buffer): number;
  /** Sends what has been taken so far; what is taken later follows. */
  start(): void;
  /** The client can take more. */
  drain(): void;
  /** Some of the answer has been passed on. */
  answering(): boolean;
  /** The client has gone. */
  abandon(): void;
}

export interface ExchangeOptions {
  readonly client: Socket;
  readonly head: RequestHead;
  /** Tried one after the other until one is connected. */
  readonly targets: readonly TargetConnections[];
  /** Told by the answer: the client's connection ends with it. */
  readonly close: () => boolean;
  readonly onEnd: (ending: Ending) => void;
}

/** What the target gets: the client's fields, who the client is, and a trace to follow. */
export function requestFields(head: RequestHead, client: Socket): string[] {
  const fields: string[] = [];
  let forwardedFor = client.remoteAddress ?? '';
  let traced = false;
  const passed = passedOn(head);
  for (let index = 0; index < passed.length; index += 2) {
    const name = passed[index] ?? '';
    const value = passed[index + 1] ?? '';
    const lower = name.toLowerCase();
    // The client has been told to go on: nobody waits for the target's word.
    if (lower === 'expect' || lower === 'x-forwarded-proto' || lower === 'x-forwarded-port') {
      continue;
    }
    if (lower === 'x-forwarded-for') {
      forwardedFor = `${value}, ${forwardedFor}`;
      continue;
    }
    traced ||= lower === 'x-trace-id';
    fields.push(name, value);
  }
  fields.push('x-forwarded-for', forwardedFor, 'x-forwarded-proto', 'http');
  fields.push('x-forwarded-port', String(client.localPort ?? ''));
  if (!traced) fields.push('x-trace-id', randomUUID());
  return fields;
}

interface Answer {
  readonly body: Body;
  /** Its body ends with its connection. */
  readonly endless: boolean;
  /** What it makes of the client's connection. */
  readonly ending: Ending;
  /** The target's connection can carry another request. */
  readonly keep: boolean;
}

/**
 * Sends one request to the first target that can be connected, and its answer back as it comes.
 * Until a target is connected nothing has been sent, and the next may be asked; after that nothing
 * is ever sent twice.
 */
export function beginExchange(options: ExchangeOptions): Exchange {
  const { client, head } = options;
  const requestBody = followBody(requestFraming(head));
  const start = `${head.method} ${head.target} HTTP/1.1`;
  let unsent: Buffer[] = [writeHead(start, requestFields(head, client))];
  let target: TargetConnection | null = null;
  let answer: Answer | null = null;
  let unread: Buffer | null = null;
  let over = false;

  function end(ending: Ending): void {
    if (over) return;
    over = true;
    client.resume();
    options.onEnd(ending);
  }

  function fail(status: number, error: string, outcome: 'refused' | 'unknown'): void {
    target?.destroy();
    target = null;
    if (answer !== null) {
      client.destroy();
      end('close');
      return;
    }
    // The rest of a body that nobody reads must not be taken for the next request.
    const ending = requestBody.ended() && !options.close() ? 'go-on' : 'close';
    client.write(ownAnswer(status, { error, outcome }, ending));
    end(ending);
  }

  function finish({ ending, keep }: Answer): void {
    if (keep && requestBody.ended()) target?.release();
    else target?.destroy();
    target = null;
    end(requestBody.ended() ? ending : 'close');
  }

  function beginAnswer(bytes: Buffer): Buffer | null {
    let rest = unread === null ? bytes : Buffer.concat([unread, bytes]);
    for (;;) {
      const answerHead = readHead(rest);
      if (answerHead === null) {
        unread = rest;
        return null;
      }
      rest = rest.subarray(answerHead.bytes);
      if (statusOf(answerHead) < 200) continue;
      const framing = answerFraming(answerHead, head.method);
      const endless = framing === 'until-close';
      const ending = endless || options.close() ? 'close' : 'go-on';
      answer = {
        body: followBody(framing),
        endless,
        ending,
        keep: !endless && !closesConnection(answerHead),
      };
      const fields = passedOn(answerHead);
      if (ending === 'close') fields.push('connection', 'close');
      const first = answer.body.take(rest);
      // The head goes with the first bytes of the body: one packet, one system call less.
      client.write(Buffer.concat([writeHead(answerHead.start, fields), rest.subarray(0, first)]));
      return rest.subarray(first);
    }
  }

  function onData(bytes: Buffer): void {
    try {
      let rest: Buffer | null;
      if (answer === null) rest = beginAnswer(bytes);
      else {
        const taken = answer.body.take(bytes);
        if (!client.write(bytes.subarray(0, taken))) target?.socket.pause();
        rest = bytes.subarray(taken);
      }
      if (answer === null || !answer.body.ended()) return;
      // More than the answer: whose it is, nobody knows.
      finish(rest !== null && rest.length > 0 ? { ...answer, keep: false } : answer);
    } catch (error) {
      if (!(error instanceof BadMessage)) throw error;
      fail(502, `the target's answer is not HTTP: ${error.message}`, 'unknown');
    }
  }

  function send(connection: TargetConnection): void {
    target = connection;
    connection.use({
      onData,
      onDrain: () => client.resume(),
      onSilence: () => fail(504, 'the target did not answer in time', 'unknown'),
      onEnd: (broken) => {
        target = null;
        if (answer?.endless === true && !broken) end('close');
        else fail(502, 'the target broke off', 'unknown');
      },
    });
    const [first] = unsent;
    const all = unsent.length === 1 && first !== undefined ? first : Buffer.concat(unsent);
    unsent = [];
    client.resume();
    if (!connection.socket.write(all)) client.pause();
  }

  async function connect(): Promise<void> {
    // Else a large body would gather here.
    client.pause();
    for (const connections of options.targets) {
      const connection = await connections.take().catch(() => null);
      if (over) return connection?.destroy();
      if (connection !== null) return send(connection);
    }
    fail(502, 'no target could be connected', 'refused');
  }

  return {
    take(bytes) {
      const taken = requestBody.take(bytes);
      if (taken === 0) return 0;
      const part = bytes.subarray(0, taken);
      if (target === null) {
        if (!over) unsent.push(part);
      } else if (!target.socket.write(part)) client.pause();
      return taken;
    },
    start() {
      const expects = field(head, 'expect')?.toLowerCase() === '100-continue';
      if (expects && !requestBody.ended()) client.write('HTTP/1.1 100 Continue\r\n\r\n');
      const idle = options.targets[0]?.idle() ?? null;
      if (idle === null) void connect();
      else send(idle);
    },
    drain: () => target?.socket.resume(),
    answering: () => answer !== null,
    abandon() {
      over = true;
      target?.destroy();
      target = null;
    },
  };
}
