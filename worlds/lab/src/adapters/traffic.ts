import type { Action, Observation, Outcome, PerformContext } from '@outrigger/recovery';
import { type Adapter, type AdapterContext, askZones, refused, unknown } from './adapter.ts';

/** What the entry's control endpoint tells of a region. */
interface EntryState {
  readonly regions: readonly { readonly region: string; readonly healthy: boolean }[];
}

/**
 * The entry looks every few ms; a region that isn't served after this long needs another attempt.
 */
const servedMs = 3_000;
const clientTimeoutMs = 1_000;
const pollMs = 10;

/**
 * Global Accelerator, and Route 53 or a load balancer where one of them is the way in, are played
 * by the lab's entry. No dial is touched: a region is admitted by becoming ready.
 */
export const trafficAdapter: Adapter = {
  async perform(action, context, given) {
    switch (action.verb) {
      case 'admit':
      case 'exclude':
        return admit(action, context, given);
      case 'verify':
        return verify(action, context, given);
      default:
        return refused(action);
    }
  },

  async observe(subject, given) {
    const at = given.lab.now();
    const state = await entryState(given);
    if (typeof state === 'string') return unknown(subject, at, null, state);
    const region = state.regions.find((each) => each.region === subject.region);
    if (region === undefined) return unknown(subject, at, null, 'the entry has no such region');
    return {
      subject,
      at,
      status: 'known',
      facts: { ready: region.healthy, served: region.healthy },
    } as Observation;
  },
};

async function admit(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const zones = given.lab
    .zonesOf(action.region ?? '')
    .filter((zone) => zone.services.some((service) => service.holdsWrites))
    .map((zone) => zone.name);
  const outcomes = await askZones(zones, action, context, given, 'one');
  if ('kind' in outcomes) return outcomes;
  const facts = { ready: action.verb === 'admit', epoch: context.epoch, zones: outcomes.length };
  return { kind: 'done', at: given.lab.now(), facts };
}

/**
 * As a client: the entry calls the region healthy, and answers a read on a fresh connection from
 * it.
 */
async function verify(
  action: Action,
  context: PerformContext,
  given: AdapterContext,
): Promise<Outcome> {
  const region = action.region ?? '';
  const until = given.lab.now() + servedMs;
  let why = 'the entry was not asked';
  while (given.lab.now() < until) {
    const state = await entryState(given);
    if (typeof state === 'string') why = state;
    else if (state.regions.find((each) => each.region === region)?.healthy !== true) {
      why = `the entry does not call ${region} healthy`;
    } else {
      const by = await askAsClient(given);
      if (by === region) {
        const facts = { served: true, epoch: context.epoch, by };
        return { kind: 'done', at: given.lab.now(), facts };
      }
      why = `a client was answered by ${by}`;
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return { kind: 'failed', why };
}

async function entryState(given: AdapterContext): Promise<EntryState | string> {
  const answer = await given.lab.entry.call<EntryState>(
    'GET',
    '/state',
    undefined,
    clientTimeoutMs,
  );
  return answer.kind === 'answered' ? answer.body : `the entry does not answer: ${answer.why}`;
}

async function askAsClient(given: AdapterContext): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${given.lab.layout.entry.port}/api/catalog`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(clientTimeoutMs),
    });
    await response.arrayBuffer();
    // Whoever answers is what counts: a platform need not have a catalogue.
    const by = response.headers.get('x-outrigger-region');
    return response.status < 500 && by !== null ? by : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
