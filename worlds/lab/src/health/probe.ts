import { connect, type Socket } from 'node:net';

/**
 * What one check found: an HTTP status, or why there was none. `refused` is an answer of the
 * target's kernel: nothing listens there.
 */
export type ProbeAnswer = number | 'refused' | 'timeout' | 'broken';

export interface Probe {
  /** One GET; never overlapping. */
  check(): Promise<ProbeAnswer>;
  close(): void;
}

/** A health answer has no business being larger. */
const answerBytesMax = 64 * 1024;

/**
 * Asks the same question again and again over one kept connection: a hundred times a second in a
 * lab, so that it speaks the little HTTP it needs by itself. A process that is stopped shows as
 * `timeout`, also over a kept connection.
 */
export function createProbe(options: {
  readonly port: number;
  readonly path: string;
  readonly timeoutMs: number;
  /** The kept connection was closed between two checks. */
  readonly onLost?: () => void;
}): Probe {
  const question = Buffer.from(
    `GET ${options.path} HTTP/1.1\r\nhost: 127.0.0.1:${options.port}\r\n\r\n`,
  );
  let socket: Socket | null = null;
  let answer: ((answer: ProbeAnswer) => void) | null = null;
  let received = '';

  function finish(result: ProbeAnswer): void {
    const waiting = answer;
    answer = null;
    received = '';
    waiting?.(result);
  }

  function open(): Socket {
    const opened = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
    opened.setEncoding('latin1');
    opened.on('data', (text: string) => {
      if (socket !== opened || answer === null) return;
      received += text;
      const parsed = parseAnswer(received);
      if (parsed === null && received.length <= answerBytesMax) return;
      if (parsed === null || !parsed.keep) drop();
      finish(parsed === null ? 'broken' : parsed.status);
    });
    opened.on('error', (error) => {
      if (socket !== opened) return;
      const refused = 'code' in error && error.code === 'ECONNREFUSED';
      const lost = answer === null;
      drop();
      finish(refused ? 'refused' : 'broken');
      if (lost) options.onLost?.();
    });
    opened.on('close', () => {
      if (socket !== opened) return;
      socket = null;
      if (answer === null) options.onLost?.();
      else finish('broken');
    });
    return opened;
  }

  function drop(): void {
    const dropped = socket;
    socket = null;
    dropped?.destroy();
  }

  function ask(): Promise<ProbeAnswer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        drop();
        finish('timeout');
      }, options.timeoutMs);
      answer = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
      socket ??= open();
      socket.write(question);
    });
  }

  return {
    async check() {
      const kept = socket !== null;
      const result = await ask();
      // A server may close a kept connection whenever it likes: that says nothing of its health.
      return result === 'broken' && kept ? ask() : result;
    },
    close() {
      drop();
      finish('broken');
    },
  };
}

/** Null: not whole yet. */
export function parseAnswer(text: string): { status: number; keep: boolean } | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = text.slice(0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  if (!head.startsWith('http/1.') || !(status >= 100 && status < 600)) {
    return { status: 0, keep: false };
  }
  const body = text.slice(headEnd + 4);
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  const chunked = /\r\ntransfer-encoding: *chunked/.test(head);
  const bodiless = status === 204 || status === 304;
  const whole =
    bodiless ||
    (chunked ? body.endsWith('0\r\n\r\n') : length !== undefined && body.length >= Number(length));
  const closes = /\r\nconnection: *close/.test(head) || head.startsWith('http/1.0');
  // Without a length the body ends with the connection: the status is all that we want of it.
  const endless = !bodiless && !chunked && length === undefined;
  if (!whole && !endless) return null;
  return { status, keep: !closes && !endless };
}
