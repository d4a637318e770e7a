import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { monotonicMs } from '../control/clock.ts';
import { endOnBrokenInvariant, readLayout, readSecret } from '../control/environment.ts';
import type { LabLayout } from '../layout.ts';
import { askFirst } from './ask-first.ts';
import { createClients } from './clients.ts';
import { type DirectClients, startDirectClients } from './direct.ts';
import { openEntryClient } from './entry-client.ts';
import { createSample } from './lateness.ts';
import {
  type Appender,
  encodeDirectAck,
  encodeRequest,
  ledgerFiles,
  openAppender,
} from './ledger.ts';
import type { LoadCommand, LoadEvent } from './messages.ts';
import { type EpochSeen, type OpenLoop, startOpenLoop } from './open-loop.ts';
import { type LoadOptions, parseLoadOptions } from './options.ts';
import { createProgress, type Progress } from './progress.ts';
import { createSchedule } from './schedule.ts';
import { createTurnClock } from './turn-clock.ts';

const none = { p50: 0, p99: 0, max: 0 };

function say(event: LoadEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** The last word before there is a load. */
function end(event: LoadEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`, () => process.exit(1));
}

async function main(stateFolder: string, given: LoadOptions): Promise<void> {
  const layout = readLayout(stateFolder);
  const entry = openEntryClient(layout.entry.port, given.connectionsMax, given.timeoutMs);
  const served = await askFirst(entry, given.run, given.uploadsPerSecond > 0);
  if ('wrong' in served) return end({ type: 'not-served', problem: served });
  const { skus, withoutUploads } = served;
  const options = withoutUploads === null ? given : { ...given, uploadsPerSecond: 0 };
  const requests = await openAppender(join(options.runFolder, ledgerFiles.requests));
  const directFile = await openAppender(join(options.runFolder, ledgerFiles.direct));
  const epoch: EpochSeen = { highest: null };
  const answeredAtMs = createTurnClock();
  const clientsOf = (prefix: string, seed: number) =>
    createClients({ run: options.run, prefix, count: options.clients, seed, skus });

  const shared = { entry, timeoutMs: options.timeoutMs, epoch, answeredAtMs };
  await warmUp(options, clientsOf('w', options.seed + 1), shared);

  const clients = clientsOf('c', options.seed);
  const progress = createProgress(clients.names, (id) =>
    say({ type: 'reached', id, atMs: sinceOrigin() }),
  );
  const originMs = options.originMs ?? monotonicMs();
  const sinceOrigin = (): number => monotonicMs() - originMs;
  const lateness = { sinceMark: createSample(), total: createSample() };
  const loop = startOpenLoop({
    ...shared,
    clients,
    schedule: createSchedule(options, options.seed, sinceOrigin()),
    originMs,
    onLateness(lateMs) {
      lateness.sinceMark.add(lateMs);
      lateness.total.add(lateMs);
    },
    onEnd(record, error) {
      requests.add(encodeRequest(record));
      progress.ended(record, error);
    },
  });
  const direct = startDirect(stateFolder, layout, options, originMs, answeredAtMs, (ack) => {
    directFile.add(encodeDirectAck(ack));
    progress.directAck(ack.member);
  });
  say({ type: 'started', originMs, atMs: sinceOrigin(), withoutUploads });
  serve({
    options,
    loop,
    direct,
    progress,
    epoch,
    lateness,
    sinceOrigin,
    files: [requests, directFile],
  });
}

/**
 * The same load under other names, so that connections, caches and code are warm. A quarter of it
 * first: code that has never run takes several times as long, and a backlog would keep it busy.
 */
async function warmUp(
  options: LoadOptions,
  clients: ReturnType<typeof createClients>,
  shared: Pick<
    Parameters<typeof startOpenLoop>[0],
    'entry' | 'timeoutMs' | 'epoch' | 'answeredAtMs'
  >,
): Promise<void> {
  if (options.warmUpMs <= 0) return;
  for (const share of [1 / 4, 1]) {
    const rates = {
      ...options,
      writesPerSecond: options.writesPerSecond * share,
      uploadsPerSecond: options.uploadsPerSecond * share,
      readsPerSecond: options.readsPerSecond * share,
    };
    const loop = startOpenLoop({
      ...shared,
      clients,
      schedule: createSchedule(rates, options.seed + 1, 0),
      originMs: monotonicMs(),
      onLateness: () => {},
      onEnd: () => {},
    });
    await new Promise((resolve) => setTimeout(resolve, options.warmUpMs / 2));
    await loop.finish();
  }
}

function startDirect(
  stateFolder: string,
  layout: LabLayout,
  options: LoadOptions,
  originMs: number,
  answeredAtMs: () => number,
  onAck: Parameters<typeof startDirectClients>[0]['onAck'],
): DirectClients | null {
  if (options.directIntervalMs === null) return null;
  return startDirectClients({
    targets: layout.databases.flatMap((database) =>
      database.members.map((member) => ({ member: member.id, proxyPort: member.proxyPort })),
    ),
    password: readSecret(stateFolder, 'postgres-application'),
    intervalMs: options.directIntervalMs,
    answeredAtMs,
    originMs,
    onAck,
  });
}

interface Running {
  readonly options: LoadOptions;
  readonly loop: OpenLoop;
  readonly direct: DirectClients | null;
  readonly progress: Progress;
  readonly epoch: EpochSeen;
  readonly lateness: {
    readonly sinceMark: ReturnType<typeof createSample>;
    readonly total: ReturnType<typeof createSample>;
  };
  readonly sinceOrigin: () => number;
  readonly files: readonly Appender[];
}

/** Answers the drill's commands until it says stop, or until the drill itself is gone. */
function serve(running: Running): void {
  const { loop, progress, sinceOrigin, lateness } = running;
  const status = setInterval(() => {
    say(progress.takeStatus(sinceOrigin(), loop.inFlight(), running.epoch.highest));
    for (const file of running.files) void file.flush();
  }, running.options.statusMs);

  const mark = async (name: string): Promise<void> => {
    const atMs = sinceOrigin();
    await loop.settled();
    await Promise.all(running.files.map((file) => file.flush()));
    say({ type: 'marked', name, atMs, lateness: lateness.sinceMark.take() ?? none });
  };

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await loop.finish();
    running.direct?.stop();
    clearInterval(status);
    await Promise.all(running.files.map((file) => file.close()));
    const { user, system } = process.cpuUsage();
    const late = lateness.total.take() ?? none;
    const cpuMs = (user + system) / 1000;
    const summary: LoadEvent = {
      type: 'stopped',
      atMs: sinceOrigin(),
      ...progress.totals,
      lateness: late,
      cpuMs,
    };
    process.stdout.write(`${JSON.stringify(summary)}\n`, () => process.exit(0));
  };

  // Without the drill nobody reads what is said here: the load ends with it.
  process.stdout.on('error', () => process.exit(0));
  const lines = createInterface({ input: process.stdin });
  lines.on('close', () => void stop());
  lines.on('line', (line) => {
    const command = JSON.parse(line) as LoadCommand;
    if (command.type === 'mark') void mark(command.name);
    else if (command.type === 'await') progress.wait(command);
    else void stop();
  });
}

/**
 * Ahead of what it measures, where the system lets us (it lets root): a measurer that waits for a
 * processor would count its own lateness as the service's.
 */
function goFirst(): void {
  try {
    setPriority(constants.priority.PRIORITY_HIGH);
  } catch {
    // An ordinary user may not; the lateness that is reported says what that costs.
  }
}

endOnBrokenInvariant();
goFirst();
const [, , stateFolder, optionsText] = process.argv;
if (stateFolder === undefined || optionsText === undefined) {
  process.stderr.write('usage: node load/main.ts <state folder> <options as JSON>\n');
  process.exit(2);
}
try {
  await main(stateFolder, parseLoadOptions(optionsText));
} catch (error) {
  end({ type: 'failed', why: error instanceof Error ? error.message : String(error) });
}
