import { createProbe, type ProbeAnswer } from './probe.ts';

export interface CheckSettings {
  readonly intervalMs: number;
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
  close(): void;
}

export interface HealthCount {
  readonly healthy: boolean;
  /** Answers in a row that speak against `healthy`. */
  readonly against: number;
}

/** Counts one check: the state turns when enough in a row speak against it. */
export function countCheck(
  count: HealthCount,
  answer: ProbeAnswer,
  settings: Omit<CheckSettings, 'intervalMs' | 'timeoutMs'>,
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
 * Checks a target at fixed times, for ever. It begins as unhealthy. A check that takes longer than
 * the interval delays the next one: checks of a target never overlap.
 */
export function checkTarget(options: {
  readonly port: number;
  readonly path: string;
  readonly settings: CheckSettings;
  readonly onChange: () => void;
  /** While it answers true nothing is heard from the target: its host is dead, not its process. */
  readonly isDark?: () => boolean;
}): CheckedTarget {
  const { settings } = options;
  const probe = createProbe({ ...options, timeoutMs: settings.timeoutMs });
  let count: HealthCount = { healthy: false, against: 0 };
  let last: ProbeAnswer | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function hear(): Promise<ProbeAnswer> {
    const dark = options.isDark ?? (() => false);
    const startMs = performance.now();
    const answer = dark() ? 'timeout' : await probe.check();
    if (!dark()) return answer;
    const leftMs = settings.timeoutMs - (performance.now() - startMs);
    await new Promise((resolve) => {
      timer = setTimeout(resolve, Math.max(0, leftMs));
    });
    return 'timeout';
  }

  async function run(): Promise<void> {
    const startMs = performance.now();
    last = await hear();
    if (closed) return;
    const before = count.healthy;
    count = countCheck(count, last, settings);
    timer = setTimeout(run, Math.max(0, settings.intervalMs - (performance.now() - startMs)));
    if (count.healthy !== before) options.onChange();
  }
  void run();

  return {
    port: options.port,
    healthy: () => count.healthy,
    lastAnswer: () => last,
    close() {
      closed = true;
      clearTimeout(timer);
      probe.close();
    },
  };
}
