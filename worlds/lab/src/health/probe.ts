import { connect, type Socket } from 'node:net';
import { followAnswer } from '../http/answer.ts';
import { BadMessage, writeHead } from '../http/message.ts';

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
 * lab, so that it speaks HTTP as the load balancer does, by itself. A process that is stopped shows
 * as `timeout`, also over a kept connection.
 */
export function createProbe(options: {
  readonly port: number;
  readonly path: string;
  /** The kept connection was closed between two checks. */
  readonly onLost?: () => void;
}): Probe {
  const host = `127.0.0.1:${options.port}`;
  const question = writeHead(`GET ${options.path} HTTP/1.1`, ['host', host]);
  let socket: Socket | null = null;
  let waiting: ((answer: ProbeAnswer) => void) | null = null;
  /** Of what was asked, and neither answered nor given up. */
  let follow: ReturnType<typeof followAnswer> | null = null;

  /** The question is settled, whether somebody waits for it at this moment or not. */
  function settle(result: ProbeAnswer): void {
    follow = null;
    const told = waiting;
    waiting = null;
    told?.(result);
  }

  function drop(): void {
    const dropped = socket;
    socket = null;
    dropped?.destroy();
  }

  function lose(result: ProbeAnswer): void {
    const idle = waiting === null;
    drop();
    settle(result);
    if (idle) options.onLost?.();
  }

  function hear(bytes: Buffer): void {
    try {
      const whole = follow?.(bytes) ?? null;
      if (whole === null) return;
      if (!whole.keep) drop();
      settle(whole.status);
    } catch (error) {
      if (!(error instanceof BadMessage)) throw error;
      drop();
      settle('broken');
    }
  }

  function open(): Socket {
    const opened = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
    const whileKept = (act: () => void): void => {
      if (socket === opened) act();
    };
    opened.on('data', (bytes: Buffer) => whileKept(() => hear(bytes)));
    opened.on('error', (error) => {
      const refused = 'code' in error && error.code === 'ECONNREFUSED';
      whileKept(() => lose(refused ? 'refused' : 'broken'));
    });
    opened.on('close', () => whileKept(() => lose('broken')));
    return opened;
  }

  function ask(limitMs: number): Promise<ProbeAnswer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting = null;
        resolve('timeout');
      }, limitMs);
      waiting = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
      socket ??= open();
      if (follow === null) socket.write(question);
      follow ??= followAnswer('GET', answerBytesMax);
    });
  }

  return {
    async check(limitMs) {
      const idle = socket !== null && follow === null;
      const result = await ask(limitMs);
      // A server may close an idle connection whenever it likes: that says nothing of its health.
      return result === 'broken' && idle ? ask(limitMs) : result;
    },
    forget() {
      drop();
      follow = null;
    },
    close() {
      drop();
      settle('broken');
    },
  };
}
