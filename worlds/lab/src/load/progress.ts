import type { RequestRecord } from '@outrigger/report';
import { createSample } from './lateness.ts';
import type { LoadCommand, LoadStatus } from './messages.ts';

type Await = Extract<LoadCommand, { type: 'await' }>;

interface Waiter {
  readonly id: number;
  readonly what: Await['what'];
  /** Only requests due from here on count; a failure that was due later moves it. */
  fromMs: number;
  strict: boolean;
  /** `<client> read`, `<client> write`: what must still be answered. */
  pending: Set<string>;
}

/**
 * What the live progress shows and what the drill waits for, from each request as it ends. Nothing
 * here is measured from: the figures come from the ledger.
 */
export function createProgress(clients: readonly string[], reached: (id: number) => void) {
  const latencies = createSample();
  const totals = { answered: 0, failed: 0, directAcks: 0 };
  const latest = {
    writeAckMs: null as number | null,
    readAckMs: null as number | null,
    failedDueMs: null as number | null,
  };
  let since = { answered: 0, failed: 0 };
  let errors: Record<string, number> = {};
  let direct: Record<string, number> = {};
  let waiters: Waiter[] = [];
  const everybody = clients.flatMap((client) => [`${client} read`, `${client} write`]);

  const settle = (record: RequestRecord): void => {
    const kind = record.operation === 'read' ? 'read' : 'write';
    for (const waiter of waiters) {
      const counts = waiter.strict ? record.dueMs > waiter.fromMs : record.dueMs >= waiter.fromMs;
      if (!counts) continue;
      if (record.outcome === 'acked') {
        waiter.pending.delete(waiter.what === 'served' ? `${record.client} ${kind}` : kind);
      } else if (waiter.what === 'served') {
        waiter.fromMs = record.dueMs;
        waiter.strict = true;
        waiter.pending = new Set(everybody);
      }
    }
    const done = waiters.filter((waiter) => waiter.pending.size === 0);
    if (done.length === 0) return;
    waiters = waiters.filter((waiter) => waiter.pending.size > 0);
    for (const waiter of done) reached(waiter.id);
  };

  return {
    totals,
    ended(record: RequestRecord, error: string | null): void {
      if (record.outcome === 'acked') {
        since.answered += 1;
        totals.answered += 1;
        latencies.add(record.endMs - record.dueMs);
        if (record.operation === 'read') latest.readAckMs = record.endMs;
        else latest.writeAckMs = record.endMs;
      } else {
        since.failed += 1;
        totals.failed += 1;
        latest.failedDueMs = Math.max(record.dueMs, latest.failedDueMs ?? record.dueMs);
        errors[error ?? 'other'] = (errors[error ?? 'other'] ?? 0) + 1;
      }
      if (waiters.length > 0) settle(record);
    },
    directAck(member: string): void {
      totals.directAcks += 1;
      direct[member] = (direct[member] ?? 0) + 1;
    },
    wait(command: Await): void {
      waiters.push({
        id: command.id,
        what: command.what,
        fromMs: command.afterMs,
        strict: false,
        pending: new Set(command.what === 'served' ? everybody : [command.what]),
      });
    },
    takeStatus(atMs: number, inFlight: number, epoch: number | null): LoadStatus {
      const latency = latencies.take();
      const status: LoadStatus = {
        type: 'status',
        atMs,
        ...since,
        latencyMs: latency === null ? null : { p50: latency.p50, p99: latency.p99 },
        inFlight,
        lastWriteAckMs: latest.writeAckMs,
        lastReadAckMs: latest.readAckMs,
        lastFailedDueMs: latest.failedDueMs,
        errors,
        epoch,
        direct,
      };
      since = { answered: 0, failed: 0 };
      errors = {};
      direct = {};
      return status;
    },
  };
}

export type Progress = ReturnType<typeof createProgress>;
