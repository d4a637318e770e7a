import { describe, expect, test } from 'vitest';
import {
  type DetectSettings,
  type DetectState,
  detect,
  type Sighting,
  startDetecting,
  type Verdict,
} from './detect.ts';

const settings: DetectSettings = {
  threshold: 3,
  healthyThreshold: 2,
  stallMs: 100,
  zones: { east: ['east-a', 'east-b'], west: ['west-a'] },
};

type Votes = Extract<Sighting, { kind: 'lease' }>['votes'];

function probe(
  zone: string,
  sentAt: number,
  result: 'answered' | 'missed' | 'writer-down',
): Sighting {
  const region = zone.split('-')[0] ?? '';
  const at = result === 'missed' ? sentAt + 100 : sentAt + 10;
  return { kind: 'probe', region, zone, sentAt, at, dueAt: sentAt + 100, result };
}

function lease(at: number, votes: Votes): Sighting {
  return { kind: 'lease', at, component: 'orders-db', region: 'east', zone: 'east-a', votes };
}

const lapsed: Votes = { witness: 'lapsed', west: 'lapsed' };
const held: Votes = { witness: 'held', west: 'held' };

function watch(sightings: readonly Sighting[], from: DetectState = startDetecting(settings)) {
  let state = from;
  const verdicts: Verdict[] = [];
  for (const sighting of sightings) {
    const detected = detect(state, sighting, settings);
    state = detected.state;
    if (detected.verdict !== null) verdicts.push(detected.verdict);
  }
  return { state, verdicts };
}

/** Rounds of probes, 100 ms apart: what each zone does in each round. */
function rounds(
  count: number,
  of: { readonly [zone: string]: 'answered' | 'missed' | 'writer-down' },
  from = 0,
) {
  return Array.from({ length: count }, (_, round) =>
    Object.entries(of).map(([zone, result], order) =>
      probe(zone, from + round * 100 + order, result),
    ),
  ).flat();
}

const eastGone = { 'east-a': 'missed', 'east-b': 'missed', 'west-a': 'answered' } as const;
const zoneGone = { 'east-a': 'missed', 'east-b': 'answered', 'west-a': 'answered' } as const;
const allWell = { 'east-a': 'answered', 'east-b': 'answered', 'west-a': 'answered' } as const;

describe('detect', () => {
  test('a region: all its zones missed, its lease lapsed', () => {
    const { verdicts } = watch([...rounds(3, eastGone), lease(400, lapsed)]);
    expect(verdicts).toEqual([{ kind: 'region-loss', region: 'east', zone: null, writer: true }]);
  });

  test('nothing before the threshold', () => {
    expect(watch([lease(0, lapsed), ...rounds(2, eastGone)]).verdicts).toEqual([]);
  });

  test('nothing while the lease is held: probes alone may lie', () => {
    expect(watch([lease(0, held), ...rounds(20, eastGone)]).verdicts).toEqual([]);
  });

  test('nothing while any other voter still sees the lease: one cut is not a loss', () => {
    const cut: Votes = { witness: 'lapsed', west: 'held' };
    expect(watch([lease(0, cut), ...rounds(20, eastGone)]).verdicts).toEqual([]);
    const dark: Votes = { witness: 'lapsed', west: 'unknown' };
    expect(watch([lease(0, dark), ...rounds(20, eastGone)]).verdicts).toEqual([]);
  });

  test('nothing without the witness, not even of a zone that does not write', () => {
    const gone = { 'east-a': 'answered', 'east-b': 'missed', 'west-a': 'answered' } as const;
    const unknown: Votes = { witness: 'unknown', west: 'held' };
    expect(watch([lease(0, unknown), ...rounds(20, gone)]).verdicts).toEqual([]);
    expect(watch(rounds(20, eastGone)).verdicts).toEqual([]);
  });

  test('a zone with the writer', () => {
    const { verdicts } = watch([lease(0, lapsed), ...rounds(4, zoneGone)]);
    expect(verdicts).toEqual([{ kind: 'zone-loss', region: 'east', zone: 'east-a', writer: true }]);
  });

  test('a zone without the writer needs no lapsed lease', () => {
    const gone = { 'east-a': 'answered', 'east-b': 'missed', 'west-a': 'answered' } as const;
    const { verdicts } = watch([lease(0, held), ...rounds(4, gone)]);
    expect(verdicts).toEqual([
      { kind: 'zone-loss', region: 'east', zone: 'east-b', writer: false },
    ]);
  });

  test('a region that goes zone by zone is never taken for a zone', () => {
    const early = [probe('east-b', 0, 'answered'), ...rounds(3, { 'east-a': 'missed' }, 1)];
    const { verdicts } = watch([lease(0, lapsed), ...early, ...rounds(3, eastGone, 400)]);
    expect(verdicts).toEqual([{ kind: 'region-loss', region: 'east', zone: null, writer: true }]);
  });

  test('the writer alone: its zone answers, its database does not', () => {
    const down = { 'east-a': 'writer-down', 'east-b': 'answered', 'west-a': 'answered' } as const;
    const { verdicts } = watch([...rounds(3, down), lease(400, lapsed)]);
    expect(verdicts).toEqual([
      { kind: 'process-crash', region: 'east', zone: 'east-a', writer: true },
    ]);
  });

  test('what was missed while the observer stood still does not count', () => {
    const late = rounds(10, eastGone).map((sighting): Sighting => ({ ...sighting, at: 5000 }));
    const { state, verdicts } = watch([lease(0, lapsed), ...late]);
    expect(verdicts).toEqual([]);
    expect(watch(rounds(2, eastGone, 5000), state).verdicts).toEqual([]);
    expect(watch(rounds(3, eastGone, 5000), state).verdicts).toHaveLength(1);
  });

  test('one verdict for one loss, and one more only after the place was well in between', () => {
    const first = watch([lease(0, lapsed), ...rounds(10, eastGone)]);
    expect(first.verdicts).toHaveLength(1);
    const flicker = watch([...rounds(1, allWell, 1000), ...rounds(5, eastGone, 1100)], first.state);
    expect(flicker.verdicts).toEqual([]);
    const again = watch([...rounds(2, allWell, 1000), ...rounds(3, eastGone, 1200)], first.state);
    expect(again.verdicts).toHaveLength(1);
  });
});
