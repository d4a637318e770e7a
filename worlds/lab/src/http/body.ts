import { BadMessage, type Framing } from './message.ts';

/** Follows a body to its end; it keeps nothing of it. */
export interface Body {
  /** How many of these bytes belong to it; the rest is the connection's next message. */
  take(bytes: Buffer): number;
  ended(): boolean;
}

export function followBody(framing: Framing): Body {
  if (framing === 'chunked') return chunkedBody();
  if (framing === 'until-close') return { take: (bytes) => bytes.length, ended: () => false };
  let left = framing;
  return {
    take(bytes) {
      const taken = Math.min(left, bytes.length);
      left -= taken;
      return taken;
    },
    ended: () => left === 0,
  };
}

const carriageReturn = 13;
const lineFeed = 10;
/** A chunk's size with its extensions, or a trailer field. */
const lineBytesMax = 4 * 1024;

/** RFC 9112, 7.1: a line with a size, so many bytes, a line's end; size 0 begins the trailers. */
function chunkedBody(): Body {
  let part: 'size' | 'data' | 'data-end' | 'trailer' | 'ended' = 'size';
  let line = '';
  let left = 0;

  function endLine(): void {
    if (part === 'size') {
      const [digits = ''] = line.split(';');
      if (!/^[0-9a-f]{1,8}[ \t]*$/i.test(digits)) throw new BadMessage(400, 'no size of a chunk');
      left = Number.parseInt(digits, 16);
      part = left === 0 ? 'trailer' : 'data';
    } else if (part === 'data-end') {
      if (line !== '') throw new BadMessage(400, 'a chunk is longer than its size');
      part = 'size';
    } else if (line === '') {
      part = 'ended';
    }
    line = '';
  }

  /** A line ends with CR LF; either alone would be read as an end by some and not by others. */
  function takeOfLine(byte: number): void {
    if (line.endsWith('\r')) {
      if (byte !== lineFeed) throw new BadMessage(400, 'a line of a chunk ends with CR alone');
      line = line.slice(0, -1);
      endLine();
      return;
    }
    if (byte === lineFeed) throw new BadMessage(400, 'a line of a chunk ends with LF alone');
    if (line.length >= lineBytesMax) throw new BadMessage(400, 'a line of a chunk has no end');
    line += byte === carriageReturn ? '\r' : String.fromCharCode(byte);
  }

  return {
    take(bytes) {
      let at = 0;
      while (at < bytes.length && part !== 'ended') {
        if (part === 'data') {
          const taken = Math.min(left, bytes.length - at);
          left -= taken;
          at += taken;
          if (left === 0) part = 'data-end';
        } else {
          takeOfLine(bytes[at] ?? 0);
          at += 1;
        }
      }
      return at;
    },
    ended: () => part === 'ended',
  };
}
