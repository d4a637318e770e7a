import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A wire between a service and its database that can be broken in the ways that wires break: it
 * stands for the agent's proxy.
 */
export interface Wire {
  readonly url: URL;
  /** `swallow`: what the server says is lost. `mute`: nothing passes either way, nothing closes. */
  mode: 'pass' | 'swallow' | 'mute';
  readonly connections: number;
  /** Connections made since the wire is there. */
  readonly accepted: number;
  cut(): void;
  close(): Promise<void>;
}

export async function wireTo(target: URL): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let accepted = 0;
  const server = createServer((client) => {
    accepted += 1;
    const upstream = connect(Number(target.port), target.hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    client.on('data', (bytes) => {
      if (wire.mode !== 'mute') upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (wire.mode === 'pass') client.write(bytes);
    });
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        pairs.delete(pair);
        if (wire.mode !== 'mute') for (const end of pair) end.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target.href);
  url.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    for (const pair of pairs) for (const end of pair) end.destroy();
  };
  const wire: Wire = {
    url,
    mode: 'pass',
    get connections() {
      return pairs.size;
    },
    get accepted() {
      return accepted;
    },
    cut,
    async close() {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
  return wire;
}
