import { connect, type Socket } from 'node:net';

/** One client's connection and the load-balancer node that it was given to, for good. */
export interface Splice {
  readonly client: Socket;
  readonly region: string;
  readonly zone: string;
  /** Its node's host is dead: nothing is heard from it, not even that its sockets close. */
  setDark(dark: boolean): void;
  destroy(): void;
}

/**
 * Joins a client's connection with a new one to a node. Nothing is looked at and nothing is asked
 * again: bytes, half-closes and resets pass as they come. A node that refuses resets its client.
 */
export function splice(options: {
  readonly client: Socket;
  readonly region: string;
  readonly zone: string;
  readonly port: number;
  readonly dark: boolean;
  readonly onGone: () => void;
}): Splice {
  const { client } = options;
  let dark = options.dark;
  let gone = false;
  const node = dark
    ? null
    : connect({ port: options.port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });

  function finish(): void {
    if (gone || !client.destroyed || node?.destroyed === false) return;
    gone = true;
    options.onGone();
  }
  function destroy(): void {
    client.destroy();
    node?.destroy();
    finish();
  }
  function join(from: Socket, to: Socket | null): void {
    from.on('data', (chunk: Buffer) => {
      if (dark || to === null) return;
      if (!to.write(chunk)) from.pause();
    });
    from.on('end', () => {
      // A client that gives up on a dead node leaves; what a dead node's kernel says, nobody hears.
      if (!dark) to?.end();
      else if (from === client) destroy();
    });
    from.on('drain', () => to?.resume());
    from.on('error', () => {
      if (dark) {
        if (from === client) destroy();
      } else if (to !== null && !to.destroyed) {
        to.resetAndDestroy();
      }
    });
    from.on('close', finish);
  }
  join(client, node);
  if (node !== null) join(node, client);

  return {
    client,
    region: options.region,
    zone: options.zone,
    setDark(next) {
      if (dark && !next) {
        // The host is back and does not know the connection.
        if (!client.destroyed) client.resetAndDestroy();
        node?.destroy();
      }
      dark = next;
      if (dark) {
        client.resume();
        node?.resume();
      }
    },
    destroy,
  };
}
