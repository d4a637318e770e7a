/** Who looks at an endpoint, and how: each checker by itself, at its own phase. */
export interface HealthChecks {
  /** When each checker probes first, ms after the failure; one a checker. */
  readonly phasesMs: readonly number[];
  readonly intervalMs: number;
  /** So many alike in a row turn a checker's mind. */
  readonly threshold: number;
  /** Until a probe that is not answered counts as failed, ms. */
  readonly timeoutMs: number;
  /** Unhealthy while no more than this share of the checkers call it healthy. */
  readonly healthyShareMax: number;
}

/**
 * When the checkers, who all called it healthy, have come to call an endpoint unhealthy, ms; null
 * when they have not until then. Without an end it has to come: every probe has to fail some time.
 */
export function unhealthyAtMs(
  { phasesMs, intervalMs, threshold, timeoutMs, healthyShareMax }: HealthChecks,
  fails: (checker: number, probe: number) => boolean,
  untilMs = Number.POSITIVE_INFINITY,
): number | null {
  const minds = phasesMs.map((phaseMs, checker) => ({
    phaseMs,
    checker,
    isHealthy: true,
    alike: 0,
  }));
  minds.sort((one, other) => one.phaseMs - other.phaseMs);
  let healthy = minds.length;
  for (let probe = 0; probe * intervalMs < untilMs; probe += 1) {
    for (const mind of minds) {
      const isAnswered = !fails(mind.checker, probe);
      mind.alike = isAnswered === mind.isHealthy ? 0 : mind.alike + 1;
      if (mind.alike < threshold) continue;
      mind.isHealthy = isAnswered;
      mind.alike = 0;
      healthy += isAnswered ? 1 : -1;
      if (healthy > healthyShareMax * minds.length) continue;
      return mind.phaseMs + probe * intervalMs + timeoutMs;
    }
  }
  return null;
}
