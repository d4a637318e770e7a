import { clientsWaitFor, type Duration, type Plan, type Timings } from '@outrigger/recovery';
import type { CriticalPath, PathPart, PathStep } from './critical-path.ts';
import { drawNames } from './draw-names.ts';
import type { Drawn, PlanRun } from './plan-run.ts';

/** What a run waited for, by the name of the draw, and for how long, ms. */
type Waited = ReadonlyMap<string, { readonly drawn: Drawn; readonly ms: number }>;

/** From where to where, by share of all runs: as the evaluator's critical path has them. */
const bands = { typical: [0.49, 0.51], tail: [0.985, 0.995] } as const;

/** Runs that are kept to be looked at again: what else a run waits for takes some hundred bytes. */
export const engineRunsKept = 20_000;

/**
 * The critical path of runs that went through the engine: each is walked back from what ended last,
 * every time to the step that was waited for longest.
 */
export class EnginePath {
  private readonly plan: Plan;
  private readonly timings: Timings;
  private readonly of: 'served' | 'pause';
  private readonly kept: { readonly ms: number; readonly waited: Waited }[] = [];
  private readonly known = new Map<string, Drawn>();

  constructor(plan: Plan, timings: Timings, of: 'served' | 'pause') {
    this.plan = plan;
    this.timings = timings;
    this.of = of;
  }

  add(run: PlanRun, ms: number): void {
    if (this.kept.length >= engineRunsKept) return;
    const plan = run.anew?.plan ?? this.plan;
    const waited = waitedIn(plan, this.timings, this.of, run);
    for (const [name, { drawn }] of waited) this.known.set(name, drawn);
    this.kept.push({ ms, waited });
  }

  path(): CriticalPath {
    const { kept, of } = this;
    const sorted = Float64Array.from(kept, ({ ms }) => ms).sort();
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    const sums = ([from, to]: readonly [number, number]) => new PathSums(kept, at(from), at(to));
    const typical = sums(bands.typical);
    const tail = sums(bands.tail);
    const onPath = (name: string) => kept.filter(({ waited }) => waited.has(name)).length;
    const steps = [...this.known].map(([step, { duration }]): PathStep => {
      const { basis, source } = duration;
      const share = onPath(step) / kept.length;
      return { step, basis, source, onPath: share, typical: typical.of(step), tail: tail.of(step) };
    });
    steps.sort((one, other) => other.tail.ms - one.tail.ms);
    return {
      of,
      runs: kept.length,
      typical: typical.part(steps, 'typical'),
      tail: tail.part(steps, 'tail'),
      steps,
      decisions: [],
    };
  }
}

/** Sums over the runs of a band; the values at its edges are in it, so it is never empty. */
class PathSums {
  private readonly byName = new Map<string, number>();
  private readonly runs: number;
  private readonly wholeMs: number;

  constructor(
    kept: readonly { readonly ms: number; readonly waited: Waited }[],
    fromMs: number,
    toMs: number,
  ) {
    const inside = kept.filter(({ ms }) => ms >= fromMs && ms <= toMs);
    this.runs = inside.length;
    this.wholeMs = inside.reduce((sum, { ms }) => sum + ms, 0);
    for (const { waited } of inside) {
      for (const [name, { ms }] of waited) this.byName.set(name, (this.byName.get(name) ?? 0) + ms);
    }
  }

  of(step: string): PathStep['typical'] {
    const ms = this.byName.get(step) ?? 0;
    return { ms: ms / this.runs, share: this.wholeMs === 0 ? 0 : ms / this.wholeMs };
  }

  part(steps: readonly PathStep[], of: 'typical' | 'tail'): PathPart {
    const assumed = steps.filter(({ basis }) => basis === 'assumed');
    return {
      runs: this.runs,
      meanMs: this.wholeMs / this.runs,
      assumedShare: assumed.reduce((sum, step) => sum + step[of].share, 0),
    };
  }
}

