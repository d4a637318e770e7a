import type { LabControl, ZoneState } from './lab-control.ts';

/** What was last heard of each zone, kept fresh by asking all the time. */
export interface Reach {
  isReachable(zone: string): boolean;
  /** The newest answer, and when it was asked for; null when the zone never answered. */
  last(zone: string): { readonly at: number; readonly state: ZoneState } | null;
  /** Called with each answer, and with each question that found none. */
  onLook(listener: (look: Look) => void): void;
  stop(): void;
}

export interface Look {
  readonly zone: string;
  readonly at: number;
  readonly answered: boolean;
  /** How late the timer of this look was, ms: a stalled observer must not blame others. */
  readonly lateMs: number;
}

export function watchZones(lab: LabControl): Reach {
  const { probeIntervalMs, probeTimeoutMs, probeThreshold } = lab.layout.timing;
  const last = new Map<string, { at: number; state: ZoneState }>();
  const listeners: ((look: Look) => void)[] = [];
  const zones = lab.layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  let dueAt = lab.now();

  const look = async (zone: string, lateMs: number): Promise<void> => {
    const at = lab.now();
    const answer = await lab
      .agent(zone)
      .call<ZoneState>('GET', '/state', undefined, probeTimeoutMs);
    const answered = answer.kind === 'answered';
    if (answered && (last.get(zone)?.at ?? 0) <= at) last.set(zone, { at, state: answer.body });
    for (const listener of listeners) listener({ zone, at, answered, lateMs });
  };
  const timer = setInterval(() => {
    const now = lab.now();
    const lateMs = Math.max(0, now - dueAt);
    dueAt = now + probeIntervalMs;
    for (const zone of zones) void look(zone, lateMs);
  }, probeIntervalMs);
  for (const zone of zones) void look(zone, 0);

  return {
    isReachable(zone) {
      const known = last.get(zone);
      if (known === undefined) return false;
      return lab.now() - known.at < probeIntervalMs * probeThreshold + probeTimeoutMs / 2;
    },
    last: (zone) => last.get(zone) ?? null,
    onLook: (listener) => listeners.push(listener),
    stop: () => clearInterval(timer),
  };
}
