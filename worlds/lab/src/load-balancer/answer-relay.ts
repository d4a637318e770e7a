import type { Socket } from 'node:net';
import { type Answer, readAnswer } from '../http/answer.ts';
import { passedOn, writeHead } from '../http/message.ts';

/** What came of a request: its client's connection goes on, or it ends. */
export type Ending = 'go-on' | 'close';

/** An answer on its way from a target to the client. */
export interface AnswerRelay {
  /** Passes on what has come. Null: there is more to come; else what the whole answer leaves. */
  take(bytes: Buffer): { readonly ending: Ending; readonly keep: boolean } | null;
  /** Some of it has been passed on. */
  begun(): boolean;
  /** It is over with its target's connection, as its head has said. */
  endless(): boolean;
}

export function relayAnswer(options: {
  readonly client: Socket;
  /** Of the request. */
  readonly method: string;
  /** Asked once, as it begins: the client's connection ends with it. */
  readonly close: () => boolean;
  /** The client takes no more at the moment. */
  readonly onFull: () => void;
}): AnswerRelay {
  const { client } = options;
  let answer: Answer | null = null;
  let ending: Ending = 'close';
  let unread: Buffer | null = null;

  /** What of these bytes is not its own; null: its head is not whole. */
  function begin(bytes: Buffer): Buffer | null {
    const all = unread === null ? bytes : Buffer.concat([unread, bytes]);
    const read = readAnswer(all, options.method);
    answer = read.answer;
    if (answer === null) {
      unread = read.rest;
      return null;
    }
    ending = answer.endless || options.close() ? 'close' : 'go-on';
    const fields = passedOn(answer.head);
    if (ending === 'close') fields.push('connection', 'close');
    const first = answer.body.take(read.rest);
    const body = read.rest.subarray(0, first);
    // The head goes with the first bytes of the body: one packet, one system call less.
    client.write(Buffer.concat([writeHead(answer.head.start, fields), body]));
    return read.rest.subarray(first);
  }

  function goOn({ body }: Answer, bytes: Buffer): Buffer {
    const taken = body.take(bytes);
    if (!client.write(bytes.subarray(0, taken))) options.onFull();
    return bytes.subarray(taken);
  }

  return {
    take(bytes) {
      const rest = answer === null ? begin(bytes) : goOn(answer, bytes);
      if (answer === null || !answer.body.ended()) return null;
      // More than the answer: whose it is, nobody knows.
      return { ending, keep: answer.keep && (rest === null || rest.length === 0) };
    },
    begun: () => answer !== null,
    endless: () => answer?.endless === true,
  };
}
