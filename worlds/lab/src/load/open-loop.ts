import type { RequestRecord } from '@outrigger/report';
import { monotonicMs } from '../control/clock.ts';
import type { Clients, Intent } from './clients.ts';
import type { EntryAnswer, EntryClient, EntryResult, InFlight } from './entry-client.ts';
import { judge } from './outcome.ts';
import type { Arrival } from './schedule.ts';

export interface OpenLoop {
  /** Sends nothing that is due later; resolves when all that was sent has ended. */
  finish(): Promise<void>;
  /** Resolves when every request due before this call has ended. */
  settled(): Promise<void>;
  inFlight(): number;
}

/** The highest epoch of an accepted write: shared by all clients, and by warm-up and load. */
export interface EpochSeen {
  highest: number | null;
}

export interface OpenLoopOptions {
  readonly entry: EntryClient;
  readonly clients: Clients;
  readonly schedule: { next(): Arrival };
  /** Monotonic ms that the schedule and the records count from. */
  readonly originMs: number;
  readonly timeoutMs: number;
  readonly epoch: EpochSeen;
  /** The moment at which answers came in, monotonic ms. */
  readonly answeredAtMs: () => number;
  readonly onLateness: (lateMs: number) => void;
  readonly onEnd: (record: RequestRecord, error: string | null) => void;
}

interface Pending {
  readonly intent: Intent;
  readonly client: number;
  readonly dueMs: number;
  readonly sentMs: number;
  ended: boolean;
  inFlight: InFlight | null;
}

/** How often time-outs are looked at once nothing is sent any more, ms. */
const drainTickMs = 10;
/** The queue is shortened when it begins with more requests than this that have ended. */
const endedKeptMax = 128;

/**
 * Sends each request when it is due, whatever became of those before it. One timer drives it all:
 * time-outs are equal, so they fall due in the order of sending and need no timer of their own.
 */
export function startOpenLoop(options: OpenLoopOptions): OpenLoop {
  const { originMs, timeoutMs } = options;
  const sent = sentInOrder();
  let open = 0;
  let stopping = false;
  let upcoming = options.schedule.next();
  let waiting: { readonly beforeMs: number; readonly resolve: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  const sinceOrigin = (): number => monotonicMs() - originMs;

  const end = (pending: Pending, result: EntryResult | 'timeout'): void => {
    if (pending.ended) return;
    pending.ended = true;
    open -= 1;
    const wasSent = pending.inFlight?.sent() ?? false;
    if (result === 'timeout') pending.inFlight?.abandon();
    const endMs = Math.max(options.answeredAtMs() - originMs, pending.sentMs);
    const { record, error } = conclude(pending, result, wasSent, endMs, options);
    options.onEnd(record, error);
    advance();
  };

  /** Tells those who waited for what has ended by now. */
  const advance = (): void => {
    if (waiting.length === 0) return;
    const unsentMs = stopping ? Number.POSITIVE_INFINITY : upcoming.dueMs;
    const oldestMs = sent.oldest()?.dueMs ?? unsentMs;
    const done = waiting.filter((waiter) => oldestMs >= waiter.beforeMs);
    waiting = waiting.filter((waiter) => oldestMs < waiter.beforeMs);
    for (const waiter of done) waiter.resolve();
  };

  const sendDue = (nowMs: number): void => {
    while (upcoming.dueMs <= nowMs) {
      const { dueMs, operation, client } = upcoming;
      const intent = options.clients.intend(operation, client);
      const sentMs = sinceOrigin();
      const pending: Pending = { intent, client, dueMs, sentMs, ended: false, inFlight: null };
      options.onLateness(sentMs - dueMs);
      sent.add(pending);
      open += 1;
      upcoming = options.schedule.next();
      pending.inFlight = options.entry.send(intent.request, (result) => end(pending, result));
    }
  };

  const expire = (nowMs: number): void => {
    for (;;) {
      const oldest = sent.oldest();
      if (oldest === null || oldest.dueMs + timeoutMs > nowMs) return;
      end(oldest, 'timeout');
    }
  };

  const tick = (): void => {
    if (!stopping) sendDue(sinceOrigin());
    expire(sinceOrigin());
    advance();
    if (stopping && open === 0) return;
    const untilDueMs = Math.ceil(upcoming.dueMs - sinceOrigin());
    timer = setTimeout(tick, stopping ? drainTickMs : Math.max(1, untilDueMs));
  };
  tick();

  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push({ beforeMs: sinceOrigin(), resolve });
      advance();
    });
  return {
    settled,
    inFlight: () => open,
    finish() {
      clearTimeout(timer);
      sendDue(sinceOrigin());
      stopping = true;
      const done = settled();
      tick();
      return done;
    },
  };
}

