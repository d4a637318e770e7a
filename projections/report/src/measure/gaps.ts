/** A stretch without an accepted request: from one acknowledgement to the next. All ms. */
export interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
  /** No acknowledgement ended it inside the window: `toMs` is the window's end. */
  readonly open: boolean;
}

/**
 * How long answers may go on trickling in after a fault (ms) and the outage still be counted from
 * the fault itself: a kill takes some tens of ms to reach a whole region.
 */
export const stragglersMsMax = 100;

/**
 * The longest stretch inside [fromMs, toMs] without an acknowledgement. What lies outside the
 * window does not count; an acknowledgement just before or after it bounds the first and last one.
 */
export function longestGap(sortedAcksMs: readonly number[], fromMs: number, toMs: number): Gap {
  let longest: Gap | null = null;
  let previous = fromMs;
  for (let index = firstAtOrAfter(sortedAcksMs, fromMs); index < sortedAcksMs.length; index += 1) {
    const ack = sortedAcksMs[index] as number;
    if (ack > toMs) break;
    if (longest === null || ack - previous > longest.toMs - longest.fromMs) {
      longest = { fromMs: previous, toMs: ack, open: false };
    }
    previous = ack;
  }
  if (longest === null || toMs - previous > longest.toMs - longest.fromMs) {
    longest = { fromMs: previous, toMs: Math.max(previous, toMs), open: true };
  }
  return longest;
}

/**
 * The outage that a fault caused: the longest stretch after the fault without an acknowledgement.
 *
 * It is counted from the fault when writes were accepted after it only as stragglers: for no longer
 * than `stragglersMsMax` and for a shorter time than the stretch lasts. Otherwise clients were
 * served after the fault (a lease that lapses later, an unrelated hiccup), and the stretch itself
 * is the outage.
 */
export function outageAfter(
  sortedAcksMs: readonly number[],
  faultMs: number,
  endMs: number,
): { readonly gap: Gap; readonly outageMs: number } {
  const gap = longestGap(sortedAcksMs, faultMs, endMs);
  const lengthMs = gap.toMs - gap.fromMs;
  const servedMs = gap.fromMs - faultMs;
  const fromFault = servedMs <= stragglersMsMax && servedMs < lengthMs;
  return { gap, outageMs: fromFault ? gap.toMs - faultMs : lengthMs };
}

/** Index of the first value that is not below `value`, in a sorted list. */
export function firstAtOrAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nearest-rank percentile of a sorted list: a value that was measured, never one in between. */
export function percentile(sorted: readonly number[], percent: number): number | null {
  if (sorted.length === 0) return null;
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))] as number;
}

export function ascending(left: number, right: number): number {
  return left - right;
}
