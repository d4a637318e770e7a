import type { Action, Json, Observation, Outcome, PerformContext } from '@outrigger/recovery';
import { type Adapter, type AdapterContext, askZones, refused, unknown } from './adapter.ts';

/**
 * EFS is played by a folder that all zones of a region share; any of their agents speaks for it.
 */
export const fileStoreAdapter: Adapter = {
  async perform(action, context, given) {
    switch (action.verb) {
      case 'transfer':
        return transfer(action, context, given);
      case 'detach-replication':
      case 'attach-replication':
      case 'salvage':
      case 'verify':
        return inRegion(action, action.region ?? '', context, given);
      default:
        return refused(action);
    }
  },

  async observe(subject, given) {
    const at = given.lab.now();
    const zones = given.lab.zonesOf(subject.region ?? '');
    const zone = zones.find((each) => given.reach.isReachable(each.name)) ?? zones[0];
    if (zone === undefined)
      return unknown(subject, at, null, 'a file store is looked at by region');
    const answer = await given.lab
      .agent(zone.name)
      .call<{ fileStores: readonly ({ component: string } & Record<string, Json>)[] }>(
        'GET',
        '/state',
        undefined,
        given.lab.layout.timing.probeTimeoutMs,
      );
    const since = given.reach.last(zone.name)?.at ?? null;
    if (answer.kind !== 'answered') return unknown(subject, at, since, answer.why);
    const facts = answer.body.fileStores.find((each) => each.component === subject.component);
    if (facts === undefined) return unknown(subject, at, since, 'there is no such store');
    return { subject, at, status: 'known', facts } as Observation;
  },
};

async function inRegion(
  action: Action,
  region: string,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const zones = given.lab.zonesOf(region).map((zone) => zone.name);
  const outcomes = await askZones(zones, action, context, given, 'every');
  if ('kind' in outcomes) return outcomes;
  return outcomes[0] ?? { kind: 'failed', why: `${region} has no zone` };
}

/**
 * The old side stops taking files and says how many it has; the new side waits for the last one.
 */
async function transfer(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const old = String(action.arguments.fromMember).split('@')[1] ?? '';
  const zones = given.lab.zonesOf(old).map((zone) => zone.name);
  const handOver = { ...action, arguments: { ...action.arguments, part: 'hand-over' } };
  const handed = await askZones(zones, handOver, context, given, 'every');
  if ('kind' in handed) return handed;
  const positions = Object.fromEntries(
    handed.flatMap((outcome) =>
      outcome.kind === 'done'
        ? [[String(outcome.facts?.instance), Number(outcome.facts?.sequence)] as const]
        : [],
    ),
  );
  const takeOver = { ...action, arguments: { ...action.arguments, part: 'take-over', positions } };
  return inRegion(takeOver, action.region ?? '', context, given);
}
