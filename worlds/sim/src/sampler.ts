import type { Duration } from '@outrigger/recovery';
import { addConstant, addLognormal, addUniform, type Column, newColumn } from './column.ts';
import {
  fillStream,
  newStream,
  runsPerChunk,
  type Stream,
  type StreamKey,
  streamKey,
} from './generator.ts';
import { lognormalTable, type QuantileTable } from './quantile-table.ts';
import type { Draw } from './step-graph.ts';
import { distributionOf, drawOf } from './units.ts';

/** A distribution made ready to be drawn from, in ms. */
export type Sampler =
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly lowMs: number; readonly highMs: number }
  | { readonly kind: 'lognormal'; readonly table: QuantileTable };

/** Makes samplers; draws of the same distribution share its table, which is 64 KiB. */
export class Samplers {
  private readonly tables = new Map<string, QuantileTable>();

  of(draw: Draw): Sampler {
    const distribution = distributionOf(draw);
    if (distribution.kind !== 'lognormal') return distribution;
    const { medianMs, p99Ms } = distribution;
    const name = `${medianMs} ${p99Ms}`;
    const table = this.tables.get(name) ?? lognormalTable(medianMs, p99Ms);
    this.tables.set(name, table);
    return { kind: 'lognormal', table };
  }
}

/** Adds to each run of a chunk what it draws. */
export function addDraw(
  into: Column,
  sampler: Sampler,
  key: StreamKey,
  chunk: number,
  stream: Stream,
): void {
  if (sampler.kind !== 'constant') fillStream(stream, key, chunk);
  switch (sampler.kind) {
    case 'constant':
      addConstant(into, sampler.ms);
      break;
    case 'uniform':
      addUniform(into, stream.bits, sampler.lowMs, sampler.highMs);
      break;
    case 'lognormal':
      addLognormal(into, stream.bits, sampler.table);
      break;
  }
}

/** One draw, run by run: ms. */
export type DrawOfRun = (run: number) => number;

/**
 * Draws one by one, by name and run: to the bit what `evaluateBlock` draws under the same seed. It
 * is for a world that runs the engine, where what happens decides what is drawn. Runs asked for in
 * order cost little; a run out of order costs its chunk of 512.
 */
export class DrawSource {
  private readonly seed: number;
  private readonly samplers = new Samplers();
  private readonly stream = newStream();
  private readonly held = new Map<string, DrawOfRun>();

  constructor(seed: number) {
    this.seed = seed;
  }

  /** A name stands for one draw: what it was first asked with is what it stays. */
  draw(name: string, duration: Duration): DrawOfRun {
    const held = this.held.get(name) ?? this.hold(name, duration);
    this.held.set(name, held);
    return held;
  }

  private hold(name: string, duration: Duration): DrawOfRun {
    const sampler = this.samplers.of(drawOf(duration));
    if (sampler.kind === 'constant') return () => sampler.ms;
    const key = streamKey(this.seed, name);
    const column = newColumn();
    let held = -1;
    return (run) => {
      const chunk = Math.floor(run / runsPerChunk);
      if (chunk !== held) {
        column.fill(0);
        addDraw(column, sampler, key, chunk, this.stream);
        held = chunk;
      }
      return column[run - chunk * runsPerChunk] ?? Number.NaN;
    };
  }
}
