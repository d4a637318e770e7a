import type { DirectAck } from '@outrigger/report';
import pg from 'pg';

export interface DirectTarget {
  /** The member's id: `orders-db@us-east-1a`. */
  readonly member: string;
  readonly proxyPort: number;
}

export interface DirectClients {
  stop(): void;
}

/**
 * A standby refuses every insert: after a refusal so many turns are left out. A writer that comes
 * of it is found a moment later, and one that is left over acknowledges at every turn.
 */
const refusedTicks = 2;

/** A lost connection is made again after so long, doubled up to the second while it fails. */
const reconnectMs = 50;
const reconnectMsMax = 200;

const insert = {
  name: 'probe',
  text:
    'insert into outrigger.probe (source, number, epoch, at) values ' +
    "('direct', $1, (select epoch from outrigger.epoch), now()) returning epoch",
} as const;

/**
 * One client on every database proxy, past the entry and its health checks, looking for a second
 * writer. It keeps its connection whatever happens, makes it writable as far as a client can, and
 * inserts all the time; it waits for a hanging answer without end, since a thawed writer's late
 * acknowledgement is what it is there for. That inserts fail on a standby is normal.
 */
export function startDirectClients(options: {
  readonly targets: readonly DirectTarget[];
  readonly password: string;
  readonly intervalMs: number;
  readonly answeredAtMs: () => number;
  readonly originMs: number;
  readonly onAck: (ack: DirectAck) => void;
}): DirectClients {
  const members = options.targets.map((target) => createMember(target, options));
  const timer = setInterval(() => {
    for (const member of members) member.tick();
  }, options.intervalMs);
  return {
    stop() {
      clearInterval(timer);
      for (const member of members) member.stop();
    },
  };
}

function createMember(
  target: DirectTarget,
  options: Parameters<typeof startDirectClients>[0],
): { tick(): void; stop(): void } {
  let client: pg.Client | null = null;
  let state: 'lost' | 'connecting' | 'idle' | 'waiting' | 'stopped' = 'lost';
  let pauseMs = reconnectMs;
  let pausedTicks = 0;
  let number = 0;

  const lose = (which: pg.Client): void => {
    if (client !== which || state === 'stopped') return;
    client = null;
    state = 'lost';
    pausedTicks = Math.ceil(pauseMs / options.intervalMs) - 1;
    pauseMs = Math.min(pauseMs * 2, reconnectMsMax);
    destroy(which);
  };

  const connect = async (): Promise<void> => {
    const opened = new pg.Client({
      host: '127.0.0.1',
      port: target.proxyPort,
      user: 'storefront',
      database: 'storefront',
      password: options.password,
      application_name: 'direct-client',
      keepAlive: true,
    });
    client = opened;
    state = 'connecting';
    opened.on('error', () => lose(opened));
    opened.on('end', () => lose(opened));
    try {
      await opened.connect();
      // Separately: a standby refuses the second, and must not take the first back with it.
      await opened.query('set default_transaction_read_only = off');
      await opened.query('set transaction_read_only = off').catch(() => null);
    } catch {
      lose(opened);
      return;
    }
    if (client !== opened) return;
    state = 'idle';
    pauseMs = reconnectMs;
    pausedTicks = 0;
  };

  const write = (through: pg.Client): void => {
    state = 'waiting';
    number += 1;
    through.query<{ epoch: string }>({ ...insert, values: [number] }, (error, result) => {
      const epoch = Number(error ? Number.NaN : result.rows[0]?.epoch);
      if (Number.isSafeInteger(epoch)) {
        const atMs = options.answeredAtMs() - options.originMs;
        options.onAck({ member: target.member, epoch, atMs });
      } else if (client === through) pausedTicks = refusedTicks;
      if (client === through && state === 'waiting') state = 'idle';
    });
  };

  return {
    tick() {
      if (state !== 'idle' && state !== 'lost') return;
      pausedTicks -= 1;
      if (pausedTicks >= 0) return;
      if (state === 'lost') void connect();
      else if (client !== null) write(client);
    },
    stop() {
      state = 'stopped';
      if (client !== null) destroy(client);
    },
  };
}

/** Drops the connection at once; the server may be one that does not answer a goodbye. */
function destroy(client: pg.Client): void {
  client.connection.stream.destroy();
}
