import { get } from 'node:http';
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

/** On a connection of its own: a kept one may lead to a region that is gone. */
function askAsClient(given: AdapterContext): Promise<string> {
  return new Promise((resolve) => {
    const request = get({
      host: '127.0.0.1',
      port: given.lab.layout.entry.port,
      path: '/api/catalog',
      agent: false,
      signal: AbortSignal.timeout(clientTimeoutMs),
    });
    request.once('response', (response) => {
      // Whoever answers is what counts: a platform need not have a catalogue.
      const by = response.headers['x-outrigger-region'];
      const { statusCode = 500 } = response;
      response.once('error', (error) => resolve(error.message));
      response.once('end', () =>
        resolve(statusCode < 500 && typeof by === 'string' ? by : `status ${statusCode}`),
      );
      response.resume();
    });
    request.once('error', (error) => resolve(error.message));
  });
}
