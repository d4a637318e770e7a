import {
  createMemoryWorld,
  type DirectWorld,
  type Duration,
  type During,
  type MemoryWorld,
  type MemoryWorldOptions,
} from '@outrigger/recovery';
import { DrawSource } from '../sampler.ts';
import { Changed } from './changes.ts';
import type { Disturbance, Interference, Stage } from './disturbance.ts';
import { RunDraws } from './figure.ts';
import type { WorldTimings } from './own-figures.ts';
import { SimPace } from './sim-pace.ts';

export interface SimWorldOptions
  extends Omit<MemoryWorldOptions, 'isFaithful' | 'pace' | 'around'> {
  /** Whose durations: of AWS, of the lab, or a user's own over them. */
  readonly timings: WorldTimings;
  /** Which of the seed's runs; the first if left out. */
  readonly run?: number;
}

/**
 * The simulated world: what a platform would do (recovery's model of it: who may write, who
 * follows, what is admitted) at the pace of a world's timings, in virtual time. It draws from its
 * seed and the number of its run alone, so the same two give the same run, to the byte.
 */
export function createSimWorld(options: SimWorldOptions): MemoryWorld {
  const source = new DrawSource(options.seed);
  return simRun({ ...options, draws: new RunDraws(source, options.run ?? 0) }).memory;
}

export interface SimRunOptions extends SimWorldOptions {
  readonly draws: RunDraws;
  readonly during?: During;
  /** What is tried, for what it is worth. */
  readonly changed?: Changed;
}

/** The run that is disturbed. */
export interface Disturbed extends Pick<Stage, 'plan' | 'running' | 'spreads'> {
  readonly befalls: (disturbance: string) => void;
}

export interface SimRun {
  readonly memory: MemoryWorld;
  readonly pace: SimPace;
  /** Lets these disturb it, for a run of a plan. Gives what they do, in their order. */
  readonly disturb: (
    disturbances: readonly Disturbance[],
    of: Disturbed,
  ) => readonly Interference[];
}

/** A world for one run, whose draws it shares with those of other runs. */
export function simRun(options: SimRunOptions): SimRun {
  const { draws, during, platform, timings } = options;
  const changed = options.changed ?? new Changed(new Map());
  const interferences: Interference[] = [];
  const drawMs = (name: string, duration: Duration) => draws.ms(name, duration);
  const pace = new SimPace({
    platform,
    timings,
    ...(during === undefined ? {} : { during }),
    drawMs,
    changed,
    now: () => memory.time.now(),
    reaches: ({ region, zone }) => memory.model.reaches(region, zone),
    isCut: (component) => {
      const store = memory.model.stores.get(component);
      const writer = store?.members.get(store.writer ?? '');
      return writer === undefined || !memory.model.reaches(writer.region, writer.zone);
    },
    interferences,
  });
  let met: DirectWorld | null = null;
  const around = (inner: DirectWorld): DirectWorld => {
    met = inner;
    return {
      perform: (action, context, then) => {
        const world = changed.isGone(context.step) ? inner : (met ?? inner);
        world.perform(action, context, then);
      },
      observe: (subject, then) => (met ?? inner).observe(subject, then),
    };
  };
  const memory: MemoryWorld = createMemoryWorld({ ...options, pace, around });
  const disturb: SimRun['disturb'] = (disturbances, { befalls, ...of }) => {
    for (const { disturb: act, name } of disturbances) {
      const interference = act({
        ...of,
        platform,
        memory,
        draws,
        callMs: (of) => drawMs(of, pace.timed('call')),
        noAnswerMs: pace.noAnswerMs,
        own: timings.figures ?? [],
        befalls: () => befalls(name),
      });
      interferences.push(interference);
      if (met !== null) met = interference.world?.(met) ?? met;
    }
    return interferences;
  };
  return { memory, pace, disturb };
}
