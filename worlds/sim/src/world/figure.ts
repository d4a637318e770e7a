import { type Distribution, type Duration, seeded, type Timing } from '@outrigger/recovery';
import type { DrawSource } from '../sampler.ts';
import type { Spread } from '../step-graph.ts';
import { inMs, toMs, type Unit } from '../units.ts';

/** Of what is no time: a share from 0 to 1, a factor, a number of things, a rate. */
const plainUnits = ['share', 'times', 'count', 'MiB/s'] as const;
export type PlainUnit = (typeof plainUnits)[number];

export function isPlain(unit: string): unit is PlainUnit {
  return plainUnits.some((plain) => plain === unit);
}

/**
 * What a disturbance is made of: a duration, or something plain, with where it comes from.
 */
export interface Figure {
  readonly distribution: Spread;
  readonly unit: Unit | PlainUnit;
  readonly basis: Timing['basis'];
  readonly source: string;
}

/** As `Duration` has it; of what is no duration the ms stand for its own unit. */
export function durationOf({ distribution, unit, basis, source }: Figure): Duration {
  return { distribution: inMs(distribution, isPlain(unit) ? 'ms' : unit), basis, source };
}

/** What never varies: its value, ms where it is a time. */
export function constantOf({ distribution, unit }: Figure): number {
  if (distribution.kind !== 'constant') throw new Error('a figure that varies is drawn');
  const { value } = distribution;
  return isPlain(unit) ? value : toMs(value, unit);
}

const anyShare: Distribution = { kind: 'uniform', lowMs: 0, highMs: 1 };
const evenly: Duration = { distribution: anyShare, basis: 'documented', source: 'chance' };

/** Draws of one run, by name: the same name is the same draw. */
export class RunDraws {
  readonly run: number;
  private readonly source: DrawSource;
  /** Before each name: a run that is planned anew has other luck than before. */
  private scene = '';

  constructor(source: DrawSource, run: number) {
    this.source = source;
    this.run = run;
  }

  ms(name: string, duration: Duration): number {
    return this.source.draw(`${this.scene}${name}`, duration)(this.run);
  }

  planAnew(): void {
    this.scene = 'anew/';
  }

  /** Ms, or in the figure's own unit. */
  value(name: string, figure: Figure): number {
    return this.ms(name, durationOf(figure));
  }

  /** From 0 to 1. */
  share(name: string): number {
    return this.ms(name, evenly);
  }

  happens(name: string, share: Figure): boolean {
    return this.share(name) < constantOf(share);
  }

  /** As many numbers from 0 to 1 as are asked for, one after another. */
  sequence(name: string): () => number {
    return seeded(this.share(name) * 2 ** 32);
  }
}
