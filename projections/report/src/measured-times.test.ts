import type { MeasuredTime } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { measuredTimes } from './measured-times.ts';
import { samplePhases } from './testing/sample-phases.ts';
import type { Phase, StepTiming } from './types.ts';

const lab = { staysAdmitted: true };

function phaseOf(name: string): Phase {
  const phase = samplePhases().find((each) => each.name === name);
  if (phase === undefined) throw new Error(name);
  return phase;
}

function step(verb: string, kind: string, startMs: number, endMs: number): StepTiming {
  return {
    id: `${kind}/${verb}`,
    startMs,
    endMs,
    expectedMs: null,
    outcome: 'done',
    critical: true,
    background: false,
    note: '',
    verb,
    kind,
  };
}

const failover = [
  step('fence', 'postgres', 500, 520),
  step('promote', 'postgres', 520, 580),
  step('verify', 'postgres', 580, 640),
  step('admit', 'dns', 640, 700),
  step('verify', 'dns', 700, 900),
  { ...step('rejoin', 'postgres', 900, 2_000), background: true },
  { ...step('scale', 'service', 900, 2_000), outcome: 'failed' as const },
];

function lossOf(fault: 'zone-loss' | 'region-loss', changes: Partial<Phase> = {}): Phase {
  const { measured } = phaseOf(fault);
  const moved = { from: fault === 'zone-loss' ? null : 'east', to: 'west' };
  const seen = { ...measured, detectionMs: 490, rtoMs: 750 };
  return { ...phaseOf(fault), moved, measured: seen, steps: failover, ...changes };
}

const named = (times: readonly MeasuredTime[]) =>
  times.map(({ kind, verb, ms }) => [`${kind} ${verb}`, ms] as const);

describe('a failover', () => {
  const steps = [
    ['postgres fence', 20],
    ['postgres promote', 60],
    ['postgres verify', 60],
    ['dns admit', 60],
    ['dns verify', 200],
    ['postgres rejoin', 1_100],
  ];

  test('gives what its steps took, and what only clients saw', () => {
    const times = measuredTimes({ phases: [lossOf('region-loss')] }, lab);
    expect(named(times)).toEqual([...steps, ['dns detect', 490], ['dns serve', 50]]);
    expect(times.map(({ during }) => during)).toEqual(
      times.map(() => ({ intent: 'failover', to: 'west' })),
    );
  });

  test('where writes stay and the entry keeps them, nobody waits for it', () => {
    const [serve] = named(measuredTimes({ phases: [lossOf('zone-loss')] }, lab)).slice(-1);
    expect(serve).toEqual(['dns serve', 170]);
    const [elsewhere] = named(measuredTimes({ phases: [lossOf('zone-loss')] }, {})).slice(-1);
    expect(elsewhere).toEqual(['dns serve', 50]);
  });

  test('clients that are served before its last step wait for nothing, and never less', () => {
    const { measured } = lossOf('region-loss');
    const early = lossOf('region-loss', { measured: { ...measured, rtoMs: 600 } });
    expect(named(measuredTimes({ phases: [early] }, lab)).at(-1)).toEqual(['dns serve', 0]);
  });

  test('that did not get through tells of its steps alone', () => {
    const { measured } = lossOf('region-loss');
    const lost = lossOf('region-loss', { measured: { ...measured, recovered: false } });
    expect(named(measuredTimes({ phases: [lost] }, lab))).toEqual(steps);
  });

  test('after the heal it is the way back', () => {
    const { faultAtMs, healedAtMs } = lossOf('zone-loss');
    const healMs = (healedAtMs ?? 0) - (faultAtMs ?? 0);
    const mend = step('salvage', 'postgres', healMs + 10, healMs + 400);
    const phase = lossOf('zone-loss', { steps: [...failover, mend] });
    const times = measuredTimes({ phases: [phase] }, lab);
    expect(times.find(({ verb }) => verb === 'salvage')).toEqual({
      kind: 'postgres',
      verb: 'salvage',
      during: { intent: 'failback', to: 'west' },
      ms: 390,
    });
  });
});

