import type { LabControl, ZoneState } from './lab-control.ts';

/** What was last heard of each zone, kept fresh by asking all the time. */
export interface Reach {
  isReachable(zone: string): boolean;
  /** The newest answer, and when it was asked for; null when the zone never answered. */
  last(zone: string): { readonly at: number; readonly state: ZoneState } | null;
  /**
   * Asks every zone now, besides the regular questions; called with each answer, or without one.
   */
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

/** Roles change rarely, and a lag that was told grows by the time since. */
const stateIntervalMs = 500;
const stateTimeoutMs = 1_000;

export function watchZones(lab: LabControl): Reach {
  const { probeIntervalMs, probeTimeoutMs, probeThreshold } = lab.layout.timing;
  const last = new Map<string, { at: number; state: ZoneState }>();
  const zones = lab.layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  const answeredAt = new Map<string, number>();

  /** The light question, asked often: whether the zone answers. */
  const look = async (zone: string, sentAt: number): Promise<Look> => {
    const answer = await lab.agent(zone).call('GET', '/readyz', undefined, probeTimeoutMs);
    const answered = answer.kind === 'answered';
    if (answered) answeredAt.set(zone, Math.max(answeredAt.get(zone) ?? 0, sentAt));
    return { zone, sentAt, at: lab.now(), answered };
  };
  /** The whole state costs the zone's databases a query each, so it is asked less often. */
  const ask = async (zone: string): Promise<void> => {
    const sentAt = lab.now();
    const answer = await lab
      .agent(zone)
      .call<ZoneState>('GET', '/state', undefined, stateTimeoutMs);
    if (answer.kind !== 'answered') return;
    answeredAt.set(zone, Math.max(answeredAt.get(zone) ?? 0, sentAt));
    if ((last.get(zone)?.at ?? 0) <= sentAt) last.set(zone, { at: sentAt, state: answer.body });
  };
  let lookedAt = lab.now();
  const lookTimer = setInterval(() => {
    // A detector looks at the same pace, in time with its other probes.
    if (lab.now() - lookedAt < 2 * probeIntervalMs) return;
    const sentAt = lab.now();
    for (const zone of zones) void look(zone, sentAt);
  }, probeIntervalMs);
  const askTimer = setInterval(() => {
    for (const zone of zones) void ask(zone);
  }, stateIntervalMs);
  for (const zone of zones) void ask(zone);

  return {
    isReachable(zone) {
      const known = answeredAt.get(zone);
      if (known === undefined || !last.has(zone)) return false;
      return lab.now() - known < probeIntervalMs * probeThreshold + probeTimeoutMs / 2;
    },
    last: (zone) => last.get(zone) ?? null,
    lookNow(listener) {
      lookedAt = lab.now();
      // One round has one time: what was asked together can be compared.
      for (const zone of zones) void look(zone, lookedAt).then(listener);
    },
    refresh: async () => {
      await Promise.all(zones.map(ask));
    },
    stop: () => {
      clearInterval(lookTimer);
      clearInterval(askTimer);
    },
  };
}
