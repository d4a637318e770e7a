import { describe, expect, test } from 'vitest';
import { followAnswer } from './answer.ts';
import { BadMessage } from './message.ts';

/** What each of the pieces tells. */
function hear(...pieces: readonly string[]) {
  const follow = followAnswer('GET', 1_000);
  return pieces.map((piece) => follow(Buffer.from(piece, 'latin1')));
}

const whole = { status: 200, keep: true };

describe('an answer', () => {
  test('in pieces is told with the last of them', () => {
    const [head, ...body] = ['HTTP/1.1 200 OK\r\nContent-Le', 'ngth: 2\r\n\r\n{', '}'];
    expect(hear(head ?? '', ...body)).toEqual([null, null, whole]);
  });

  test('in chunks ends with the last of them, wherever they are cut', () => {
    const text =
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7\r\n0\r\n\r\n{}\r\n0\r\n\r\n';
    for (let cut = 1; cut < text.length; cut += 1) {
      expect(hear(text.slice(0, cut), text.slice(cut)), `cut at ${cut}`).toEqual([null, whole]);
    }
  });

  test('without a length is told at once, and its connection is over', () => {
    expect(hear('HTTP/1.1 200 OK\r\n\r\n')).toEqual([{ status: 200, keep: false }]);
  });

  test('that closes, or that more follows, leaves no connection to ask again', () => {
    const over = { status: 204, keep: false };
    expect(hear('HTTP/1.1 204 No\r\nconnection: close\r\n\r\n')).toEqual([over]);
    expect(hear('HTTP/1.0 204 No\r\n\r\n')).toEqual([over]);
    expect(hear('HTTP/1.1 204 No\r\n\r\nHTTP/1.1')).toEqual([over]);
  });

  test('that is only announced is waited for', () => {
    const early = 'HTTP/1.1 103 Early Hints\r\n\r\n';
    expect(hear(early, 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')).toEqual([null, whole]);
  });

  test('that goes on and on is not followed to its end', () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n';
    const told = hear(head, 'x'.repeat(500), 'x'.repeat(500));
    expect(told).toEqual([null, null, { status: 200, keep: false }]);
  });

  test.each([
    'SSH-2.0-OpenSSH\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n',
  ])('that is none is refused: %j', (text) => {
    expect(() => hear(text)).toThrow(BadMessage);
  });
});
