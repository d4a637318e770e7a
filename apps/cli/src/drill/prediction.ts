import {
  type Estimate,
  estimate,
  type JournalRecord,
  type Json,
  type Plan,
  type Quantiles,
  type Timings,
} from '@outrigger/recovery';

/** What was predicted of a phase, or of one run within it, as the drill's journal holds it. */
export interface Prediction {
  readonly phase: string;
  /** Null: of the phase, from before its fault; else of this run, from before its beginning. */
  readonly run: string | null;
  /** Monotonic ms, of the record. */
  readonly journaledAtMs: number;
  readonly detectionMs: number;
  readonly servedMs: Quantiles;
  readonly pauseMs: Quantiles | null;
  /** By the step's id, the median of its own duration, ms. */
  readonly expectedMs: ReadonlyMap<string, number>;
  /** Ids of the steps that the others wait for. */
  readonly critical: ReadonlySet<string>;
  /** Where the plan brings the writes. */
  readonly moved: { readonly from: string | null; readonly to: string } | null;
  /** Whose durations these are. */
  readonly source: string;
}

/** What a drill writes of a plan before it needs it. */
export function predictionOf(
  plan: Plan,
  timings: Timings,
  of: Pick<Prediction, 'phase' | 'run'>,
): { readonly type: 'predicted' } & { readonly [field: string]: Json } {
  const made = estimate(plan, timings);
  const { criticalPath, detectionMs, servedMs, pauseMs, steps, moments, world } = made;
  return {
    type: 'predicted',
    phase: of.phase,
    run: of.run,
    world,
    detectionMs,
    servedMs: { ...servedMs },
    pauseMs: pauseMs === null ? null : { ...pauseMs },
    steps: steps.map(({ id, expectedMs }) => ({ id, expectedMs })),
    criticalPath: [...criticalPath],
    moved: { from: plan.from, to: plan.to },
    source: sourcesOf([...moments, ...steps.filter(({ critical }) => critical)]),
  };
}

function sourcesOf(timed: readonly Pick<Estimate['moments'][number], 'source'>[]): string {
  return [...new Set(timed.map(({ source }) => source))].join('; ');
}

/** Of a drill's journal; what it holds besides predictions is left out. */
export function predictionsIn(records: readonly JournalRecord[]): readonly Prediction[] {
  return records.flatMap(({ event, monotonicMs }): Prediction[] => {
    const servedMs = quantilesIn(event.servedMs);
    if (event.type !== 'predicted' || servedMs === null) return [];
    return [
      {
        phase: String(event.phase),
        run: typeof event.run === 'string' ? event.run : null,
        journaledAtMs: monotonicMs,
        detectionMs: Number(event.detectionMs ?? 0),
        servedMs,
        pauseMs: quantilesIn(event.pauseMs),
        expectedMs: stepsIn(event.steps),
        critical: new Set(Array.isArray(event.criticalPath) ? event.criticalPath.map(String) : []),
        moved: movedIn(event.moved),
        source: String(event.source ?? ''),
      },
    ];
  });
}

function quantilesIn(written: Json | undefined): Quantiles | null {
  if (!isObject(written)) return null;
  const [p10, p50, p90] = [written.p10, written.p50, written.p90];
  const isWhole = typeof p10 === 'number' && typeof p50 === 'number' && typeof p90 === 'number';
  return isWhole ? { p10, p50, p90 } : null;
}

function stepsIn(written: Json | undefined): ReadonlyMap<string, number> {
  const expected = new Map<string, number>();
  for (const step of Array.isArray(written) ? written : []) {
    if (!isObject(step) || typeof step.expectedMs !== 'number') continue;
    expected.set(String(step.id), step.expectedMs);
  }
  return expected;
}

function movedIn(written: Json | undefined): Prediction['moved'] {
  if (!isObject(written) || typeof written.to !== 'string') return null;
  return { from: typeof written.from === 'string' ? written.from : null, to: written.to };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
