import type { Platform } from '@outrigger/model';
import type { ControllerView, Loss, MemoryWorld, Verb } from '@outrigger/recovery';
import type { Draws } from './draws.ts';
import type { Faults, StrikeKind } from './faults.ts';

/** What a strike of the world needs to know of the story that it strikes. */
export interface Struck {
  readonly memory: MemoryWorld;
  readonly platform: Platform;
  readonly draws: Draws;
  readonly faults: Faults;
  /** Whoever drives now. */
  readonly views: () => readonly ControllerView[];
  /** For the tally: what it met. */
  readonly onStruck: (kind: StrikeKind) => void;
  readonly onLine: (line: string) => void;
}

/** One thing that befalls the world, and when. */
export interface Strike {
  readonly name: string;
  readonly kind: StrikeKind;
  readonly after: StrikeMoment;
}

/** After so many records, or ms, or with the record that a step of this verb begins or is done. */
export type StrikeMoment =
  | { readonly records: number }
  | { readonly ms: number }
  | { readonly verb: Verb; readonly says: 'performing' | 'done' };

/** What befalls the world while a recovery runs; losses are drawn apart from these. */
const duringKinds: readonly [StrikeKind, ...StrikeKind[]] = [
  'zone-loss',
  'zone-loss',
  'region-loss',
  'partition',
  'heal',
  'heal',
  'heal',
  'witness-loss',
  'witness-back',
  'lag',
  'lag-unknown',
  'freeze',
  'freeze',
];

/**
 * Up to four, at any time: also in the middle of the way back, or just as something heals. `verbs`:
 * those of the plan, so that the worst moment of each is met.
 */
export function strikesOf(draws: Draws, phase: string, verbs: readonly Verb[]): readonly Strike[] {
  const count = draws.pick(`${phase} strikes`, [0, 0, 0, 1, 1, 2, 3, 4]);
  return Array.from({ length: count }, (_, index): Strike => {
    const name = `${phase} strike ${index}`;
    const kind = draws.pick(`${name} kind`, duringKinds);
    return { name: `${name} ${kind}`, kind, after: momentOf(draws, name, verbs) };
  });
}

function momentOf(draws: Draws, name: string, verbs: readonly Verb[]): StrikeMoment {
  const [first, ...more] = verbs;
  if (first !== undefined && draws.chance(`${name} by verb`, 0.35)) {
    const says = draws.pick(`${name} says`, ['performing', 'performing', 'done']);
    return { verb: draws.pick(`${name} verb`, [first, ...more]), says };
  }
  return draws.chance(`${name} by records`, 0.7)
    ? { records: draws.between(`${name} records`, 1, 60) }
    : { ms: draws.between(`${name} ms`, 1, 4000) };
}

/** Lets it happen, if it is kept and if there is something that it can happen to. */
export function strike(struck: Struck, { name, kind }: Pick<Strike, 'name' | 'kind'>): void {
  const how = effectOf(struck, name, kind);
  if (how === null || !struck.faults.happens(name)) return;
  struck.onStruck(kind);
  struck.onLine(`${kind} ${how.of}`.trimEnd());
  how.act();
}

interface Effect {
  readonly of: string;
  readonly act: () => void;
}

function effectOf(struck: Struck, name: string, kind: StrikeKind): Effect | null {
  const { draws, memory } = struck;
  const { model } = memory;
  switch (kind) {
    case 'zone-loss':
    case 'region-loss':
    case 'partition': {
      const loss = lossOf(struck, name, kind);
      if (loss === null) return null;
      return { of: loss.zone ?? loss.region, act: () => memory.lose(loss) };
    }
    case 'heal': {
      const lost = [...model.places.lostRegions, ...model.places.lostZones];
      const [first, ...more] = lost;
      if (first === undefined) return null;
      const place = draws.pick(`${name} place`, [first, ...more]);
      return { of: place, act: () => model.heal(place) };
    }
    case 'witness-loss':
      if (model.places.isWitnessLost) return null;
      return { of: '', act: () => model.setWitnessLost(true) };
    case 'witness-back':
      if (!model.places.isWitnessLost) return null;
      return { of: '', act: () => model.setWitnessLost(false) };
    case 'lag':
    case 'lag-unknown':
      return lagOf(struck, name, kind);
    case 'freeze': {
      const forMs = draws.between(`${name} for`, 50, 6000);
      const views = struck.views();
      const view = views[draws.between(`${name} which`, 0, Math.max(0, views.length - 1))];
      return view === undefined ? null : { of: `${forMs} ms`, act: () => view.freeze(forMs) };
    }
    default:
      return null;
  }
}

/** Half of all losses hit where somebody writes. */
function lossOf(
  { draws, memory, platform }: Struck,
  name: string,
  kind: 'zone-loss' | 'region-loss' | 'partition',
): Loss | null {
  const regions = Object.values(platform.regions);
  const [store] = [...memory.model.stores.values()];
  const writer = store?.members.get(store.writer ?? '');
  const atWriter = draws.chance(`${name} at the writer`, 0.5) ? writer : undefined;
  const drawn = regions[draws.between(`${name} region`, 0, regions.length - 1)];
  const region = platform.regions[atWriter?.region ?? drawn?.name ?? ''];
  if (region === undefined) return null;
  if (kind !== 'zone-loss') return { kind, region: region.name, zone: null };
  const any = region.zones[draws.between(`${name} zone`, 0, region.zones.length - 1)]?.name;
  const zone = atWriter?.zone ?? any;
  return zone === undefined ? null : { kind, region: region.name, zone };
}

/** Only while everything is reached: what is out of reach falls behind by the clock alone. */
function lagOf(struck: Struck, name: string, kind: 'lag' | 'lag-unknown'): Effect | null {
  const { draws, memory } = struck;
  const { lostRegions, lostZones } = memory.model.places;
  if (lostRegions.size + lostZones.size > 0) return null;
  const lagMs = draws.pick(`${name} ms`, [40, 300, 1500, 5000, 90_000]);
  const isKnown = kind === 'lag';
  const act = () => {
    for (const store of memory.model.stores.keys()) memory.model.setLag(store, lagMs, isKnown);
  };
  return { of: `${lagMs} ms`, act };
}