/** What was sent, in its order; what has ended is forgotten once it is the oldest. */
function sentInOrder() {
  const queue: Pending[] = [];
  let head = 0;
  return {
    add: (pending: Pending): unknown => queue.push(pending),
    /** Of what has not ended; null when all has. */
    oldest(): Pending | null {
      while (queue[head]?.ended === true) head += 1;
      if (head > endedKeptMax) {
        queue.splice(0, head);
        head = 0;
      }
      return queue[head] ?? null;
    },
  };
}

function conclude(
  pending: Pending,
  result: EntryResult | 'timeout',
  sent: boolean,
  endMs: number,
  options: OpenLoopOptions,
): { readonly record: RequestRecord; readonly error: string | null } {
  const { operation, client, number, key, picture } = pending.intent;
  const answer = result !== 'timeout' && result.kind === 'answered' ? result.answer : null;
  const said = answer === null ? null : saidIn(answer, operation);
  const whyNone = result === 'timeout' || result.kind === 'answered' ? 'timeout' : result.why;
  const exchange = { sent, answer: answer && said && { status: answer.status, ...said } };
  const { outcome, error } = judge(operation, exchange, options.epoch.highest, whyNone);
  if (operation !== 'read' && outcome === 'acked') {
    options.epoch.highest = said?.epoch ?? options.epoch.highest;
    const id = operation === 'upload' ? picture : said?.id;
    if (typeof id === 'string') options.clients.remember(operation, pending.client, id);
  }
  return {
    error,
    record: {
      dueMs: pending.dueMs,
      endMs,
      operation,
      client,
      number,
      key,
      outcome,
      status: answer?.status ?? null,
      epoch: said?.epoch ?? null,
      region: said?.region ?? null,
      picture,
    },
  };
}

interface Said {
  readonly epoch: number | null;
  readonly region: string | null;
  readonly told: string | null;
  readonly id: string | null;
}

/** What the storefront answers to a write, and to anything that failed; each may be missing. */
interface WriteBody {
  readonly id?: unknown;
  readonly epoch?: unknown;
  readonly region?: unknown;
  readonly outcome?: unknown;
}

/**
 * The header says under which epoch it was answered, which is what an acknowledgement is judged by;
 * a repeated write's body may name an older one, under which its row was written.
 */
export function saidIn(answer: EntryAnswer, operation: Intent['operation']): Said {
  const failed = answer.status >= 400;
  const body: WriteBody = operation === 'read' && !failed ? {} : parseObject(answer.body);
  const header = (name: string): string | null => {
    const value = answer.headers[name];
    return typeof value === 'string' ? value : null;
  };
  const epoch = Number(header('x-outrigger-epoch') ?? body.epoch ?? Number.NaN);
  const id = body.id;
  return {
    epoch: Number.isSafeInteger(epoch) ? epoch : null,
    region: typeof body.region === 'string' ? body.region : header('x-outrigger-region'),
    told: typeof body.outcome === 'string' ? body.outcome : null,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
  };
}

function parseObject(body: Buffer): WriteBody {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
