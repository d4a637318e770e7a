import { discard, type Upstreams } from '../service/upstream.ts';

/**
 * What the orders services say of themselves, asked beforehand so that `/readyz` answers from
 * memory.
 */
export interface Health {
  /** Any of them is ready; never by what was heard before this process stood still. */
  readonly reachable: boolean;
  /** Since when all that answered have known no writer, `performance.now()`; null: one knows it. */
  readonly writerlessSince: number | null;
  stop(): void;
}

/** Soon while it is not ready, because somebody waits for it then. */
const interval = { notReadyMs: 50, readyMs: 250 } as const;
const timeoutMs = 400;
/** One late answer on a busy machine is no reason to send a region's traffic elsewhere. */
const failuresMax = 2;
/**
 * A process that heard nothing for so long stood still, and the region may have been given up
 * meanwhile: its agent has `graceMs` to say so before clients come back.
 */
const standstill = { gapMs: 2_000, graceMs: 1_000 } as const;

interface Answer {
  readonly ready: boolean;
  /** null: it did not say. */
  readonly knowsWriter: boolean | null;
}

const silent: Answer = { ready: false, knowsWriter: null };

/**
 * How long a region may be without a writer before its gateways leave traffic, ms. A failover
 * within the region is over by then, and clients that were sent elsewhere would find nobody either.
 */
const writerlessMsMax = 1_500;

/**
 * Whether writes that come here are lost labour: nobody acknowledges them, as in a region that is
 * cut off from the majority while clients still reach it. `toldAtMs`: when a controller last said
 * something; whoever was admitted just now gets time to find the writer.
 */
export function lacksWriter(
  { writerlessSince }: Pick<Health, 'writerlessSince'>,
  toldAtMs: number,
  nowMs: number,
): boolean {
  if (writerlessSince === null) return false;
  return nowMs - Math.max(writerlessSince, toldAtMs) > writerlessMsMax;
}

export function watchHealth(upstreams: Upstreams, urls: readonly URL[]): Health {
  let reachable = false;
  let writerlessSince: number | null = null;
  let failures = 0;
  let heardAtMs = performance.now();
  let trustedFromMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const ask = async (url: URL): Promise<Answer> => {
    try {
      const answer = await upstreams.call(url, {
        method: 'GET',
        path: '/readyz',
        headers: {},
        body: null,
        timeoutMs,
      });
      if (!Buffer.isBuffer(answer.body)) {
        discard(answer);
        return silent;
      }
      return { ready: answer.status === 200, knowsWriter: knowsWriter(answer.body) };
    } catch {
      return silent;
    }
  };
  const stoodStill = (): boolean => performance.now() - heardAtMs > standstill.gapMs;
  const turn = async (): Promise<void> => {
    const answers = await Promise.all(urls.map(ask));
    if (stopped) return;
    if (stoodStill()) trustedFromMs = performance.now() + standstill.graceMs;
    heardAtMs = performance.now();
    failures = answers.some((answer) => answer.ready) ? 0 : failures + 1;
    reachable = failures === 0 || (reachable && failures < failuresMax);
    if (answers.some((answer) => answer.knowsWriter === true)) writerlessSince = null;
    // Silence says nothing: a busy machine is silent too.
    else if (answers.some((answer) => answer.knowsWriter === false))
      writerlessSince ??= performance.now();
    timer = setTimeout(() => void turn(), reachable ? interval.readyMs : interval.notReadyMs);
  };
  void turn();
  return {
    get reachable() {
      return reachable && !stoodStill() && performance.now() >= trustedFromMs;
    },
    get writerlessSince() {
      return writerlessSince;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** A service of a user's own may say nothing of a writer. */
function knowsWriter(body: Buffer): boolean | null {
  try {
    const said: unknown = JSON.parse(body.toString('utf8'));
    if (typeof said !== 'object' || said === null || !('writer' in said)) return null;
    return said.writer !== null;
  } catch {
    return null;
  }
}
