/**
 * Each rule is shown a journal that breaks it: a checker that can't say no proves nothing when it
 * says yes. The journals are real ones, with what the rule asks for taken out of them.
 */
import {
  checkInvariants,
  type Evidence,
  type InvariantResult,
  type JournalRecord,
  type Plan,
  rehearse,
  type Step,
  scenariosOf,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { planFor } from './index.ts';

const platform = testPlatform({ name: 'warm', fileStores: ['pictures'] });
const scenarios = await scenariosOf(platform, planFor);

interface Journaled {
  readonly plan: Plan;
  readonly records: readonly JournalRecord[];
}

async function journalOf(name: string): Promise<Journaled> {
  const scenario = scenarios.find((each) => each.name === `warm ${name}`);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  const { plan, problems } = planFor(scenario);
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  const { memory, run } = await rehearse({ ...scenario, plan, seed: 7041 });
  return { plan, records: memory.records(run) };
}

const failover = await journalOf('region-loss us-east-1');
const failback = await journalOf('failback after us-east-1');
const switchover = await journalOf('switchover');

function broken(evidence: Evidence): string[] {
  return checkInvariants(evidence).flatMap(({ name, held }) => (held ? [] : [name]));
}

type Event = JournalRecord['event'];

/** A journal as it would be if the plan and the events were others. */
function rewritten(
  { plan, records }: Journaled,
  change: {
    readonly step?: (step: Step) => Step;
    readonly events?: (event: Event) => readonly Event[];
  },
): readonly JournalRecord[] {
  const { step = (each) => each, events = (event) => [event] } = change;
  // No step waits for another: whatever was taken out, the rest could be written.
  const steps = plan.steps.map((each) => ({ ...step(each), after: [] }));
  return records
    .flatMap((record) => {
      const { event } = record;
      const first = { ...event, plan: JSON.parse(JSON.stringify({ ...plan, steps })) };
      const kept = event.type === 'started' ? [first] : events(event);
      return kept.map((each) => ({ ...record, event: each }));
    })
    .map((record, sequence) => ({ ...record, sequence }));
}

const idsOf = ({ plan }: Journaled, verb: Step['action']['verb']) =>
  plan.steps.filter(({ action }) => action.verb === verb).map(({ id }) => id);

/** By a person: what a lag approves is waited for whatever the plan says. */
const asked = (step: Step): Step =>
  step.action.verb === 'approve'
    ? {
        ...step,
        action: { ...step.action, arguments: { ...step.action.arguments, policy: 'ask' } },
      }
    : step;

/** Without a word of these steps. */
const without =
  (ids: readonly string[]) =>
  (event: Event): readonly Event[] =>
    ids.includes(String(event.step)) ? [] : [event];

const needing = (service: string, region: string) => (each: Step) =>
  each.action.verb === 'promote' ? { ...each, controlPlanes: [{ service, region }] } : each;

const spoiled: readonly (readonly [rule: string, records: readonly JournalRecord[]])[] = [
  ['fenced-before-promotion', rewritten(failover, { events: without(idsOf(failover, 'fence')) })],
  [
    'data-and-capacity-before-traffic',
    rewritten(failover, { events: without(idsOf(failover, 'promote')) }),
  ],
  ['no-lost-control-plane', rewritten(failover, { step: needing('rds', 'us-east-1') })],
  ['no-global-control-plane', rewritten(failover, { step: needing('route53', 'us-west-2') })],
  [
    'approval-before-loss',
    rewritten(failover, { step: asked, events: without(idsOf(failover, 'approve')) }),
  ],
  ['only-copy-kept', rewritten(failback, { events: without(idsOf(failback, 'salvage')) })],
  [
    'asks-rather-than-guesses',
    rewritten(failover, {
      events: (event) => [
        event.type === 'done' && event.step === 'orders-db/promote'
          ? { ...event, facts: {} }
          : event,
      ],
    }),
  ],
  [
    'asks-rather-than-guesses',
    rewritten(failover, {
      // As if the platform had said yes without knowing the lag.
      events: (event) => [
        event.by === 'policy' ? { ...event, facts: { policy: 'lag-within-rpo' } } : event,
      ],
    }),
  ],
  [
    'writes-released',
    rewritten(switchover, { events: without(switchover.plan.handover?.closes ?? []) }),
  ],
  ['journal-before-effect', failover.records.filter(({ sequence }) => sequence !== 2)],
];

describe('a region gets traffic', () => {
  const rule = 'data-and-capacity-before-traffic';
  const scales = idsOf(failover, 'scale');
  const late = (more: Step['action']['arguments']) => (each: Step) =>
    scales.includes(each.id)
      ? { ...each, action: { ...each.action, arguments: { ...each.action.arguments, ...more } } }
      : each;

  test('from a warm standby as it is: what is there serves, the rest follows', () => {
    const admitted = idsOf(failover, 'admit').map((id) =>
      failover.plan.steps.findIndex((each) => each.id === id),
    );
    const scaled = scales.map((id) => failover.plan.steps.findIndex((each) => each.id === id));
    expect(scales.length).toBeGreaterThan(0);
    expect(Math.min(...scaled)).toBeGreaterThan(Math.max(...admitted));
    expect(broken({ runs: [failover.records] })).toEqual([]);
  });

  test('not before that starts of which nothing ran there, whatever the plan calls it', () => {
    expect(broken({ runs: [rewritten(failover, { step: late({ before: 0 }) })] })).toEqual([rule]);
  });

  test('in a planned move not before all of its capacity is there', () => {
    const all = idsOf(switchover, 'scale').filter(
      (id) => switchover.plan.steps.find((each) => each.id === id)?.background === false,
    );
    expect(all.length).toBeGreaterThan(0);
    const inBackground = (each: Step) =>
      all.includes(each.id) ? { ...each, background: true } : each;
    const records = rewritten(switchover, { step: inBackground, events: without(all) });
    expect(broken({ runs: [records] })).toContain(rule);
  });
});

test.each([
  ['failover', failover],
  ['failback', failback],
  ['switchover', switchover],
] as const)('a %s as it was keeps every rule, also when no step waits', (_name, journal) => {
  expect(broken({ runs: [journal.records] })).toEqual([]);
  expect(broken({ runs: [rewritten(journal, {})] })).toEqual([]);
});

test.each(spoiled)('%s is seen to be broken', (rule, records) => {
  expect(broken({ runs: [records] })).toContain(rule);
});

describe('a member that another took over from', () => {
  /** The way home as it would be if nobody had told it that the old writer has diverged. */
  function unaware(events?: (event: Event) => readonly Event[]): readonly JournalRecord[] {
    const unasked = (step: Step): Step => ({
      ...step,
      action: { ...step.action, arguments: { ...step.action.arguments, overwrite: false } },
    });
    const change = { step: unasked, ...(events === undefined ? {} : { events }) };
    const told = JSON.stringify(rewritten(failback, change));
    return JSON.parse(told.replaceAll('"diverged"', '"standby"'));
  }
  const salvages = idsOf(failback, 'salvage');

  test('is salvaged before it follows, also where its run was told that it is a copy', () => {
    expect(salvages.length).toBeGreaterThan(0);
    const careless = unaware(without(salvages));
    expect(broken({ runs: [careless] })).toEqual([]);
    const found = checkInvariants({ runs: [failover.records, careless] });
    const rule = found.find(({ name }) => name === 'only-copy-kept');
    expect(rule).toMatchObject({ held: false });
    expect(rule?.detail).toContain('orders-db@us-east-1a, which was not salvaged');
  });

  test('was kept by a salvage since', () => {
    expect(broken({ runs: [failover.records, failback.records] })).toEqual([]);
    expect(broken({ runs: [failover.records, unaware()] })).toEqual([]);
  });

  test('is not kept by a salvage that was skipped', () => {
    const skipped = (event: Event): readonly Event[] => {
      if (!salvages.includes(String(event.step))) return [event];
      if (event.type !== 'performing') return [];
      return [{ type: 'skipped', step: event.step ?? '', who: 'ada', when: 'now', why: 'no room' }];
    };
    expect(broken({ runs: [rewritten(failback, { events: skipped })] })).toContain(
      'only-copy-kept',
    );
  });
});

test('an effect that was not journaled is seen', () => {
  const effect = { run: 'run', step: 'orders-db/promote', epoch: 2, atMs: 1, journaled: false };
  expect(broken({ runs: [failover.records], effects: [effect] })).toEqual([
    'journal-before-effect',
  ]);
});

describe('two writers', () => {
  const wrote = (member: string, fromMs: number, toMs: number, epoch: number) => ({
    component: 'orders-db',
    member,
    epoch,
    fromMs,
    toMs,
  });
  const writings = [
    wrote('orders-db@us-east-1a', 0, 100, 1),
    wrote('orders-db@us-west-2a', 60, 200, 2),
  ];
  /** The fence gives no proof; what a person said then, if anything. */
  const unproven = (...words: readonly Event[]) =>
    rewritten(failover, {
      events: (event) => {
        if (event.type !== 'done' || event.step !== 'orders-db/fence') return [event];
        const asked = { type: 'asking', step: event.step, question: 'two-writers', facts: {} };
        return [asked, ...words];
      },
    });
  const said = { step: 'orders-db/fence', who: 'ada', when: 'now', why: 'it is gone' };

  function oneWriter(evidence: Evidence): InvariantResult | undefined {
    return checkInvariants(evidence).find(({ name }) => name === 'one-writer');
  }

  test('break the rule, for as long as both wrote', () => {
    const found = oneWriter({ runs: [failover.records], writings });
    expect(found).toMatchObject({ held: false, figure: '40 ms' });
  });

  test('one after the other keep it', () => {
    const inTurn = [wrote('a', 0, 60, 1), wrote('b', 60, 200, 2)];
    expect(oneWriter({ runs: [failover.records], writings: inTurn })).toMatchObject({ held: true });
  });

  test('are allowed when a person said yes, not when one was merely asked or said no', () => {
    const heldWith = (...words: readonly Event[]) =>
      oneWriter({ runs: [unproven(...words)], writings })?.held;
    expect(heldWith()).toBe(false);
    expect(heldWith({ type: 'denied', ...said })).toBe(false);
    expect(heldWith({ type: 'approved', ...said })).toBe(true);
  });

  test('are allowed for the store that was asked about, not for another', () => {
    const others = writings.map((writing) => ({ ...writing, component: 'pictures' }));
    const runs = [unproven({ type: 'approved', ...said })];
    expect(oneWriter({ runs, writings: others })).toMatchObject({ held: false });
  });
});
