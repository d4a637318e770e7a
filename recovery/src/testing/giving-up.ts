import type { Plan } from '../plan.ts';
import type { Loss } from '../request.ts';
import type { Command } from '../transition.ts';
import type { PerformFault } from './memory-world.ts';
import type { PropertySubject } from './properties.ts';
import { type Rehearsal, rehearse } from './rehearse.ts';
import { assertSafe, assertSafeAfterAll, assertStatus, assertThat } from './safety.ts';

const cancel: Command = { kind: 'cancel', who: 'ada', when: 'now', why: 'it leads nowhere' };

/**
 * A move that can go neither on nor back, and is given up: it ends, nothing stays held, and what is
 * lost after it is recovered as if it had never been. `seed` repeats it.
 */
export async function givenUp(subject: PropertySubject, seed: number): Promise<void> {
  const { handover, from, to } = subject.plan;
  if (handover === null) return;
  for (const id of handover.inside) {
    for (const [fault, of] of waysToFail) {
      const back = handover.back.filter(({ action }) => of === null || action.verb === of);
      const what = `${id} ${fault} for good, its way back too (${of ?? 'all'}), seed ${seed}`;
      for (const lost of [from, to]) {
        const failing = new Set([id, ...back.map((step) => step.id)]);
        await giveUp(subject, seed, { failing, fault, lost, what });
      }
    }
  }
}

/** What befalls the steps of the way back, and which of them; null: all. */
const waysToFail: readonly (readonly [PerformFault, 'transfer' | 'release-writes' | null])[] = [
  ['fails', null],
  ['refused', 'transfer'],
  ['request-lost', 'release-writes'],
  ['late', 'transfer'],
];

interface Story {
  readonly failing: ReadonlySet<string>;
  readonly fault: PerformFault;
  /** The region that is lost afterwards. */
  readonly lost: string | null;
  readonly what: string;
}

async function giveUp(subject: PropertySubject, seed: number, story: Story): Promise<void> {
  const { plan, scenario } = subject;
  const { failing, fault, what } = story;
  const { platform, topology } = scenario;
  let isWell = false;
  const rehearsal = await rehearse({
    platform,
    topology,
    plan,
    seed,
    ...(subject.createWorld === undefined ? {} : { createWorld: subject.createWorld }),
    fault: (_action, { step }) => (!isWell && failing.has(step) ? fault : 'none'),
    saidWhenFailed: [cancel],
  });
  const { memory, result, run } = rehearsal;
  // What is only late may well be seen in time.
  const hasFailed = memory.records(run).some(({ event }) => event.type === 'cancelled');
  assertThat(hasFailed || fault === 'late', what, 'the way back did not fail');
  assertStatus(rehearsal, [hasFailed ? 'cancelled' : 'went-back'], what);
  assertThat(result.rejected.length === 0, what, 'the cancel was refused');
  assertSafe(rehearsal, what, 'writes-released');
  await memory.time.until(memory.time.wait(memory.pace.holdMsMax));
  assertThat(!memory.model.anyHeld(), what, 'writes are held for ever');
  isWell = true;
  await recoverNext(subject, rehearsal, seed, story);
}

/** The recovery after it, under an epoch newer than any that the one before may have used. */
async function recoverNext(
  { scenario: { platform }, planWith }: PropertySubject,
  { memory, result }: Rehearsal,
  seed: number,
  { lost, what }: Story,
): Promise<void> {
  if (planWith === undefined || lost === null) return;
  const failure: Loss = { kind: 'region-loss', region: lost, zone: null };
  memory.lose(failure);
  const seen = memory.model.topology();
  const topology = { ...seen, epoch: Math.max(seen.epoch, (result.state?.epoch ?? 0) + 1) };
  const request = { intent: 'failover', failure } as const;
  const { plan, problems } = planWith({ platform, topology, request });
  const after = `${what}; then ${lost} is lost`;
  const why = () => (problems ?? []).map((each) => `${each.path}: ${each.wrong}`).join('; ');
  if (plan === undefined) throw new Error(`${after}: no plan: ${why()}`);
  const next = await rehearseIn(memory, plan, topology, platform, seed + 1);
  assertStatus(next, ['done'], after);
  // What was late of the one before comes now.
  await assertSafeAfterAll(next, after);
}

function rehearseIn(
  memory: Rehearsal['memory'],
  plan: Plan,
  topology: PropertySubject['scenario']['topology'],
  platform: PropertySubject['scenario']['platform'],
  seed: number,
): Promise<Rehearsal> {
  return rehearse({ platform, topology, plan, seed, createWorld: () => memory });
}
