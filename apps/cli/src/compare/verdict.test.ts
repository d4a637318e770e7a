import type { Strategy } from '@outrigger/model';
import type { OutputDistribution } from '@outrigger/sim';
import { describe, expect, test } from 'vitest';
import type { Bill } from '../cost/bill.ts';
import type { Disaster } from './disaster.ts';
import type { Day, Forecast, Outlook } from './forecast.ts';
import { judge } from './verdict.ts';

function bill(counted: number, unpriced: { [name: string]: number } = {}, byUse: string[] = []) {
  const told: Bill = {
    lines: [],
    counted,
    unpriced: new Map(Object.entries(unpriced)),
    byUse: new Set(byUse),
  };
  return told;
}

function output(p99Ms: number, low: number, high: number): OutputDistribution {
  const share = (low + high) / 2;
  return {
    of: 'served',
    runs: 1,
    minMs: 0,
    p50Ms: 0,
    p90Ms: 0,
    p99Ms,
    maxMs: p99Ms,
    meanMs: 0,
    maxRun: 0,
    limits: [{ limitMs: 1, met: 0, share, low, high }],
  };
}

function day(p99Ms: number, low = 0.995, high = 1): Day {
  const rto = output(p99Ms, low, high);
  return { rto, full: output(p99Ms, 0, 1), rpo: output(1, 0.999, 1), stores: [] };
}

/** As bad a day as any other, unless it is said. */
function outlook(p99Ms: number, low = 0.995, high = 1, bad = day(p99Ms, low, high)): Outlook {
  const undisturbed = day(p99Ms, low, high);
  const capacity = { share: 1, reduced: [] };
  const days = { undisturbed, bad, sameUndisturbed: undisturbed, givenUp: 0 };
  const forecast = { ...days, assumedShare: 0, capacity, to: 'b', notes: [] };
  return { known: true, forecast };
}

const of = (
  strategy: Strategy,
  standing: Bill | null,
  told: Outlook,
  disaster: Disaster | null = null,
) => ({ strategy, standing, disaster, outlook: told });

describe('the cheapest that meets both', () => {
  test('is named among those whose whole interval meets them', () => {
    const verdict = judge([
      of('backup-restore', bill(1), outlook(90, 0, 0.01)),
      of('pilot-light', bill(5), outlook(20)),
      of('warm-standby', bill(9), outlook(10)),
      of('active-active', bill(20), outlook(5, 0.98, 0.995)),
    ]);
    expect(verdict.meets).toEqual({
      'backup-restore': 'no',
      'pilot-light': 'yes',
      'warm-standby': 'yes',
      'active-active': 'unknown',
    });
    expect(verdict.cheapest).toBe('pilot-light');
  });

  test('is not named when what has no price could turn it round', () => {
    const verdict = judge([
      of('pilot-light', bill(5, { node: 100 }), outlook(20)),
      of('warm-standby', bill(9, { node: 50 }), outlook(10)),
    ]);
    expect(verdict.cheapest).toBeNull();
    expect(verdict.undecided).toContain('hangs on prices or amounts that are not known');
  });

  test('is named when the other has more of all that is not known', () => {
    const verdict = judge([
      of('pilot-light', bill(5, { node: 50 }, ['files']), outlook(20)),
      of('warm-standby', bill(9, { node: 100 }, ['files', 'traffic']), outlook(10)),
    ]);
    expect(verdict.cheapest).toBe('pilot-light');
  });

  test('has to meet them on a bad day too; what would do on another is told apart', () => {
    const short = outlook(20, 0.995, 1, day(900, 0.7, 0.75));
    const verdict = judge([
      of('pilot-light', bill(5), short),
      of('warm-standby', bill(9), outlook(20)),
    ]);
    expect(verdict).toMatchObject({
      cheapest: 'warm-standby',
      cheapestUndisturbed: 'pilot-light',
      meets: { 'pilot-light': 'no', 'warm-standby': 'yes' },
      meetsUndisturbed: { 'pilot-light': 'yes', 'warm-standby': 'yes' },
      dominatedBy: {},
    });
    const alone = judge([of('pilot-light', bill(5), short)]);
    expect(alone.cheapest).toBeNull();
    expect(alone.undecided).toContain('RTO is met by none (on an undisturbed day by pilot-light)');
  });

  test('is none when none meets them', () => {
    const verdict = judge([of('pilot-light', bill(5), outlook(20, 0, 0.1))]);
    expect(verdict).toMatchObject({ cheapest: null, undecided: expect.stringContaining('no ') });
  });
});

