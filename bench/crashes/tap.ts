import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import {
  Agent,
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { type LabLayout, monotonicMs } from '@outrigger/lab';
import {
  Announced,
  type EffectSeen,
  type JournalRecord,
  type PerformContext,
} from '@outrigger/recovery';

/**
 * Where a controller is killed. `record`: its journal ends with this record, from 1 on, and no
 * effect of it has begun. `effect`: the first effect that is journaled at this record or later is
 * under way, or over, and no record says so.
 */
export interface Point {
  readonly record: number;
  readonly when: 'record' | 'effect';
}

/** What a controller was killed at. */
export interface Struck {
  readonly run: string;
  /** The newest record of its journal, or the one whose effect was cut short. */
  readonly record: number;
  readonly event: string;
}

/**
 * Stands between a controller and the lab: it sees each append and each effect, and can have the
 * controller killed in between. The controller is the program as users have it; only the ports in
 * the layout that it reads are others.
 */
export interface Tap {
  /** What the controller is given for `--state`. */
  readonly stateFolder: string;
  /** Every effect that a controller asked an agent for, and whether its record was on disk. */
  effects(): readonly EffectSeen[];
  /** Resolves once each of these zones has answered controllers `count` more times. */
  heard(zones: readonly string[], count: number): Promise<void>;
  /** Kills at that point; resolves when the process is gone. */
  strike(point: Point, kill: () => Promise<void>): Promise<Struck>;
  /** Lets the next controllers live: the one that was to be killed has ended before. */
  disarm(): void;
  close(): void;
}

interface Armed {
  readonly point: Point;
  readonly kill: () => Promise<void>;
  readonly struck: (struck: Struck) => void;
  /** The effect that is waited for, once its record is on disk. */
  awaited: { readonly step: string; readonly struck: Struck } | null;
}

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** Aborts when whoever asks has gone. */
  readonly gone: AbortSignal;
  /** Whoever asks on one connection is passed on by one connection: both break together. */
  readonly connection: Agent;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** `null`: there is nobody left to answer. */
type Handler = (exchange: Exchange) => Promise<Answer | null>;

/** The part of a layout that a tap looks at; all of it goes to the controller. */
export type TappedLayout = Pick<LabLayout, 'stateFolder' | 'regions' | 'witness' | 'links'>;

/** What passes between a controller and the lab, and what is done about it. */
interface Watchman {
  readonly effects: readonly EffectSeen[];
  append(exchange: Exchange, port: number): Promise<Answer | null>;
  verb(exchange: Exchange, port: number): Promise<Answer | null>;
  arm(armed: Armed | null): void;
}

function createWatchman(): Watchman {
  const announced = new Announced();
  const effects: EffectSeen[] = [];
  let armed: Armed | null = null;

  const strikeNow = async (at: Armed, struck: Struck): Promise<null> => {
    armed = null;
    await at.kill();
    at.struck(struck);
    return null;
  };

  async function append(exchange: Exchange, port: number): Promise<Answer | null> {
    const records: readonly JournalRecord[] = JSON.parse(exchange.body.toString('utf8'));
    const at = armed;
    const ending = at === null ? null : endingOf(at, records);
    if (at !== null && ending !== null && ending.kept < records.length) {
      const kept = records.slice(0, ending.kept);
      if (kept.length > 0) await pass({ ...exchange, body: asBody(kept) }, port);
      announced.add(kept);
      return strikeNow(at, ending.struck);
    }
    const answer = await pass(exchange, port);
    if (answer.status === 200) announced.add(records);
    return at === null || ending === null ? answer : strikeNow(at, ending.struck);
  }

  async function verb(exchange: Exchange, port: number): Promise<Answer | null> {
    const { context }: { context: PerformContext } = JSON.parse(exchange.body.toString('utf8'));
    const { epoch, run, step } = context;
    const journaled = announced.has(context);
    effects.push({ run, step, epoch, atMs: monotonicMs(), journaled });
    const at = armed;
    const awaited = at?.awaited ?? null;
    if (at === null || awaited?.step !== step) return pass(exchange, port);
    // The agent gets to know of it; the controller never hears what came of it.
    const alone = { gone: AbortSignal.timeout(60_000), connection: new Agent() };
    const unheard = pass({ ...exchange, ...alone }, port, () => strikeNow(at, awaited.struck));
    return unheard.then(
      () => null,
      () => null,
    );
  }

  const arm = (next: Armed | null): void => {
    armed = next;
  };
  return { effects, append, verb, arm };
}

export async function openTap(lab: TappedLayout): Promise<Tap> {
  const watchman = createWatchman();
  const heard = new Map<string, number>();
  let onHeard: () => void = () => {};
  const servers = [
    serve((exchange) => {
      const { port } = lab.witness;
      const isAppend = exchange.method === 'POST' && exchange.path === '/journal';
      return isAppend ? watchman.append(exchange, port) : pass(exchange, port);
    }),
  ];
  const zones = lab.regions.flatMap((region) => region.zones);
  const tunnels = lab.links.tunnels.map(async (tunnel) => {
    const zone = zones.find(({ agentPort }) => agentPort === tunnel.targetPort);
    if (tunnel.from !== 'witness' || zone === undefined) return tunnel;
    const server = serve(async (exchange) => {
      if (exchange.path.startsWith('/verbs/')) return watchman.verb(exchange, tunnel.listenPort);
      const answer = await pass(exchange, tunnel.listenPort);
      heard.set(zone.name, (heard.get(zone.name) ?? 0) + 1);
      onHeard();
      return answer;
    });
    servers.push(server);
    return { ...tunnel, listenPort: (await server).port };
  });
  const [witness] = servers;
  if (witness === undefined) throw new Error('there is no server');
  const stateFolder = facade({
    ...lab,
    witness: { port: (await witness).port },
    links: { ...lab.links, tunnels: await Promise.all(tunnels) },
  });

  return {
    stateFolder,
    effects: () => watchman.effects,
    async heard(names, count) {
      const before = names.map((name) => heard.get(name) ?? 0);
      while (names.some((name, at) => (heard.get(name) ?? 0) < (before[at] ?? 0) + count)) {
        await new Promise<void>((resolve) => {
          onHeard = resolve;
        });
      }
    },
    strike: (point, kill) =>
      new Promise((struck) => {
        watchman.arm({ point, kill, struck, awaited: null });
      }),
    disarm: () => watchman.arm(null),
    close() {
      for (const server of servers) void server.then(({ close }) => close());
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
}

/** Whether a batch brings the point: how many of its records come to the disk before the kill. */
function endingOf(
  at: Armed,
  records: readonly JournalRecord[],
): { readonly kept: number; readonly struck: Struck } | null {
  const { point, awaited } = at;
  if (point.when === 'record') {
    const last = records.findIndex(({ sequence }) => sequence + 1 === point.record);
    const record = records[last];
    return record === undefined ? null : { kept: last + 1, struck: struckAt(record) };
  }
  // Its outcome is known to the controller, and to nobody else.
  if (awaited !== null && records.some(({ event }) => event.step === awaited.step)) {
    return { kept: 0, struck: awaited.struck };
  }
  if (awaited !== null) return null;
  const begun = records.find(
    ({ event, sequence }) => sequence + 1 >= point.record && event.type === 'performing',
  );
  if (begun !== undefined) {
    at.awaited = { struck: struckAt(begun), step: String(begun.event.step) };
  }
  return null;
}

function struckAt({ event, run, sequence }: JournalRecord): Struck {
  const step = typeof event.step === 'string' ? ` ${event.step}` : '';
  return { run, record: sequence + 1, event: `${event.type}${step}` };
}

function asBody(records: readonly JournalRecord[]): Buffer {
  return Buffer.from(JSON.stringify(records));
}

/** Asks whom it was meant for. `sent` is called once all of it has left. */
function pass(exchange: Exchange, port: number, sent = (): unknown => null): Promise<Answer> {
  const { method, path, headers, body, gone, connection } = exchange;
  return new Promise((resolve, reject) => {
    const request = send({
      host: '127.0.0.1',
      port,
      method,
      path,
      agent: connection,
      signal: gone,
      headers: { ...headers, 'content-length': body.length },
    });
    request.once('error', reject);
    request.once('finish', sent);
    request.once('response', (response) => {
      read(response).then(
        (told) =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: told }),
        reject,
      );
    });
    request.end(body);
  });
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
}

async function serve(
  handler: Handler,
): Promise<{ readonly port: number; readonly close: () => void }> {
  const connections = new WeakMap<Socket, Agent>();
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    const connection = connections.get(request.socket) ?? new Agent();
    handle(handler, request, response, connection).catch(() => request.socket.destroy());
  });
  server.on('connection', (socket: Socket) => {
    const connection = new Agent({ keepAlive: true, maxSockets: 1 });
    connections.set(socket, connection);
    socket.once('close', () => connection.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function handle(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  connection: Agent,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answer = await handler({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: request.headers,
    body: await read(request),
    gone: gone.signal,
    connection,
  });
  if (answer === null) request.socket.destroy();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** A state folder that is the lab's own in all but its layout. */
function facade(layout: TappedLayout): string {
  const folder = mkdtempSync(join(dirname(layout.stateFolder), 'controller-'));
  for (const name of readdirSync(layout.stateFolder)) {
    if (name !== 'layout.json') symlinkSync(join(layout.stateFolder, name), join(folder, name));
  }
  writeFileSync(join(folder, 'layout.json'), JSON.stringify(layout));
  return folder;
}
