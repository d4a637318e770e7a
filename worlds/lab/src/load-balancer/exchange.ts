import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { followBody } from '../http/body.ts';
import {
  BadMessage,
  field,
  passedOn,
  type RequestHead,
  requestFraming,
  writeHead,
} from '../http/message.ts';
import { type Ending, relayAnswer } from './answer-relay.ts';
import { ownAnswer } from './own-answer.ts';
import type { TargetConnection, TargetConnections } from './target-connections.ts';

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
  let over = false;
  const answer = relayAnswer({
    client,
    method: head.method,
    close: options.close,
    onFull: () => target?.socket.pause(),
  });

  function end(ending: Ending): void {
    if (over) return;
    over = true;
    client.resume();
    options.onEnd(ending);
  }

  function letGo(keep: boolean): void {
    if (keep) target?.release();
    else target?.destroy();
    target = null;
  }

  function fail(status: number, error: string, outcome: 'refused' | 'unknown'): void {
    letGo(false);
    if (answer.begun()) {
      client.destroy();
      end('close');
      return;
    }
    // The rest of a body that nobody reads must not be taken for the next request.
    const ending = requestBody.ended() && !options.close() ? 'go-on' : 'close';
    client.write(ownAnswer(status, { error, outcome }, ending));
    end(ending);
  }

  function onData(bytes: Buffer): void {
    try {
      const whole = answer.take(bytes);
      if (whole === null) return;
      letGo(whole.keep && requestBody.ended());
      end(requestBody.ended() ? whole.ending : 'close');
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
        if (answer.endless() && !broken) end('close');
        else fail(502, 'the target broke off', 'unknown');
      },
    });
    const all = joined(unsent);
    unsent = [];
    client.resume();
    if (!connection.socket.write(all)) client.pause();
  }

  async function connect(): Promise<void> {
    // Else a large body would gather here.
    client.pause();
    const connection = await firstConnected(options.targets, () => over);
    if (over) connection?.destroy();
    else if (connection === null) fail(502, 'no target could be connected', 'refused');
    else send(connection);
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
      if (expectsContinue(head) && !requestBody.ended()) client.write(goOn);
      const idle = options.targets[0]?.idle() ?? null;
      if (idle === null) void connect();
      else send(idle);
    },
    drain: () => target?.socket.resume(),
    answering: answer.begun,
    abandon() {
      over = true;
      letGo(false);
    },
  };
}

const goOn = 'HTTP/1.1 100 Continue\r\n\r\n';

function expectsContinue(head: RequestHead): boolean {
  return field(head, 'expect')?.toLowerCase() === '100-continue';
}

/** Null: none could be connected, or nobody wants it any more. */
async function firstConnected(
  targets: readonly TargetConnections[],
  over: () => boolean,
): Promise<TargetConnection | null> {
  for (const connections of targets) {
    const connection = await connections.take().catch(() => null);
    if (connection !== null || over()) return connection;
  }
  return null;
}

/** Without a copy where there is one alone. */
function joined(parts: readonly Buffer[]): Buffer {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
}