describe('what the runs don’t tell', () => {
  test('is neither met nor missed, and says how many runs would tell', () => {
    const verdict = judge([of('pilot-light', bill(5), outlook(20, 0.989, 0.993))]);
    expect(verdict.meets).toEqual({ 'pilot-light': 'unknown' });
    expect(verdict.undecided).toBe(
      'can’t tell whether a strategy meets both objectives: pilot-light may',
    );
    const open = { strategy: 'pilot-light', objective: 'rto', share: 0.991, low: 0.989 };
    expect(verdict.open).toEqual([
      { ...open, high: 0.993, day: 'undisturbed', runsToTell: 64_000 },
      { ...open, high: 0.993, day: 'bad', runsToTell: 64_000 },
    ]);
  });

  test('is said once where both days have it of the same runs', () => {
    const same = day(20, 0.989, 0.993);
    const told = outlook(20, 0.989, 0.993, same);
    if (!told.known) throw new Error('it is known');
    const forecast = { ...told.forecast, undisturbed: same };
    const verdict = judge([of('pilot-light', bill(5), { known: true, forecast })]);
    expect(verdict.open.map((each) => each.day)).toEqual(['undisturbed']);
  });

  test('too near to what is asked for is told by no number of runs', () => {
    const [open] = judge([of('pilot-light', bill(5), outlook(20, 0.985, 0.995))]).open;
    expect(open?.runsToTell).toBeNull();
  });

  test('is open for one, and none of the others meets both: nobody says that none does', () => {
    const verdict = judge([
      of('backup-restore', bill(1), outlook(90, 0, 0.01)),
      of('pilot-light', bill(5), outlook(20, 0.989, 0.993)),
    ]);
    expect(verdict.undecided).toMatch(/^can’t tell .*: pilot-light may$/);
  });

  test('where none meets both, an objective that may be met is not one that is missed', () => {
    const late = outlook(90, 0, 0.01);
    if (!late.known) throw new Error('it is known');
    const perhaps = output(1, 0.985, 0.995);
    const of2 = (each: Day) => ({ ...each, rpo: perhaps });
    const { bad, undisturbed } = late.forecast;
    const forecast = { ...late.forecast, bad: of2(bad), undisturbed: of2(undisturbed) };
    const verdict = judge([of('pilot-light', bill(5), { known: true, forecast })]);
    expect(verdict.meets).toEqual({ 'pilot-light': 'no' });
    expect(verdict.undecided).toContain('RTO is met by none');
    expect(verdict.undecided).toContain('RPO is met by none, perhaps by pilot-light');
  });
});

describe('dominated', () => {
  test('costs no less and recovers no sooner', () => {
    const verdict = judge([
      of('warm-standby', bill(9), outlook(10)),
      of('active-active', bill(20), outlook(10)),
    ]);
    expect(verdict.dominatedBy).toEqual({ 'active-active': 'warm-standby' });
  });

  test('is nowhere worse: one figure that is better saves it', () => {
    const disaster = { hours: 1, running: 5, reseeding: null, unpriced: new Map() };
    const first = of('pilot-light', bill(5), outlook(10), disaster);
    const other = (more: Partial<Forecast>, running = 6) => {
      const told = outlook(10);
      if (!told.known) throw new Error('it is known');
      const forecast = { ...told.forecast, ...more };
      const dearer = { ...disaster, running };
      return judge([first, of('warm-standby', bill(9), { known: true, forecast }, dearer)]);
    };
    expect(other({}).dominatedBy).toEqual({ 'warm-standby': 'pilot-light' });
    expect(other({}, 4).dominatedBy).toEqual({});
    expect(other({ bad: day(9) }).dominatedBy).toEqual({});
    const sooner = day(10);
    const middle = { ...sooner, rto: { ...sooner.rto, p50Ms: -1 } };
    expect(other({ undisturbed: middle }).dominatedBy).toEqual({});
    const full = { ...sooner, full: { ...sooner.full, p99Ms: 9 } };
    expect(other({ undisturbed: full }).dominatedBy).toEqual({});
    const met = { ...sooner, rto: output(10, 0.999, 1) };
    expect(other({ bad: met }).dominatedBy).toEqual({});
  });

  test('neither is, when one is cheaper and the other faster, or both are the same', () => {
    const cheaper = of('pilot-light', bill(5), outlook(20));
    expect(judge([cheaper, of('warm-standby', bill(9), outlook(10))]).dominatedBy).toEqual({});
    expect(judge([cheaper, of('warm-standby', bill(5), outlook(20))]).dominatedBy).toEqual({});
  });

  test('nothing is said of what has no figure', () => {
    const unknown: Outlook = { known: false, why: ['no plan'] };
    const verdict = judge([
      of('pilot-light', bill(5), unknown),
      of('warm-standby', bill(9), outlook(10)),
    ]);
    expect(verdict.dominatedBy).toEqual({});
    expect(verdict.meets['pilot-light']).toBe('unknown');
  });
});
