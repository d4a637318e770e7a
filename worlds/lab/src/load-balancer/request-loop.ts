import type { Socket } from 'node:net';
import { followBody } from '../http/body.ts';
import { BadMessage, type RequestHead, requestFraming } from '../http/message.ts';
import type { Ending } from './answer-relay.ts';
import { type EarlyBytes, earlyBytes } from './early-bytes.ts';
import { beginExchange, type Exchange } from './exchange.ts';
import { ownAnswer } from './own-answer.ts';
import type { TargetConnections } from './target-connections.ts';

/** What becomes of a request: an answer of the node's own, or targets in the order to try. */
export type Decision =
  | { readonly status: number; readonly body: { readonly [name: string]: unknown } }
  | { readonly targets: readonly TargetConnections[] };

/** The requests of one connection, one after the other. */
export interface RequestLoop {
  take(bytes: Buffer): void;
  /** The client can take more. */
  drain(): void;
  /** A request is decided about, or on its way. */
  isBusy(): boolean;
  /** The client has gone. */
  abandon(): void;
}

/** For a client that does not close its side of a connection whose last answer it has. */
const partingTimeoutMs = 2_000;
/** Of requests that came before the one ahead of them was answered. */
const earlyBytesMax = 64 * 1024;

export function createRequestLoop(options: {
  readonly client: Socket;
  readonly decide: (head: RequestHead) => Decision | Promise<Decision>;
  /** Asked as an answer begins: whether the connection ends with it. */
  readonly closes: (head: RequestHead) => boolean;
  /** Asked when an answer is over. */
  readonly isClosing: () => boolean;
}): RequestLoop {
  const { client } = options;
  const early = earlyBytes();
  let exchange: Exchange | null = null;
  let deciding = false;
  let looping = false;
  let ended = false;

  function onEnd(ending: Ending): void {
    exchange = null;
    if (ending === 'close' || options.isClosing()) endConnection();
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
      client.write(refusalOf(error));
      endConnection();
    }
  }

  /** A loop: what came together is answered together, however many they are. */
  function next(): void {
    if (looping) return;
    looping = true;
    while (!ended && exchange === null && !deciding) {
      // Who sends and never reads waits for its own answers.
      const head = client.writableNeedDrain ? null : early.takeHead();
      if (head === null) break;
      decide(head);
    }
    looping = false;
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

  function carryOut(head: RequestHead, decision: Decision): void {
    if (ended) return;
    const close = () => options.closes(head);
    if ('targets' in decision) {
      const begun = beginExchange({ client, head, targets: decision.targets, close, onEnd });
      exchange = begun;
      early.offer(begun.take);
      begun.start();
      return;
    }
    const isWhole = takeBody(head, early);
    const ending = close() || !isWhole ? 'close' : 'go-on';
    client.write(ownAnswer(decision.status, decision.body, ending));
    onEnd(ending);
  }

  return {
    take(bytes) {
      if (ended) return;
      guarded(() => {
        const rest = exchange === null ? bytes : bytes.subarray(exchange.take(bytes));
        if (rest.length > 0) early.add(rest);
        const isWaitedFor = exchange !== null || deciding || client.writableNeedDrain;
        if (early.length > earlyBytesMax && isWaitedFor) client.pause();
        if (exchange === null && !deciding) next();
      });
    },
    drain() {
      if (exchange !== null) return exchange.drain();
      client.resume();
      guarded(next);
    },
    isBusy: () => exchange !== null || deciding,
    abandon() {
      ended = true;
      exchange?.abandon();
      exchange = null;
    },
  };
}

/** Nobody reads it; whether all of it has come. */
function takeBody(head: RequestHead, early: EarlyBytes): boolean {
  const body = followBody(requestFraming(head));
  early.offer(body.take);
  return body.ended();
}

function refusalOf({ status, message }: BadMessage): Buffer {
  return ownAnswer(status, { error: message, outcome: 'refused' }, 'close');
}
