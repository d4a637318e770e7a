/**
 * Tells what is lost from what was seen, and from nothing else. It is as slow as its arguments say
 * and never faster: a region is given up only when its probes fail and its lease has lapsed at
 * everybody else who keeps it. Who can't ask the witness may itself be the one that is cut off, and
 * says nothing.
 */
export interface DetectSettings {
  /** Probes missed in a row that count as a loss. */
  readonly threshold: number;
  /** Probes answered in a row after which a lost place counts as healthy again. */
  readonly healthyThreshold: number;
  /** A timer that fires this much later than due, ms, proves that the observer stood still. */
  readonly stallMs: number;
  /** Zones by region: those that are probed. */
  readonly zones: { readonly [region: string]: readonly string[] };
}

/** One thing seen. All times are the observer's monotonic ms. */
export type Sighting =
  | {
      readonly kind: 'probe';
      readonly region: string;
      readonly zone: string;
      readonly sentAt: number;
      /** When the answer came, or when the timer of the time-out fired. */
      readonly at: number;
      /** When a time-out was due; for an answer, any time not before `at`. */
      readonly dueAt: number;
      /** `writer-down`: the zone answers, its database does not. */
      readonly result: 'answered' | 'missed' | 'writer-down';
    }
  | {
      readonly kind: 'lease';
      readonly at: number;
      readonly component: string;
      /** Where the writer is whose lease it is. */
      readonly region: string;
      readonly zone: string;
      /** What each voter outside the writer's own site says of it. The witness is one of them. */
      readonly votes: { readonly [voter: string]: 'held' | 'lapsed' | 'unknown' };
    };

export type Verdict =
  | {
      readonly kind: 'zone-loss';
      readonly region: string;
      readonly zone: string;
      readonly writer: boolean;
    }
  | {
      readonly kind: 'region-loss';
      readonly region: string;
      readonly zone: null;
      readonly writer: boolean;
    }
  | {
      readonly kind: 'process-crash';
      readonly region: string;
      readonly zone: string;
      readonly writer: true;
    };

interface ZoneSight {
  readonly region: string;
  readonly missed: number;
  readonly answered: number;
  readonly writerDown: number;
  /** When the first of the misses in a row was sent; null when the last probe was answered. */
  readonly missingSince: number | null;
  readonly lastAnsweredSentAt: number | null;
  /** When the newest probe that was missed was sent. */
  readonly lastMissedSentAt: number | null;
  readonly lost: boolean;
}

interface LeaseSight {
  readonly region: string;
  readonly zone: string;
  readonly at: number;
  readonly votes: { readonly [voter: string]: 'held' | 'lapsed' | 'unknown' };
}

export interface DetectState {
  readonly zones: { readonly [zone: string]: ZoneSight };
  readonly leases: { readonly [component: string]: LeaseSight };
  /** Sightings of probes sent before this don't count: the observer stood still. */
  readonly trustFrom: number;
  /** What was said already; it is said again only after the place was healthy in between. */
  readonly said: readonly string[];
}

export interface Detected {
  readonly state: DetectState;
  readonly verdict: Verdict | null;
}

export function startDetecting(settings: DetectSettings): DetectState {
  const zones: { [zone: string]: ZoneSight } = {};
  for (const [region, names] of Object.entries(settings.zones)) {
    for (const zone of names) zones[zone] = unseen(region);
  }
  return { zones, leases: {}, trustFrom: Number.NEGATIVE_INFINITY, said: [] };
}

function unseen(region: string): ZoneSight {
  return {
    region,
    missed: 0,
    answered: 0,
    writerDown: 0,
    missingSince: null,
    lastAnsweredSentAt: null,
    lastMissedSentAt: null,
    lost: false,
  };
}

export function detect(state: DetectState, sighting: Sighting, settings: DetectSettings): Detected {
  if (sighting.kind === 'lease') {
    const { component, region, zone, at, votes } = sighting;
    const leases = { ...state.leases, [component]: { region, zone, at, votes } };
    return judged({ ...state, leases }, settings);
  }
  if (sighting.result === 'missed' && sighting.at - sighting.dueAt > settings.stallMs) {
    return { state: afterStall(state, sighting.at), verdict: null };
  }
  if (sighting.sentAt < state.trustFrom) return { state, verdict: null };
  const before = state.zones[sighting.zone] ?? unseen(sighting.region);
  const zone = seen(before, sighting, settings);
  const zones = { ...state.zones, [sighting.zone]: zone };
  const said =
    zone.lost || zone.answered < settings.healthyThreshold
      ? state.said
      : state.said.filter((place) => place !== sighting.zone && place !== zone.region);
  return judged({ ...state, zones, said }, settings);
}

