import type { Action, Json, Outcome, PerformContext } from '@outrigger/recovery';
import type { ZoneState } from '../controller/lab-control.ts';
import { type Adapter, type AdapterContext, askZones, refused, unknown } from './adapter.ts';

/** A service's pods are played by one process in each workload zone of a region. */
export const serviceAdapter: Adapter = {
  async perform(action, context, given) {
    switch (action.verb) {
      case 'scale':
        return inZones(action, context, given, 'every', (outcomes) => scaleFacts(action, outcomes));
      case 'verify':
        return inZones(action, context, given, 'every', (outcomes) => ({
          rehearsed: true,
          answered: sum(outcomes, 'answered'),
        }));
      case 'hold-writes':
        return inZones(action, context, given, 'every', (outcomes) => ({
          held: true,
          inFlight: sum(outcomes, 'inFlight'),
        }));
      case 'release-writes':
        // Whoever answered has obeyed it, and refuses what is older.
        return inZones(action, context, given, 'one', (outcomes) => ({
          held: false,
          toldEpoch: context.epoch,
          inFlight: sum(outcomes, 'inFlight'),
        }));
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

/** Asks the zones that run the component, and makes one fact of what each of them found. */
async function inZones(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
  needed: 'every' | 'one',
  factsOf: (outcomes: readonly Outcome[]) => { readonly [fact: string]: Json },
): Promise<Outcome> {
  const zones = zonesWith(action.component, action.region ?? '', given);
  const outcomes = await askZones(zones, action, context, given, needed);
  if ('kind' in outcomes) return outcomes;
  return { kind: 'done', at: given.lab.now(), facts: factsOf(outcomes) };
}

/**
 * The plan counts pods; the lab runs one process for all pods of a zone. When every process that
 * stands for pods is ready, all the pods that were asked for count as ready.
 */
function scaleFacts(action: Action, outcomes: readonly Outcome[]) {
  const wanted = Number(action.arguments.replicas ?? 0);
  const total = sum(outcomes, 'wanted');
  const processes = sum(outcomes, 'ready');
  return { ready: total === 0 ? processes : (wanted * processes) / total, processes };
}

function sum(outcomes: readonly Outcome[], fact: string): number {
  return outcomes.reduce(
    (total, outcome) => total + (outcome.kind === 'done' ? Number(outcome.facts?.[fact] ?? 0) : 0),
    0,
  );
}
