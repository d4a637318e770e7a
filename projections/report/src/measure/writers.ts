import type { DirectAck, RequestRecord, Timeline } from '../types.ts';
import { ascending } from './gaps.ts';

/** An acknowledged write of whoever it was, by the epoch that acknowledged it. */
export interface EpochAck {
  readonly epoch: number;
  readonly atMs: number;
}

/** Every acknowledgement there is: of the direct clients and of the clients at the entry. */
export function epochAcks(
  requests: readonly RequestRecord[],
  directAcks: readonly DirectAck[],
): readonly EpochAck[] {
  const acks: EpochAck[] = [];
  for (const ack of directAcks) acks.push({ epoch: ack.epoch, atMs: ack.atMs });
  for (const request of requests) {
    if (request.operation === 'read' || request.outcome !== 'acked') continue;
    if (request.epoch !== null) acks.push({ epoch: request.epoch, atMs: request.endMs });
  }
  return acks;
}

/**
 * How long two writers acknowledged at once, as far as it was seen at or after `fromMs` and before
 * `toMs`: the last acknowledgement of an epoch minus the first of any higher one, floored at 0, at
 * its worst. The higher epoch may have begun in an earlier phase: a thawed writer is found then.
 */
export function dualWriterMs(acks: readonly EpochAck[], fromMs: number, toMs: number): number {
  const firstOf = new Map<number, number>();
  const lastOf = new Map<number, number>();
  for (const ack of acks) {
    firstOf.set(ack.epoch, Math.min(ack.atMs, firstOf.get(ack.epoch) ?? Number.POSITIVE_INFINITY));
    if (ack.atMs < fromMs || ack.atMs >= toMs) continue;
    lastOf.set(ack.epoch, Math.max(ack.atMs, lastOf.get(ack.epoch) ?? Number.NEGATIVE_INFINITY));
  }
  const epochs = [...firstOf.keys()].sort(ascending).reverse();
  let firstHigherMs = Number.POSITIVE_INFINITY;
  let worstMs = 0;
  for (const epoch of epochs) {
    const lastMs = lastOf.get(epoch);
    if (lastMs !== undefined) worstMs = Math.max(worstMs, lastMs - firstHigherMs);
    firstHigherMs = Math.min(firstHigherMs, firstOf.get(epoch) as number);
  }
  return worstMs;
}

/**
 * Who wrote when: one span for each member and epoch, cut where it was silent for longer than
 * `silenceMsMax` (dead, frozen, or no client got through).
 */
export function writerSpans(
  directAcks: readonly DirectAck[],
  zoneOf: (member: string) => string,
  silenceMsMax: number,
): Timeline['writers'] {
  const times = new Map<string, { readonly ack: DirectAck; readonly atMs: number[] }>();
  for (const ack of directAcks) {
    const key = `${ack.epoch} ${ack.member}`;
    const entry = times.get(key) ?? { ack, atMs: [] };
    entry.atMs.push(ack.atMs);
    times.set(key, entry);
  }
  const spans: Timeline['writers'][number][] = [];
  for (const { ack, atMs } of times.values()) {
    atMs.sort(ascending);
    let fromMs = atMs[0] as number;
    let toMs = fromMs;
    const close = (): void => {
      spans.push({ member: ack.member, zone: zoneOf(ack.member), epoch: ack.epoch, fromMs, toMs });
    };
    for (const next of atMs) {
      if (next - toMs > silenceMsMax) {
        close();
        fromMs = next;
      }
      toMs = next;
    }
    close();
  }
  return spans.sort((left, right) => left.fromMs - right.fromMs || left.epoch - right.epoch);
}

/** When requests were acknowledged within a window, in order, so that gaps can be looked up. */
export function sortedAcks(
  requests: readonly RequestRecord[],
  of: (request: RequestRecord) => boolean,
  within: { readonly startMs: number; readonly endMs: number },
): readonly number[] {
  const times: number[] = [];
  for (const request of requests) {
    if (request.outcome !== 'acked' || !of(request)) continue;
    if (request.endMs >= within.startMs && request.endMs <= within.endMs) times.push(request.endMs);
  }
  return times.sort(ascending);
}