/** Everything missed so far may be the observer's own fault: it counts from the beginning. */
function afterStall(state: DetectState, at: number): DetectState {
  const zones: { [zone: string]: ZoneSight } = {};
  for (const [name, zone] of Object.entries(state.zones)) {
    zones[name] = zone.lost ? zone : { ...zone, missed: 0, writerDown: 0, missingSince: null };
  }
  return { ...state, zones, trustFrom: at };
}

function seen(
  zone: ZoneSight,
  sighting: Extract<Sighting, { kind: 'probe' }>,
  settings: DetectSettings,
): ZoneSight {
  if (sighting.result === 'missed') {
    const missed = zone.missed + 1;
    const missingSince = zone.missingSince ?? sighting.sentAt;
    const lost = zone.lost || missed >= settings.threshold;
    const lastMissedSentAt = Math.max(zone.lastMissedSentAt ?? sighting.sentAt, sighting.sentAt);
    return { ...zone, missed, missingSince, lastMissedSentAt, answered: 0, lost };
  }
  const answered = zone.answered + 1;
  const writerDown = sighting.result === 'writer-down' ? zone.writerDown + 1 : 0;
  const lost = zone.lost && answered < settings.healthyThreshold;
  const lastAnsweredSentAt = Math.max(zone.lastAnsweredSentAt ?? sighting.sentAt, sighting.sentAt);
  return { ...zone, answered, writerDown, missed: 0, missingSince: null, lost, lastAnsweredSentAt };
}

function judged(state: DetectState, settings: DetectSettings): Detected {
  const verdict =
    lostRegion(state, settings) ?? lostZone(state, settings) ?? crashed(state, settings);
  if (verdict === null) return { state, verdict };
  const place = verdict.zone ?? verdict.region;
  const zones = verdict.zone === null ? (settings.zones[verdict.region] ?? []) : [];
  return { state: { ...state, said: [...state.said, place, ...zones] }, verdict };
}

function lostRegion(state: DetectState, settings: DetectSettings): Verdict | null {
  for (const [region, zones] of Object.entries(settings.zones)) {
    if (state.said.includes(region)) continue;
    if (!zones.every((zone) => state.zones[zone]?.lost)) continue;
    const writer = Object.values(state.leases).some((lease) => lease.region === region);
    if (!mayJudge(state, (lease) => lease.region === region)) continue;
    return { kind: 'region-loss', region, zone: null, writer };
  }
  return null;
}

/**
 * A zone alone is lost only when another zone of its region answered a probe that was sent no
 * earlier than the newest one that the zone missed: otherwise the whole region may be going, its
 * zones a moment apart, and the next probes will tell.
 */
function lostZone(state: DetectState, settings: DetectSettings): Verdict | null {
  for (const [region, zones] of Object.entries(settings.zones)) {
    for (const name of zones) {
      const zone = state.zones[name];
      if (!zone?.lost || zone.lastMissedSentAt === null || state.said.includes(name)) continue;
      const since = zone.lastMissedSentAt;
      const others = zones.filter((other) => other !== name && !state.zones[other]?.lost);
      const answered = others.some((other) => {
        const sight = state.zones[other];
        return (
          sight?.missed === 0 &&
          sight.lastAnsweredSentAt !== null &&
          sight.lastAnsweredSentAt >= since
        );
      });
      if (!answered || !mayJudge(state, (lease) => lease.zone === name)) continue;
      const writer = Object.values(state.leases).some((lease) => lease.zone === name);
      return { kind: 'zone-loss', region, zone: name, writer };
    }
  }
  return null;
}

function crashed(state: DetectState, settings: DetectSettings): Verdict | null {
  for (const { region, zone: name } of Object.values(state.leases)) {
    const zone = state.zones[name];
    if (zone === undefined || zone.lost || zone.writerDown < settings.threshold) continue;
    if (state.said.includes(name) || !mayJudge(state, (lease) => lease.zone === name)) continue;
    return { kind: 'process-crash', region, zone: name, writer: true };
  }
  return null;
}

/**
 * Whether what the voters say allows a verdict on the writers in a place: each of their leases has
 * lapsed at every voter. A place without a writer needs only voters that answer.
 */
function mayJudge(state: DetectState, concerns: (lease: LeaseSight) => boolean): boolean {
  const leases = Object.values(state.leases);
  if (leases.length === 0) return false;
  if (leases.some(({ votes }) => votes.witness === undefined || votes.witness === 'unknown')) {
    return false;
  }
  return leases
    .filter(concerns)
    .every(({ votes }) => Object.values(votes).every((vote) => vote === 'lapsed'));
}
