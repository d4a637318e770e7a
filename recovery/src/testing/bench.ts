import type { Effect, RunEvent } from '../effect.ts';
import { step } from '../engine.ts';
import type { Plan } from '../plan.ts';
import { begin, type RunState } from '../run-state.ts';
import { startTopology } from '../start-topology.ts';
import type { Step } from '../step.ts';
import type { Command } from '../transition.ts';
import type { Outcome } from '../world.ts';
import { memoryIntervals } from './pace.ts';
import { testPlatform } from './platforms.ts';

const platform = testPlatform({ name: 'engine' });
export const topology = startTopology(platform);

export function stepOf(id: string, more: Partial<Step> = {}): Step {
  const [component = ''] = id.split('/');
  return {
    id,
    after: [],
    guard: [],
    action: { verb: 'verify', component, arguments: {} },
    check: [{ subject: { kind: 'component', component }, fact: 'well', is: 'equal', value: true }],
    retry: { attemptsMax: 2, backoff: 'short' },
    controlPlanes: [],
    mayLoseData: false,
    background: false,
    doneWhen: 'well',
    ...more,
  };
}

export function planOf(steps: readonly Step[], more: Partial<Plan> = {}): Plan {
  return {
    schemaVersion: 1,
    platform: 'engine',
    intent: 'failover',
    failure: null,
    from: null,
    to: 'us-east-1',
    takesEpoch: true,
    objective: null,
    kinds: {},
    steps,
    handover: null,
    notes: [],
    redFlags: [],
    ...more,
  };
}

/** A run under test: every event goes through the engine, effects are collected. */
export class Bench {
  state: RunState;
  effects: readonly Effect[] = [];
  readonly records: { readonly type: string }[] = [];

  constructor(plan: Plan, of = topology) {
    this.state = begin({ run: 'run', epoch: 2, plan, topology: of, platformDigest: 'digest' });
    this.on({ type: 'started', now: 0 });
  }

  on(event: RunEvent): this {
    const stepped = step(this.state, event, memoryIntervals);
    this.state = stepped.state;
    this.effects = stepped.effects;
    for (const effect of stepped.effects) {
      if (effect.type === 'append') this.records.push(...effect.records.map(({ event: of }) => of));
    }
    return this;
  }

  outcome(id: string, outcome: Outcome, attempt = 1): this {
    return this.on({ type: 'outcome', now: 10, step: id, attempt, outcome });
  }

  well(id: string): this {
    return this.outcome(id, { kind: 'done', at: 10, facts: { well: true } });
  }

  say(command: Pick<Command, 'kind'> & { readonly step?: string }): this {
    const said = { who: 'ada', when: '2026-01-01T00:00:00Z', why: 'because' };
    const of = { step: '', ...said, ...command } as Command;
    return this.on({ type: 'command', now: 20, command: of });
  }

  life(id: string): string {
    return this.state.lives.at(this.state.index.positions.get(id) ?? -1).is;
  }

  types(): readonly string[] {
    return this.effects.map(({ type }) => type);
  }

  rejected(): string | null {
    const found = this.effects.find((effect) => effect.type === 'reject');
    return found?.type === 'reject' ? found.why : null;
  }
}