/** Walks one run back from what ended last, every time to what it waited for longest. */
export function waitedIn(
  plan: Plan,
  timings: Timings,
  of: 'served' | 'pause',
  run: PlanRun,
): Waited {
  const waited = new Map<string, { readonly drawn: Drawn; readonly ms: number }>();
  const add = (drawn: Drawn, ms: number) => {
    if (ms <= 0) return;
    waited.set(drawn.name, { drawn, ms: (waited.get(drawn.name)?.ms ?? 0) + ms });
  };
  const fromMs = of === 'pause' ? (run.heldMs ?? 0) : 0;
  const detect = run.draws.find(({ name, step }) => step === null && name === 'detect');
  const begunMs = Math.max(fromMs, run.anew?.atMs ?? detect?.ms ?? 0);
  const last =
    of === 'pause'
      ? (plan.handover?.closes ?? [])
      : clientsWaitFor(plan, timings).map(({ id }) => id);
  const after = new Map(plan.steps.map((step) => [step.id, step.after]));
  const rounds = roundsOf(run);
  const latest = (ids: Iterable<string>, untilMs: number) => {
    let best: Round | null = null;
    for (const id of ids) {
      const round = rounds.get(id)?.findLast(({ endMs }) => endMs <= untilMs);
      if (round !== undefined && (best === null || round.endMs > best.endMs)) best = round;
    }
    return best;
  };
  // An approval that had lapsed is asked for again when another step, the last by then, is done.
  const before = ({ againMs, endMs, id }: Round) =>
    againMs === null ? latest(after.get(id) ?? [], endMs) : latest(rounds.keys(), againMs);
  for (let round = latest(last, Number.POSITIVE_INFINITY); round !== null; round = before(round)) {
    const { againMs, endMs, id } = round;
    if (endMs <= fromMs) break;
    // The hold begins inside what was waited for at most once: only what is after it counts. Of an
    // approval that lapsed each round counts for itself.
    const beforeMs = before(round)?.endMs ?? begunMs;
    const startMs = againMs ?? beforeMs;
    // Until it was seen to have lapsed, something went on that never ended.
    const name = drawNames.heldUp(id);
    add({ step: id, name, ms: startMs - beforeMs, duration: unseen }, startMs - beforeMs);
    let leftMs = endMs - Math.max(fromMs, startMs);
    for (const drawn of run.draws.filter(({ step }) => step === id).reverse()) {
      add(drawn, Math.min(drawn.ms, leftMs));
      leftMs -= drawn.ms;
    }
  }
  if (of === 'pause' && run.status === 'went-back' && run.pauseMs !== null) {
    const ms = run.pauseMs;
    add({ step: null, name: drawNames.wentBack, ms, duration: thereAndBack }, ms);
  }
  const moments =
    of === 'pause' ? ['first-write'] : ['detect', drawNames.planAnew, 'serve', 'ttl', 'forget'];
  for (const drawn of run.draws) {
    if (drawn.step === null && moments.includes(drawn.name)) add(drawn, drawn.ms);
  }
  return waited;
}

const unseen: Duration = {
  distribution: { kind: 'constant', ms: 0 },
  basis: 'assumed',
  source: 'until it was seen that an approval had lapsed',
};

/** A move that was undone has no last step: the pause is told as a whole. */
const thereAndBack: Duration = {
  distribution: { kind: 'constant', ms: 0 },
  basis: 'assumed',
  source: 'a move that was undone, and its way back',
};

/** A step until it was done; an approval that lapses has another. */
interface Round {
  readonly id: string;
  /** When it lapsed before; null: it is the first. */
  readonly againMs: number | null;
  readonly endMs: number;
}

/** By step, in their order; of a plan that took the place of another only its own. */
function roundsOf({ anew, records }: PlanRun): ReadonlyMap<string, readonly Round[]> {
  const rounds = new Map<string, Round[]>();
  const lapsedMs = new Map<string, number>();
  for (const { event, monotonicMs } of records) {
    if (monotonicMs < (anew?.atMs ?? 0)) continue;
    if (event.type === 'lapsed') lapsedMs.set(event.step, monotonicMs);
    if (event.type !== 'done' && event.type !== 'approved') continue;
    const { step: id } = event;
    const round = { id, againMs: lapsedMs.get(id) ?? null, endMs: monotonicMs };
    const known = rounds.get(id);
    if (known === undefined) rounds.set(id, [round]);
    else known.push(round);
  }
  return rounds;
}
