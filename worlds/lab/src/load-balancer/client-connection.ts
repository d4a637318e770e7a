import type { Socket } from 'node:net';
import { followBody } from '../http/body.ts';
import {
  BadMessage,
  closesConnection,
  type RequestHead,
  readRequestHead,
  requestFraming,
} from '../http/message.ts';
import type { Ending } from './answer-relay.ts';
import { beginExchange, type Exchange } from './exchange.ts';
import { ownAnswer } from './own-answer.ts';
import type { TargetConnections } from './target-connections.ts';

/** What becomes of a request: an answer of the node's own, or targets in the order to try. */
export type Decision =
  | { readonly status: number; readonly body: { readonly [name: string]: unknown } }
  | { readonly targets: readonly TargetConnections[] };

export interface ClientConnection {
  /** Ends with the answer that is on its way, or now. */
  close(): void;
}

/** Kept longer than any caller keeps an idle connection, so that it is the caller who closes. */
const idleTimeoutMs = 65_000;
/** For a client that does not close its side of a connection whose last answer it has. */
const partingTimeoutMs = 2_000;
/** Of requests that came before the one ahead of them was answered. */
const earlyBytesMax = 64 * 1024;

/** Serves one client's connection, one request after the other. */
export function serveClient(
  client: Socket,
  options: {
    readonly decide: (head: RequestHead) => Decision | Promise<Decision>;
    /** Asked as an answer begins: whether the connection ends with it. */
    readonly letsGo: (head: RequestHead) => boolean;
  },
): ClientConnection {
  let early: Buffer | null = null;
  let exchange: Exchange | null = null;
  let deciding = false;
  let looping = false;
  let closing = false;
  let ended = false;

  function onEnd(ending: Ending): void {
    exchange = null;
    if (ending === 'close' || closing) endConnection();
    else guarded(next);
  }

  function endConnection(): void {
    ended = true;
    client.setTimeout(partingTimeoutMs);
    client.end();
  }

  /** Whatever the client sends wrongly is told to it, and its connection ends. */
  function guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof BadMessage)) throw error;
      const half = exchange?.answering() === true;
      exchange?.abandon();
      exchange = null;
      if (half) return void client.destroy();
      const refusal = { error: error.message, outcome: 'refused' };
      client.write(ownAnswer(error.status, refusal, 'close'));
      endConnection();
    }
  }

  /** A loop: what came together is answered together, however many they are. */
  function next(): void {
    if (looping) return;
    looping = true;
    try {
      while (early !== null && !ended && exchange === null && !deciding) {
        // Who sends and never reads waits for its own answers.
        if (client.writableNeedDrain) return;
        const head = readRequestHead(early);
        if (head === null) return;
        const rest = early.subarray(head.bytes);
        early = rest.length === 0 ? null : rest;
        decide(head);
      }
    } finally {
      looping = false;
    }
  }

  function decide(head: RequestHead): void {
    const decision = options.decide(head);
    if (!(decision instanceof Promise)) {
      carryOut(head, decision);
      return;
    }
    deciding = true;
    void decision.then((decided) =>
      guarded(() => {
        deciding = false;
        carryOut(head, decided);
        next();
      }),
    );
  }

  /** What has come of its body is at the head of `early`. */
  function takeBody(take: (bytes: Buffer) => number): void {
    const bytes = early ?? Buffer.alloc(0);
    const rest = bytes.subarray(take(bytes));
    early = rest.length === 0 ? null : rest;
  }

  function carryOut(head: RequestHead, decision: Decision): void {
    if (ended) return;
    const close = () => closing || closesConnection(head) || options.letsGo(head);
    if ('targets' in decision) {
      const { targets } = decision;
      const begun = beginExchange({ client, head, targets, close, onEnd });
      exchange = begun;
      takeBody(begun.take);
      begun.start();
      return;
    }
    const body = followBody(requestFraming(head));
    takeBody(body.take);
    const ending = close() || !body.ended() ? 'close' : 'go-on';
    client.write(ownAnswer(decision.status, decision.body, ending));
    onEnd(ending);
  }

  function keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    early = early === null ? bytes : Buffer.concat([early, bytes]);
    const isWaitedFor = exchange !== null || deciding || client.writableNeedDrain;
    if (early.length > earlyBytesMax && isWaitedFor) client.pause();
  }

  client.on('data', (bytes: Buffer) => {
    if (ended) return;
    guarded(() => {
      keep(exchange === null ? bytes : bytes.subarray(exchange.take(bytes)));
      if (exchange === null && !deciding) next();
    });
  });
  client.on('drain', () => {
    if (exchange !== null) return exchange.drain();
    client.resume();
    guarded(next);
  });
  client.on('end', () => {
    // Who leaves in the middle of a request does not wait for its answer.
    if (exchange !== null || deciding) client.destroy();
  });
  client.on('error', () => client.destroy());
  client.on('close', () => {
    ended = true;
    exchange?.abandon();
    exchange = null;
  });
  client.setTimeout(idleTimeoutMs, () => {
    if (exchange === null) client.destroy();
  });
  return {
    close() {
      closing = true;
      if (exchange === null && !deciding) client.destroy();
    },
  };
}
