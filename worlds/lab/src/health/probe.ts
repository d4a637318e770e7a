import { connect, type Socket } from 'node:net';

/**
 * What one check found: an HTTP status, or why there was none. `refused` is an answer of the
 * target's kernel: nothing listens there.
 */
export type ProbeAnswer = number | 'refused' | 'timeout' | 'broken';

export interface Probe {
  /**
   * One GET, or, when the last one is still unanswered, a further wait for its answer: as if
   * another had been sent behind it. Calls must not overlap.
   */
  check(limitMs: number): Promise<ProbeAnswer>;
  /** Gives up what is unanswered: the next check uses a new connection. */
  forget(): void;
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
  /** The kept connection was closed between two checks. */
  readonly onLost?: () => void;
}): Probe {
  const question = Buffer.from(
    `GET ${options.path} HTTP/1.1\r\nhost: 127.0.0.1:${options.port}\r\n\r\n`,
  );
  let socket: Socket | null = null;
  let answer: ((answer: ProbeAnswer) => void) | null = null;
  /** Asked, and neither answered nor given up. */
  let asked = false;
  let received = '';

  /** The question is settled, whether somebody waits for it at this moment or not. */
  function settle(result: ProbeAnswer): void {
    asked = false;
    received = '';
    const waiting = answer;
    answer = null;
    waiting?.(result);
  }

  function open(): Socket {
    const opened = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
    opened.setEncoding('latin1');
    opened.on('data', (text: string) => {
      if (socket !== opened || !asked) return;
      received += text;
      const parsed = parseAnswer(received);
      if (parsed === null && received.length <= answerBytesMax) return;
      if (parsed === null || !parsed.keep) drop();
      settle(parsed === null ? 'broken' : parsed.status);
    });
    opened.on('error', (error) => {
      if (socket !== opened) return;
      const refused = 'code' in error && error.code === 'ECONNREFUSED';
      lose(refused ? 'refused' : 'broken');
    });
    opened.on('close', () => {
      if (socket !== opened) return;
      lose('broken');
    });
    return opened;
  }

  function drop(): void {
    const dropped = socket;
    socket = null;
    dropped?.destroy();
  }

  function lose(result: ProbeAnswer): void {
    const idle = answer === null;
    drop();
    settle(result);
    if (idle) options.onLost?.();
  }

  function ask(limitMs: number): Promise<ProbeAnswer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        answer = null;
        resolve('timeout');
      }, limitMs);
      answer = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
      socket ??= open();
      if (!asked) socket.write(question);
      asked = true;
    });
  }

  return {
    async check(limitMs) {
      const idle = socket !== null && !asked;
      const result = await ask(limitMs);
      // A server may close an idle connection whenever it likes: that says nothing of its health.
      return result === 'broken' && idle ? ask(limitMs) : result;
    },
    forget() {
      drop();
      asked = false;
      received = '';
    },
    close() {
      drop();
      settle('broken');
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