test('a planned move: the pause is more than its steps tell, and that is the first write’s', () => {
  const phase: Phase = {
    ...phaseOf('switchover'),
    moved: { from: 'east', to: 'west' },
    measured: { ...phaseOf('switchover').measured, writeOutageMs: 400 },
    steps: [
      step('hold-writes', 'service', 100, 130),
      step('hold-writes', 'service', 150, 180),
      step('transfer', 'postgres', 180, 380),
      step('release-writes', 'service', 380, 420),
      step('release-writes', 'service', 380, 470),
    ],
  };
  const times = measuredTimes({ phases: [phase] }, lab);
  expect(named(times).at(-1)).toEqual(['* first-write', 400 - (470 - 150)]);
  expect(times.at(-1)?.during).toEqual({ intent: 'switchover', to: 'west' });
});

test('what a policy decided took no time; what somebody answered is a person’s', () => {
  const steps = [
    { ...step('approve', 'postgres', 500, 500), approval: { by: 'policy', lagMs: 495 } as const },
    {
      ...step('approve', 'file-store', 500, 900),
      approval: { by: 'person', lagMs: null } as const,
    },
    // Of a report that does not tell who it was.
    { ...step('approve', 'dns', 500, 900), note: 'approved by the drill' },
    step('promote', 'postgres', 900, 950),
  ];
  const times = named(measuredTimes({ phases: [lossOf('region-loss', { steps })] }, lab));
  expect(times.slice(0, 2)).toEqual([
    ['file-store person', 400],
    ['postgres promote', 50],
  ]);
});

describe('a lag that was approved', () => {
  const approved = (kind: string, atMs: number, lagMs: number) => ({
    ...step('approve', kind, atMs, atMs),
    // The words may say what they like.
    note: 'within what the platform allows: lag 7 ms',
    approval: { by: 'policy', lagMs } as const,
  });
  const lagsOf = (phase: Phase) =>
    named(measuredTimes({ phases: [phase] }, lab)).filter(([name]) => /lag|backup-age/.test(name));

  test('is what it was when the region was lost: it has grown since', () => {
    const steps = [approved('postgres', 486, 495), approved('file-store', 486, 538)];
    expect(lagsOf(lossOf('region-loss', { steps }))).toEqual([
      ['postgres lag', 9],
      ['file-store lag', 52],
    ]);
  });

  test('is never less than nothing', () => {
    expect(lagsOf(lossOf('region-loss', { steps: [approved('postgres', 486, 480)] }))).toEqual([
      ['postgres lag', 0],
    ]);
  });

  test('of what is restored is the age of its backup', () => {
    const steps = [approved('postgres', 500, 90_500), step('restore', 'postgres', 500, 900)];
    expect(lagsOf(lossOf('region-loss', { steps }))).toEqual([['postgres backup-age', 90_000]]);
  });

  test('where nothing was lost it has not grown', () => {
    const steps = [approved('postgres', 300, 40)];
    expect(
      lagsOf({ ...phaseOf('switchover'), moved: { from: 'east', to: 'west' }, steps }),
    ).toEqual([['postgres lag', 40]]);
  });
});

test('a report that is older than `moved` tells it in the note of its last check', () => {
  const { moved: _, ...older } = lossOf('zone-loss');
  const steps = failover.map((each) => ({
    ...each,
    note: each.kind === 'dns' && each.verb === 'verify' ? 'answered from us-east-1' : '',
  }));
  const times = measuredTimes({ phases: [{ ...older, steps }] }, lab);
  expect(times[0]?.during).toEqual({ intent: 'failover', to: 'us-east-1' });
  expect(named(times).at(-1)).toEqual(['dns serve', 170]);
  expect(measuredTimes({ phases: [older] }, lab)).toEqual([]);
});
