import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followBody } from './body.ts';
import { BadMessage } from './message.ts';

/** Feeds the bytes in the given pieces; how many were the body's. */
function follow(framing: Parameters<typeof followBody>[0], bytes: Buffer, cuts: number[]) {
  const body = followBody(framing);
  let taken = 0;
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    taken += body.take(bytes.subarray(from, end));
    from = end;
  }
  return { taken, ended: body.ended() };
}

const chunked = fc
  .array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 })
  .chain((chunks) =>
    fc.record({
      chunks: fc.constant(chunks),
      extension: fc.constantFrom('', ';name=value', ' '),
      trailers: fc.constantFrom('', 'x-sum: 1\r\n', 'a: b\r\nc: d\r\n'),
    }),
  )
  .map(({ chunks, extension, trailers }) =>
    Buffer.concat([
      ...chunks.flatMap((chunk) => [
        Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`),
        Buffer.from(chunk),
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`0\r\n${trailers}\r\n`),
    ]),
  );

describe('a body is followed to its very end, however its bytes arrive', () => {
  const next = Buffer.from('HTTP/1.1 200 OK\r\n');
  const cuts = fc.array(fc.nat(), { maxLength: 8 });

  test('in chunks', () => {
    fc.assert(
      fc.property(chunked, cuts, (body, where) => {
        const seen = follow('chunked', Buffer.concat([body, next]), where);
        expect(seen).toEqual({ taken: body.length, ended: true });
        expect(follow('chunked', body.subarray(0, -1), where).ended).toBe(false);
      }),
    );
  });

  test('of a length', () => {
    fc.assert(
      fc.property(fc.nat(100), cuts, (length, where) => {
        const bytes = Buffer.concat([Buffer.alloc(length), next]);
        expect(follow(length, bytes, where)).toEqual({ taken: length, ended: true });
      }),
    );
  });
});

test.each([
  ['no size', 'x\r\n'],
  ['a sign', '-1\r\n'],
  ['0x', '0x5\r\n'],
  ['an endless size', 'fffffffff\r\n'],
  ['LF alone', '5\nhello\r\n0\r\n\r\n'],
  ['CR alone', '5\rhello'],
  ['more than its size', '5\r\nhello!\r\n'],
  ['an endless line', `5;${'x'.repeat(5_000)}`],
])('a chunk with %s is refused', (_, text) => {
  expect(() => follow('chunked', Buffer.from(text), [])).toThrow(BadMessage);
});
