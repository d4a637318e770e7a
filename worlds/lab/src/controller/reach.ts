import type { LabControl, ZoneState } from './lab-control.ts';

/** What was last heard of each zone, kept fresh by asking all the time. */
export interface Reach {
  isReachable(zone: string): boolean;
  /** The newest answer, and when it was asked for; null when the zone never answered. */
  last(zone: string): { readonly at: number; readonly state: ZoneState } | null;
  /** Asks every zone now, besides the regular questions; called with each answer, or without one. */
  lookNow(listener: (look: Look) => void): void;
  /** Asks every zone and resolves when each has answered, or not in time. */
  refresh(): Promise<void>;
  stop(): void;
}

export interface Look {
  readonly zone: string;
  readonly sentAt: number;
  /** When the answer came, or when the time-out fired. */
  readonly at: number;
  readonly answered: boolean;
}

export function watchZones(lab: LabControl): Reach {
  const { probeIntervalMs, probeTimeoutMs, probeThreshold } = lab.layout.timing;
  const last = new Map<string, { at: number; state: ZoneState }>();
  const zones = lab.layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  const look = async (zone: string): Promise<Look> => {
    const sentAt = lab.now();
    const answer = await lab
      .agent(zone)
      .call<ZoneState>('GET', '/state', undefined, probeTimeoutMs);
    const answered = answer.kind === 'answered';
    if (answered && (last.get(zone)?.at ?? 0) <= sentAt) {
      last.set(zone, { at: sentAt, state: answer.body });
    }
    return { zone, sentAt, at: lab.now(), answered };
  };
  let askedAt = lab.now();
  const timer = setInterval(() => {
    // A detector asks at the same pace, in time with its other probes.
    if (lab.now() - askedAt < 2 * probeIntervalMs) return;
    for (const zone of zones) void look(zone);
  }, probeIntervalMs);
  for (const zone of zones) void look(zone);

  return {
    isReachable(zone) {
      const known = last.get(zone);
      if (known === undefined) return false;
      return lab.now() - known.at < probeIntervalMs * probeThreshold + probeTimeoutMs / 2;
    },
    last: (zone) => last.get(zone) ?? null,
    lookNow(listener) {
      askedAt = lab.now();
      for (const zone of zones) void look(zone).then(listener);
    },
    refresh: async () => {
      await Promise.all(zones.map(look));
    },
    stop: () => clearInterval(timer),
  };
}
