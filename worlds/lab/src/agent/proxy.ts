import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** What the proxy may do with the bytes of a server's answer at this very moment. */
export type Gate = 'pass' | 'hold' | 'destroy';

export interface DatabaseProxy {
  /** Passes on what was held, when the gate is open again. */
  release(): void;
  /** Ends every connection: clients get no answer, so what they sent is unknown to them. */
  disconnect(): void;
  close(): Promise<void>;
  readonly server: Server;
}

/** Held while a lease is lapsed; beyond it the connection is ended rather than memory spent. */
const heldBytesMax = 1024 * 1024;

/**
 * The only way to a database. The gate is asked *after* the server's bytes were read and *before*
 * they are passed on: an ack of a writer whose lease has lapsed never reaches a client, however
 * long the process was stopped in between.
 */
export async function startProxy(options: {
  readonly port: number;
  readonly socketPath: () => string | null;
  readonly gate: () => Gate;
}): Promise<DatabaseProxy> {
  const connections = new Set<ProxiedConnection>();
  const server = createServer({ noDelay: true }, (client) => {
    const path = options.socketPath();
    if (path === null) {
      client.destroy();
      return;
    }
    const connection = proxyConnection(client, path, options.gate, () =>
      connections.delete(connection),
    );
    connections.add(connection);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    server,
    release: () => {
      for (const connection of connections) connection.release();
    },
    disconnect: () => {
      for (const connection of connections) connection.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const connection of connections) connection.destroy();
        server.close(() => resolve());
      }),
  };
}

interface ProxiedConnection {
  release(): void;
  destroy(): void;
}

function proxyConnection(
  client: Socket,
  path: string,
  gate: () => Gate,
  onEnd: () => void,
): ProxiedConnection {
  const server = createConnection({ path });
  let held: Buffer[] = [];
  let heldBytes = 0;
  const destroy = (): void => {
    client.destroy();
    server.destroy();
    held = [];
    onEnd();
  };
  const pass = (chunk: Buffer): void => {
    if (!client.write(chunk)) server.pause();
  };
  const release = (): void => {
    const decision = gate();
    if (decision === 'destroy') destroy();
    if (decision !== 'pass') return;
    const chunks = held;
    held = [];
    heldBytes = 0;
    for (const chunk of chunks) pass(chunk);
    client.resume();
  };
  server.on('data', (chunk: Buffer) => {
    const decision = gate();
    if (decision === 'destroy') return destroy();
    if (decision === 'pass' && held.length === 0) return pass(chunk);
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes > heldBytesMax) destroy();
  });
  client.on('data', (chunk: Buffer) => {
    const decision = gate();
    if (decision === 'destroy') return destroy();
    // What can't be acked need not be written either: the client's bytes wait with the answers.
    if (decision === 'hold') client.pause();
    if (!server.write(chunk)) client.pause();
  });
  client.on('drain', () => server.resume());
  server.on('drain', () => client.resume());
  client.on('error', destroy);
  server.on('error', destroy);
  client.on('close', destroy);
  // A server that ends while the gate is shut must not deliver its last bytes either.
  server.on('close', () => {
    if (held.length > 0) return destroy();
    client.end();
    onEnd();
  });
  return { release, destroy };
}
