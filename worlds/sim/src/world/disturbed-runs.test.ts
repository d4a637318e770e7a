/** What disturbs a run in more than how long it takes. */
import { planFor } from '@outrigger/components';
import { type Platform, resolve } from '@outrigger/model';
import {
  type MemoryWorldOptions,
  type Plan,
  type Scenario,
  scenariosOf,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import written from '../../../../examples/ec2-monitored/platform.ts';
import enterprise from '../../../../examples/enterprise/platform.ts';
import { awsTimings } from '../aws-timings.ts';
import { waitedIn } from '../engine-path.ts';
import { DrawSource } from '../sampler.ts';
import { storeLosses } from '../stores.ts';
import { disturbances } from './disturbances.ts';
import { RunDraws } from './figure.ts';
import type { OwnFigure, WorldTimings } from './own-figures.ts';
import { simRun } from './sim-world.ts';
import { type WorldRun, worldRunner } from './world-run.ts';

const seed = 7041;
const pilot = testPlatform({
  name: 'pilot',
  strategy: 'pilot-light',
  standbyReplicas: 0,
  databaseKind: 'aurora',
  fileStores: ['pictures'],
});

interface Asked {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

async function askedOf(platform: Platform, name: string): Promise<Asked> {
  const scenarios = await scenariosOf(platform, planFor);
  const scenario = scenarios.find((each) => each.name === `${platform.name} ${name}`);
  const plan = scenario === undefined ? undefined : planFor(scenario).plan;
  if (scenario === undefined || plan === undefined) throw new Error(`there is no plan for ${name}`);
  return { plan, scenario };
}

const loss = await askedOf(pilot, 'region-loss us-east-1');
const zone = await askedOf(pilot, 'zone-loss us-east-1a');

function runsOf(
  { plan, scenario }: Asked,
  names: readonly string[],
  timings: WorldTimings = awsTimings,
  count = 60,
): WorldRun[] {
  const chosen = disturbances.filter(({ name }) => names.includes(name));
  expect(chosen).toHaveLength(names.length);
  const { platform, topology } = scenario;
  const run = worldRunner({ plan, platform, topology, timings, seed, disturbances: chosen });
  return Array.from({ length: count }, (_, number) => run(number));
}

function withOwn(row: Omit<OwnFigure, 'basis' | 'source'>): WorldTimings {
  return { ...awsTimings, figures: [{ ...row, basis: 'measured', source: 'a test' }] };
}

const always = (value: number) => ({ kind: 'constant', value }) as const;
const whysIn = (runs: readonly WorldRun[]) =>
  new Set(runs.flatMap((run) => run.records.map(({ event }) => ('why' in event ? event.why : ''))));

describe('grey', () => {
  const runs = runsOf(loss, ['grey']);

  test.each([
    ['region', loss],
    ['zone', zone],
  ])('of a %s: the old writer goes on until it is fenced, and no longer', (_, asked) => {
    for (const { ends, run, writings } of runsOf(asked, ['grey'], awsTimings, 20)) {
      const [old] = writings.filter(({ component }) => component === 'orders-db');
      expect({ run, fromMs: old?.fromMs }).toEqual({ run, fromMs: 0 });
      expect(old?.toMs).toBeGreaterThan(20_000);
      expect(old?.toMs).toBeLessThanOrEqual(ends.get('orders-db/fence') ?? 0);
    }
  });

  test('what is gone for good has no writer from the failure on', () => {
    const [run] = runsOf(loss, []);
    const [old] = run?.writings.filter(({ component }) => component === 'orders-db') ?? [];
    expect(old?.toMs).toBe(0);
  });

  test('only a share of the requests fails, and the run says which', () => {
    const shares = runs.map(({ failingShare }) => failingShare ?? Number.NaN);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(runsOf(loss, [], awsTimings, 1)[0]?.failingShare).toBeNull();
  });

  test('a copy that is fed lacks what it lacked when its writer stopped', () => {
    const gone = runsOf(loss, []);
    const differ = runs.filter(
      ({ lagsMs }, number) => lagsMs.get('orders-db') !== gone[number]?.lagsMs.get('orders-db'),
    );
    expect(differ.length).toBe(runs.length);
  });
});

describe('lag', () => {
  const middle = (runs: readonly WorldRun[], store: string) =>
    runs.map(({ lagsMs }) => lagsMs.get(store) ?? 0).toSorted((one, other) => one - other)[30] ?? 0;
  const unit = 'MiB/s';
  const writes = { disturbance: 'lag', figure: 'writes', unit } as const;

  test('the more a store writes, the further its copy is behind', () => {
    const behind = [0.1, 1, 10, 100].map((rate) =>
      middle(
        runsOf(loss, ['lag'], withOwn({ ...writes, distribution: always(rate) })),
        'orders-db',
      ),
    );
    expect(behind.toSorted((one, other) => one - other)).toEqual(behind);
    expect(behind[3]).toBeGreaterThan(60_000 + (behind[0] ?? 0));
  });

  test('a wider link keeps up', () => {
    const link = { disturbance: 'lag', figure: 'link', unit, distribution: always(5_000) } as const;
    const wide = middle(runsOf(loss, ['lag'], withOwn(link)), 'orders-db');
    expect(wide).toBeLessThan(middle(runsOf(loss, ['lag']), 'orders-db'));
  });

  test('a figure of one store is that store’s alone', () => {
    const own = withOwn({ ...writes, component: 'orders-db', distribution: always(100) });
    const [before, after] = [runsOf(loss, ['lag']), runsOf(loss, ['lag'], own)];
    expect(middle(after, 'orders-db')).toBeGreaterThan(60_000 + middle(before, 'orders-db'));
    expect(middle(after, 'pictures')).toBe(middle(before, 'pictures'));
  });
});

describe('machines that are no nodes', () => {
  const app = { ...written.components.app, standby: { min: 0, max: 3 } };
  const components = { ...written.components, app };
  const resolution = resolve({ ...written, strategy: 'pilot-light', components });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const { platform } = resolution;

  test.each([
    ['capacity', 'InsufficientInstanceCapacity'],
    ['quota', 'refused: VcpuLimitExceeded'],
  ])('%s strikes them too', async (name, why) => {
    const runs = runsOf(await askedOf(platform, 'region-loss us-east-2'), [name]);
    expect(whysIn(runs)).toContain(why);
    expect(runs.some(({ interventions }) => interventions > 0)).toBe(true);
  });

  test('nodes: they launch and boot, and a load balancer looks at them', async () => {
    const asked = await askedOf(platform, 'region-loss us-east-2');
    for (const { draws } of runsOf(asked, ['nodes'], awsTimings, 20)) {
      const scaled = draws.find(({ name }) => name === 'app/scale');
      expect(scaled?.duration.source).toContain('on a machine');
      expect(scaled?.ms).toBeGreaterThan(30_000);
    }
  });
});

describe('of a plan that took the place of another', () => {
  test('neighbour: the region that takes over now is slower', () => {
    const calm = runsOf(zone, ['regional']);
    const slower = runsOf(zone, ['regional', 'neighbour']);
    const promoted = ({ anew, draws }: WorldRun) =>
      anew === null ? null : (draws.find(({ name }) => name === 'orders-db/promote')?.ms ?? null);
    const both = slower.flatMap((run, number) => {
      const before = promoted(calm[number] ?? run);
      const after = promoted(run);
      return before === null || after === null ? [] : [after / before];
    });
    expect(both.length).toBeGreaterThan(5);
    expect(Math.min(...both)).toBeGreaterThanOrEqual(1.5);
  });

  test('control-planes: it is asked which ones that plan needs', () => {
    const figure = { disturbance: 'regional', figure: 'spreads', unit: 's' } as const;
    const soon = withOwn({ ...figure, distribution: always(5) });
    const [run] = runsOf(zone, ['regional', 'control-planes'], soon, 1);
    expect(run?.anew?.plan.to).toBe('us-west-2');
    expect(run?.status).toBe('done');
    // The same step of the first plan needs the region that is lost by now.
    const after = run?.records.slice(run.anew?.recordsBefore) ?? [];
    expect(after.some(({ event }) => 'step' in event && event.step === 'orders-db/promote')).toBe(
      true,
    );
    const whys = after.map(({ event }) => ('why' in event ? event.why : ''));
    expect(whys.filter((why) => why.includes('does not answer'))).toEqual([]);
  });
});

const lastsOf = (runs: readonly WorldRun[]) =>
  runs.reduce((sum, { servedMs }) => sum + servedMs, 0);
const timesOf = (runs: readonly WorldRun[], name: string) =>
  runs.reduce((sum, { befell }) => sum + (befell.get(name) ?? 0), 0);

/** The world of one run, disturbed by one thing. */
function disturbedBy(name: string, timings: WorldTimings, fault?: MemoryWorldOptions['fault']) {
  const { platform, topology } = loss.scenario;
  const draws = new RunDraws(new DrawSource(seed), 0);
  const faulty = fault === undefined ? {} : { fault };
  const { disturb, memory } = simRun({ platform, topology, timings, seed, draws, ...faulty });
  const running = () => ({ plan: loss.plan, lostAtMs: 0 });
  let times = 0;
  const befalls = () => {
    times += 1;
  };
  const chosen = disturbances.filter((each) => each.name === name);
  disturb(chosen, { plan: loss.plan, running, spreads: () => false, befalls });
  return { memory, times: () => times };
}

describe('throttling', () => {
  const figure = { disturbance: 'throttling', figure: 'reads', unit: 'share' } as const;
  const readsOf = (share: number) =>
    runsOf(loss, ['polling', 'throttling'], withOwn({ ...figure, distribution: always(share) }));
  const never = readsOf(0);

  test('looks are turned away too', () => {
    const runs = runsOf(loss, ['polling', 'throttling']);
    expect(timesOf(runs, 'throttling')).toBeGreaterThan(timesOf(never, 'throttling'));
  });

  test('a look that never gets through is made again, and not taken for a failure', () => {
    const often = readsOf(0.8);
    // Half of all looks are turned away three times.
    expect(timesOf(often, 'throttling')).toBeGreaterThan(2 * timesOf(never, 'throttling'));
    expect(lastsOf(often)).toBeGreaterThan(1.1 * lastsOf(never));
    const retried = (runs: readonly WorldRun[]) =>
      runs.map(({ records }) => records.filter(({ event }) => event.type === 'retrying').length);
    expect(retried(often)).toEqual(retried(never));
    expect(often.every(({ status }) => status === 'done')).toBe(true);
  });

  test('a look shows nothing in the end; what no control plane tells is always seen', () => {
    const timings = withOwn({ ...figure, distribution: always(1) });
    const { memory } = disturbedBy('throttling', timings);
    const seen = new Map<string, string>();
    for (const component of ['orders-db', 'edge']) {
      const subject = { kind: 'component', component, region: 'us-west-2' } as const;
      memory.direct.observe(subject, (look) => {
        const what = look.status === 'known' ? 'known' : look.why;
        seen.set(component, `${what} after ${memory.time.now() > 0 ? 'tries' : 'nothing'}`);
      });
    }
    memory.time.run(() => false);
    expect(Object.fromEntries(seen)).toEqual({
      'orders-db': 'ThrottlingException after tries',
      edge: 'known after nothing',
    });
  });
});

describe('stale-reads', () => {
  test('a poll shows what was before an operation that is done', () => {
    const polled = runsOf(loss, ['polling']);
    const stale = runsOf(loss, ['polling', 'stale-reads']);
    const struck = stale.filter(({ befell }) => befell.has('stale-reads'));
    expect(struck.length).toBeGreaterThan(stale.length / 2);
    expect(lastsOf(stale)).toBeGreaterThan(lastsOf(polled));
    expect(stale.every(({ status }) => status === 'done')).toBe(true);
  });

  test('after an operation that was only accepted, looks are behind from when it is done', () => {
    const figure = { disturbance: 'stale-reads', figure: 'behind', unit: 's' } as const;
    const timings = withOwn({ ...figure, distribution: always(20) });
    const { memory, times } = disturbedBy('stale-reads', timings, () => 'accepted');
    const scale = loss.plan.steps.find(({ id }) => id === 'cluster/scale');
    if (scale === undefined) throw new Error('the plan scales no cluster');
    const { action } = scale;
    const { region = '' } = action;
    const kinds: string[] = [];
    const context = { run: 'one', step: scale.id, attempt: 1, epoch: 2 };
    memory.direct.perform(action, context, ({ kind }) => kinds.push(kind));
    const subject = { kind: 'component', component: 'cluster', region } as const;
    const isSeen: (readonly [number, boolean])[] = [];
    let really = Number.NaN;
    const before = JSON.stringify(memory.model.facts('cluster', region, undefined));
    for (let second = 1; second <= 1_800; second += 1) {
      memory.time.at(second * 1_000, () => {
        const facts = JSON.stringify(memory.model.facts('cluster', region, undefined));
        if (facts !== before && Number.isNaN(really)) really = second;
        memory.direct.observe(subject, (seen) => {
          const shown = seen.status === 'known' ? JSON.stringify(seen.facts) : '';
          isSeen.push([second, shown !== before]);
        });
      });
    }
    memory.time.run(() => false);
    expect(kinds).toEqual(['accepted']);
    expect(really).toBeGreaterThan(1);
    expect(isSeen.find(([, seen]) => seen)?.[0]).toBe(really + 20);
    expect(times()).toBe(20);
  });
});

describe('what a run waited for', () => {
  const everything = disturbances.map(({ name }) => name);

  test.each([
    ['loss of a region', loss],
    ['loss of a zone', zone],
  ])('%s: all of it together is how long it took', (_, asked) => {
    for (const run of runsOf(asked, everything, awsTimings, 100)) {
      const waited = waitedIn(run.anew?.plan ?? asked.plan, awsTimings, 'served', run);
      const whole = [...waited.values()].reduce((sum, { ms }) => sum + ms, 0);
      expect({ run: run.run, ratio: whole / run.servedMs }).toEqual({
        run: run.run,
        ratio: expect.closeTo(1, 6),
      });
    }
  });

  test('of a move that was undone it is the way there and back', async () => {
    const asked = await askedOf(pilot, 'switchover');
    const undone = runsOf(asked, everything, awsTimings, 300).filter(
      ({ status }) => status === 'went-back',
    );
    expect(undone.length).toBeGreaterThan(0);
    for (const run of undone) {
      const waited = waitedIn(asked.plan, awsTimings, 'pause', run);
      expect([...waited].map(([name, { ms }]) => [name, ms])).toEqual([
        ['there and back', run.pauseMs],
      ]);
    }
  });
});

describe('a store that every region writes', () => {
  const resolution = resolve(enterprise);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const { platform } = resolution;

  test('is behind too, though no plan moves it', async () => {
    const asked = await askedOf(platform, 'region-loss us-east-2');
    const losses = storeLosses(asked.plan, platform, awsTimings);
    expect(losses.find(({ store }) => store === 'carts')?.loses).toBe('lag');
    const runs = runsOf(asked, [], awsTimings, 20);
    for (const { lagsMs } of runs) expect(lagsMs.get('carts')).toBeGreaterThan(0);
    for (const [number, { lagsMs }] of runsOf(asked, ['lag'], awsTimings, 20).entries()) {
      expect(lagsMs.get('carts')).toBeGreaterThan(runs[number]?.lagsMs.get('carts') ?? 0);
    }
  });

  test('a failback loses nothing: what it overwrites was salvaged', async () => {
    const asked = await askedOf(platform, 'failback after us-east-2');
    expect(asked.plan.steps.some(({ mayLoseData }) => mayLoseData)).toBe(true);
    const losses = storeLosses(asked.plan, platform, awsTimings);
    expect(new Set(losses.map(({ loses }) => loses))).toEqual(new Set(['nothing']));
  });
});

describe('figures of a user’s', () => {
  test('stand in the place of ours', () => {
    const row = { disturbance: 'nodes', figure: 'launch', unit: 'min' } as const;
    const slow = runsOf(loss, ['nodes'], withOwn({ ...row, distribution: always(20) }), 5);
    for (const { draws } of slow) {
      expect(draws.find(({ name }) => name === 'cluster/scale')?.ms).toBeGreaterThan(20 * 60_000);
    }
  });

  test('of another disturbance change nothing', () => {
    const row = { disturbance: 'capacity', figure: 'missing', unit: 'min' } as const;
    const other = runsOf(loss, ['nodes'], withOwn({ ...row, distribution: always(20) }), 5);
    const plain = runsOf(loss, ['nodes'], awsTimings, 5);
    expect(other.map(({ servedMs }) => servedMs)).toEqual(plain.map(({ servedMs }) => servedMs));
  });
});

test.each(disturbances)('$name: what is lost is another only where it is said', (each) => {
  const { changesLoss, name } = each;
  // Back while nobody has looked yet: else few of the runs would have it.
  const back = { disturbance: 'back-again', figure: 'back', unit: 's' } as const;
  const timings = withOwn({ ...back, distribution: always(25) });
  const lostIn = (names: readonly string[]) =>
    [loss, zone].map((asked) => runsOf(asked, names, timings, 40).map(({ lagsMs }) => [...lagsMs]));
  expect(JSON.stringify(lostIn([name])) !== JSON.stringify(lostIn([]))).toBe(changesLoss);
});
