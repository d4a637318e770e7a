import type { Action, Json, Outcome, PerformContext } from '@outrigger/recovery';
import type { ZoneState } from '../controller/lab-control.ts';
import { type Adapter, type AdapterContext, askZones, refused, unknown } from './adapter.ts';

/** A service's pods are played by one process in each workload zone of a region. */
export const serviceAdapter: Adapter = {
  async perform(action, context, given) {
    switch (action.verb) {
      case 'scale':
        return scale(action, context, given);
      case 'hold-writes':
        return gateways(action, context, given, 'every');
      case 'verify':
        return rehearse(action, context, given);
      case 'release-writes':
        return gateways(action, context, given, 'one');
      default:
        return refused(action);
    }
  },

  async observe(subject, given) {
    const at = given.lab.now();
    const zones = zonesWith(subject.component, subject.region ?? '', given);
    const answers = await Promise.all(
      zones.map((zone) =>
        given.lab
          .agent(zone)
          .call<ZoneState>('GET', '/state', undefined, given.lab.layout.timing.probeTimeoutMs),
      ),
    );
    const states = answers.flatMap((each) => (each.kind === 'answered' ? [each.body] : []));
    if (states.length < zones.length || zones.length === 0) {
      return unknown(subject, at, null, `not every zone of ${subject.region} answers`);
    }
    const ready = states.filter(({ services }) => services[subject.component]?.ready === true);
    const facts = { processes: ready.length, zones: zones.length };
    return { subject, at, status: 'known', facts };
  },
};

function zonesWith(component: string, region: string, given: AdapterContext): readonly string[] {
  return given.lab
    .zonesOf(region)
    .filter((zone) => zone.services.some((service) => service.component === component))
    .map((zone) => zone.name);
}

/**
 * The plan counts pods; the lab runs one process for all pods of a zone. When every process that
 * stands for pods is ready, all the pods that were asked for count as ready.
 */
async function scale(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const zones = zonesWith(action.component, action.region ?? '', given);
  const outcomes = await askZones(zones, action, context, given, 'every');
  if ('kind' in outcomes) return outcomes;
  const wanted = Number(action.arguments.replicas ?? 0);
  const total = sum(outcomes, 'wanted');
  const ready = total === 0 ? sum(outcomes, 'ready') : (wanted * sum(outcomes, 'ready')) / total;
  return {
    kind: 'done',
    at: given.lab.now(),
    facts: { ready, processes: sum(outcomes, 'ready') },
  };
}

async function rehearse(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const zones = zonesWith(action.component, action.region ?? '', given);
  const outcomes = await askZones(zones, action, context, given, 'every');
  if ('kind' in outcomes) return outcomes;
  const answered = sum(outcomes, 'answered');
  return { kind: 'done', at: given.lab.now(), facts: { rehearsed: true, answered } };
}

async function gateways(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
  needed: 'every' | 'one',
): Promise<Outcome> {
  const zones = zonesWith(action.component, action.region ?? '', given);
  const outcomes = await askZones(zones, action, context, given, needed);
  if ('kind' in outcomes) return outcomes;
  const held = action.verb === 'hold-writes';
  const facts: Record<string, Json> = { held, inFlight: sum(outcomes, 'inFlight') };
  return { kind: 'done', at: given.lab.now(), facts };
}

function sum(outcomes: readonly Outcome[], fact: string): number {
  return outcomes.reduce(
    (total, outcome) => total + (outcome.kind === 'done' ? Number(outcome.facts?.[fact] ?? 0) : 0),
    0,
  );
}
