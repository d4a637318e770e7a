import { type Body, followBody } from './body.ts';
import { answerFraming, closesConnection, type Head, readHead, statusOf } from './message.ts';

/** An answer whose head has come; its body is followed as it comes. */
export interface Answer {
  readonly head: Head;
  readonly status: number;
  readonly body: Body;
  /** Its body ends with its connection. */
  readonly endless: boolean;
  /** When it is over, its connection can carry another request. */
  readonly keep: boolean;
}

/**
 * Reads the head of the answer to a request of this method, past those that only announce it (1xx).
 * `rest`: what has not been read yet; `answer` null: more has to come behind it.
 */
export function readAnswer(
  bytes: Buffer,
  method: string,
): { readonly answer: Answer | null; readonly rest: Buffer } {
  let rest = bytes;
  for (;;) {
    const head = readHead(rest);
    if (head === null) return { answer: null, rest };
    rest = rest.subarray(head.bytes);
    const status = statusOf(head);
    if (status < 200) continue;
    const framing = answerFraming(head, method);
    const endless = framing === 'until-close';
    const keep = !endless && !closesConnection(head);
    return { answer: { head, status, body: followBody(framing), endless, keep }, rest };
  }
}

/** What is wanted of an answer whose body nobody reads. */
export interface WholeAnswer {
  readonly status: number;
  /** Its connection can be asked again. */
  readonly keep: boolean;
}

/**
 * Takes the bytes of one answer as they come; tells it once it is whole, null before. One without
 * an end is told with its head. A longer one than `bytesMax` is not followed to its end.
 */
export function followAnswer(
  method: string,
  bytesMax: number,
): (bytes: Buffer) => WholeAnswer | null {
  let answer: Answer | null = null;
  let unread: Buffer = Buffer.alloc(0);
  let received = 0;
  return (bytes) => {
    received += bytes.length;
    let part = bytes;
    if (answer === null) {
      const read = readAnswer(unread.length === 0 ? bytes : Buffer.concat([unread, bytes]), method);
      answer = read.answer;
      part = read.rest;
      unread = read.rest;
    }
    if (answer === null) return null;
    const { status } = answer;
    const taken = answer.body.take(part);
    // What follows it was not asked for: whose it is, nobody knows.
    if (answer.body.ended()) return { status, keep: answer.keep && taken === part.length };
    return answer.endless || received > bytesMax ? { status, keep: false } : null;
  };
}
