import { mendName } from '@outrigger/model';
import type { Disturbance } from '@outrigger/sim';
import { refuseArgument } from '../refusal.ts';

/**
 * What `--disturb` knows, as `--help` lists it. It stands here so that help loads no simulator; a
 * test holds it against what the simulator has.
 */
export const disturbanceHelp: readonly (readonly [name: string, about: string])[] = [
  ['checkers', 'each health checker at its own pace, until 82 % agree'],
  ['grey', 'a grey failure: only a share of all requests fails'],
  ['false-alarm', 'what was thought lost is back before the recovery begins'],
  ['back-again', 'what was lost comes back half-way, and goes once more'],
  ['regional', 'a zone’s outage that turns out to be the region’s'],
  ['neighbour', 'the region that takes over is degraded too'],
  ['lag', 'the copies fall behind: a link in trouble, or too many writes'],
  ['stale-names', 'a client may keep a name’s old answer until it is restarted'],
  ['accelerator', 'Global Accelerator fails over by its own checks, at any dial'],
  ['managed', 'a Multi-AZ database fails over by itself, before we notice'],
  ['nodes', 'each node launches, each pod pulls its image: the last counts'],
  ['capacity', 'no machines are to be had for a while'],
  ['quota', 'in some runs the quota of the other region is too low'],
  ['stale-reads', 'a read after our write shows what was before it'],
  ['polling', 'operations answer with a handle and are polled'],
  ['throttling', 'control planes turn calls and reads away: too many at once'],
  ['control-planes', 'a service’s control plane is down with its home region'],
  ['failing', 'an attempt at a step fails now and then'],
  ['hanging', 'an attempt at a step is never answered, done or not'],
  ['late', 'what was done is answered late, by minutes'],
];

/** All of them at once. */
const everything = 'all';

/** Null: nothing was said of the engine or of what disturbs it. */
export async function readDisturbances(words: {
  readonly engine?: boolean;
  readonly disturb?: string;
  readonly world: 'aws' | 'lab';
}): Promise<readonly Disturbance[] | null> {
  const { disturb, engine, world } = words;
  if (disturb === undefined && engine !== true) return null;
  if (disturb !== undefined && world === 'lab') {
    const wrong = 'what disturbs it has AWS’s figures, and those of two worlds are never mixed';
    throw refuseArgument('--disturb', disturb, wrong, 'leave out --world lab');
  }
  return disturb === undefined ? [] : disturbancesNamed(disturb);
}

/** In the order in which they stand around a world, whatever the order of their names is. */
export async function disturbancesNamed(disturb: string): Promise<readonly Disturbance[]> {
  const { disturbances } = await import('@outrigger/sim');
  const names = disturb.split(',').map((name) => name.trim());
  if (names.includes(everything)) return disturbances;
  const known = [...disturbances.map(({ name }) => name), everything];
  for (const name of names) {
    if (known.includes(name)) continue;
    const wrong = name === '' ? 'nothing is named' : `nothing that disturbs is called '${name}'`;
    const mend = name === '' ? `name some of: ${known.join(', ')}` : mendName(name, known);
    throw refuseArgument('--disturb', disturb, wrong, mend);
  }
  return disturbances.filter(({ name }) => names.includes(name));
}
