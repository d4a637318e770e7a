import { connect, type Socket } from 'node:net';

/** Who uses a connection at this moment. */
export interface User {
  onData(bytes: Buffer): void;
  onDrain(): void;
  /** Nothing was heard or said for as long as an answer may take. */
  onSilence(): void;
  /** It ended by itself. `broken`: by an error, so that what came is not to be taken for whole. */
  onEnd(broken: boolean): void;
}

export interface TargetConnection {
  readonly socket: Socket;
  use(user: User): void;
  /** Back among the idle ones. */
  release(): void;
  destroy(): void;
}

/** The connections to one target: as many as there are requests, so that none waits for another. */
export interface TargetConnections {
  /** Rejects when none could be made: the target has not seen the request then. */
  take(): Promise<TargetConnection>;
  /** One that is open and idle, if there is any. */
  idle(): TargetConnection | null;
  close(): void;
}

export function targetConnections(options: {
  readonly port: number;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  /** An idle one is closed after this time, before its server would. */
  readonly idleTimeoutMs: number;
}): TargetConnections {
  const all = new Set<Socket>();
  // The last one released is the first one taken, so that those of a rush are left to end.
  const idle: TargetConnection[] = [];

  function wrap(socket: Socket): TargetConnection {
    let user: User | null = null;
    const forget = (): void => {
      const at = idle.indexOf(connection);
      if (at >= 0) idle.splice(at, 1);
    };
    const lose = (broken: boolean): void => {
      forget();
      socket.destroy();
      const bereft = user;
      user = null;
      bereft?.onEnd(broken);
    };
    const connection: TargetConnection = {
      socket,
      use(next) {
        user = next;
        socket.setTimeout(options.answerTimeoutMs);
      },
      release() {
        user = null;
        socket.resume();
        socket.setTimeout(options.idleTimeoutMs);
        idle.push(connection);
      },
      destroy() {
        user = null;
        lose(false);
      },
    };
    // Whatever a target says unasked cannot be told from an answer to the next request.
    socket.on('data', (bytes: Buffer) => (user === null ? lose(true) : user.onData(bytes)));
    socket.on('drain', () => user?.onDrain());
    socket.on('timeout', () => (user === null ? lose(false) : user.onSilence()));
    socket.on('end', () => lose(false));
    socket.on('error', () => lose(true));
    socket.on('close', () => lose(true));
    return connection;
  }

  return {
    idle: () => idle.pop() ?? null,
    take() {
      return new Promise((resolve, reject) => {
        const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
        all.add(socket);
        socket.setTimeout(options.connectTimeoutMs, () => {
          if (socket.connecting) socket.destroy(new Error('no connection in time'));
        });
        const fail = (error: Error): void => reject(error);
        socket.once('error', fail);
        socket.once('close', () => all.delete(socket));
        socket.once('connect', () => {
          socket.off('error', fail);
          resolve(wrap(socket));
        });
      });
    },
    close() {
      for (const socket of all) socket.destroy();
    },
  };
}
