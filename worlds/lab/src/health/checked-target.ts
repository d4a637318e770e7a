import { createProbe, type ProbeAnswer } from './probe.ts';

export interface CheckSettings {
  /** Between the beginnings of two checks. */
  readonly intervalMs: number;
  /** The same while the target is unhealthy: somebody may be waiting for it then. */
  readonly unhealthyIntervalMs: number;
  readonly timeoutMs: number;
  /** Bad checks in a row until it is unhealthy. */
  readonly unhealthyThreshold: number;
  /** Good checks in a row until it is healthy again. */
  readonly healthyThreshold: number;
  /**
   * Whether an answer that says "not ready", or a refused connection, turns it at once; only
   * silence, which may be a busy machine, has to repeat then.
   */
  readonly answersCountAtOnce: boolean;
}

export interface CheckedTarget {
  readonly port: number;
  healthy(): boolean;
  /** The newest answer; null before the first. */
  lastAnswer(): ProbeAnswer | null;
  /** Resolves when a check that began after the call has been counted. */
  checkNow(): Promise<void>;
  close(): void;
}

/**
 * Older than this, ms, what was seen says nothing: whoever looks has stood still, and the world has
 * gone on. Several times what the slowest check takes.
 */
const staleAfterMs = 2_000;

export interface HealthCount {
  readonly healthy: boolean;
  /** Answers in a row that speak against `healthy`. */
  readonly against: number;
}

/** Counts one check: the state turns when enough in a row speak against it. */
export function countCheck(
  count: HealthCount,
  answer: ProbeAnswer,
  settings: Pick<CheckSettings, 'unhealthyThreshold' | 'healthyThreshold' | 'answersCountAtOnce'>,
): HealthCount {
  const good = answer === 200;
  if (good === count.healthy) return { healthy: count.healthy, against: 0 };
  const against = count.against + 1;
  const isAnswer = typeof answer === 'number' || answer === 'refused';
  const unhealthyAfter = settings.answersCountAtOnce && isAnswer ? 1 : settings.unhealthyThreshold;
  const needed = count.healthy ? unhealthyAfter : settings.healthyThreshold;
  return against >= needed ? { healthy: good, against: 0 } : { healthy: count.healthy, against };
}

/**
 * Checks a target at fixed times, for ever. It begins as unhealthy. One question is under way at a
 * time; for as long as it is unanswered, each further interval counts as a check that was sent
 * behind it, so that silence turns a healthy target after the time-out and (threshold − 1)
 * intervals, as it does where checks overlap.
 */
export function checkTarget(options: {
  readonly port: number;
  readonly path: string;
  readonly settings: CheckSettings;
  readonly onChange: () => void;
  /** While it answers true nothing is heard from the target: its host is dead, not its process. */
  readonly isDark?: () => boolean;
  /** Whether the end of its connection brings the next check forward. */
  readonly checkWhenLost?: boolean;
}): CheckedTarget {
  const { settings } = options;
  const isDark = options.isDark ?? (() => false);
  const probe = createProbe({
    port: options.port,
    path: options.path,
    onLost: () => {
      if (options.checkWhenLost === true) void checkNow();
    },
  });
  let count: HealthCount = { healthy: false, against: 0 };
  let countedAtMs = 0;
  let last: ProbeAnswer | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  async function hear(limitMs: number): Promise<ProbeAnswer> {
    const startMs = performance.now();
    const answer = isDark() ? 'timeout' : await probe.check(limitMs);
    if (!isDark()) return answer;
    const leftMs = limitMs - (performance.now() - startMs);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, leftMs)));
    return 'timeout';
  }

  async function check(): Promise<void> {
    const startMs = performance.now();
    const waiting = last === 'timeout' && count.healthy;
    last = await hear(waiting ? settings.intervalMs : settings.timeoutMs);
    if (closed) return;
    const before = count.healthy;
    count = countCheck(count, last, settings);
    countedAtMs = performance.now();
    const intervalMs = count.healthy ? settings.intervalMs : settings.unhealthyIntervalMs;
    if (last === 'timeout' && !count.healthy) probe.forget();
    const leftMs = Math.max(0, intervalMs - (performance.now() - startMs));
    timer = setTimeout(run, last === 'timeout' && count.healthy ? 0 : leftMs);
    if (count.healthy !== before) options.onChange();
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    running ??= check().finally(() => {
      running = null;
    });
    return running;
  }

  async function checkNow(): Promise<void> {
    // One that is under way may have been answered before the caller's news.
    if (running !== null) await running;
    if (!closed) await run();
  }
  void run();

  return {
    port: options.port,
    healthy: () => count.healthy && performance.now() - countedAtMs < staleAfterMs,
    lastAnswer: () => last,
    checkNow,
    close() {
      closed = true;
      clearTimeout(timer);
      probe.close();
    },
  };
}
