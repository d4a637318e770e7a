import { randomFillSync } from 'node:crypto';

/** W3C Trace Context, level 1: https://www.w3.org/TR/trace-context/ */
export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits: this service's own span. */
  readonly spanId: string;
  readonly parentId: string | null;
  readonly sampled: boolean;
}

const pattern = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;

/** Joins the caller's trace, or starts one when there is none that can be read. */
export function traceOf(traceparent: string | undefined): Trace {
  const match = traceparent === undefined ? null : pattern.exec(traceparent);
  const [, version, traceId, parentId, flags] = match ?? [];
  if (
    version === undefined ||
    traceId === undefined ||
    parentId === undefined ||
    flags === undefined ||
    version === 'ff' ||
    /^0+$/.test(traceId) ||
    /^0+$/.test(parentId)
  ) {
    const fresh = randomIds();
    return { ...fresh, parentId: null, sampled: true };
  }
  return {
    traceId,
    spanId: randomIds().spanId,
    parentId,
    sampled: (parseInt(flags, 16) & 1) === 1,
  };
}

/** The header for a call that this service makes. */
export function traceparentOf(trace: Trace): string {
  return `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;
}

/** Reading the kernel's randomness is the dearest part of a small request: one read serves many. */
const pool = Buffer.alloc(24 * 256);
let used = pool.length;

function randomIds(): { readonly traceId: string; readonly spanId: string } {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const hex = pool.toString('hex', used, used + 24);
  used += 24;
  return { traceId: hex.slice(0, 32), spanId: hex.slice(32) };
}
