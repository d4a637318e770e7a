import { describe, expect, test } from 'vitest';
import type { Action } from '../action.ts';
import { startTopology } from '../start-topology.ts';
import { type ConformanceSubject, conformance } from './conformance.ts';
import { createMemoryWorld } from './memory-world.ts';
import { testPlatform } from './platforms.ts';

const platform = testPlatform({ name: 'conformance' });
const topology = startTopology(platform, 2);

function subject() {
  const memory = createMemoryWorld({ platform, topology, seed: 1 });
  memory.lose({ kind: 'zone-loss', region: 'us-east-1', zone: 'us-east-1b' });
  const component = { kind: 'component', component: 'orders-db', region: 'us-east-1' } as const;
  const action: Action = {
    verb: 'verify',
    component: 'orders-db',
    region: 'us-east-1',
    zone: 'us-east-1a',
    arguments: { member: 'orders-db@us-east-1a' },
  };
  const reachable = { ...component, zone: 'us-east-1a' };
  const of: ConformanceSubject = {
    world: memory.world,
    run: 'conformance',
    epoch: 2,
    harmless: {
      action,
      check: [{ subject: reachable, fact: 'canaryRead', is: 'equal', value: true }],
    },
    reachable,
    unreachable: { ...component, zone: 'us-east-1b' },
    lost: { ...action, verb: 'rejoin', zone: 'us-east-1b' },
    patienceMs: 1000,
  };
  return { memory, of };
}

describe('the world in memory conforms', () => {
  test.each(conformance.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { memory, of } = subject();
    await memory.time.until(one.run(of));
  });

  test('and a world that guesses does not', async () => {
    const { memory, of } = subject();
    const guessing: ConformanceSubject = {
      ...of,
      world: {
        ...of.world,
        perform: async () => ({ kind: 'done', at: 0, facts: { canaryRead: true } }),
        observe: async (seen) => ({ subject: seen, at: 0, status: 'known', facts: {} }),
      },
    };
    const failed: string[] = [];
    for (const { name, run } of conformance) {
      await memory.time.until(run(guessing)).catch(() => failed.push(name));
    }
    expect(failed).toHaveLength(8);
  });
});
