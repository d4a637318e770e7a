import type { Action, Json, Verb } from '@outrigger/recovery';
import { notObeyed } from '../control/client.ts';
import type { ServiceLayout, ZoneLayout } from '../layout.ts';
import type { VerbHandler, VerbResult } from './verb-table.ts';
import type { Workloads } from './workloads.ts';

export interface ServiceVerbContext {
  readonly zone: ZoneLayout;
  readonly workloads: Workloads;
  readonly now: () => number;
  /** Kept on disk: a restarted agent starts what a recovery had scaled up. */
  readonly onScaled: (component: string, replicas: number) => void;
}

const readyMs = 30_000;
const gatewayTimeoutMs = 3_000;
/** A controller that dies leaves writes held no longer than this: the gateway returns by itself. */
export const holdMsMax = 5_000;

/** What an agent does for each verb on a service of its zone. */
export function serviceVerb(
  context: ServiceVerbContext,
  service: ServiceLayout,
  verb: Verb,
): VerbHandler | null {
  switch (verb) {
    case 'scale':
      return async (action) => {
        const wanted = Number(action.arguments.replicas ?? 0) > 0 ? service.replicas : 0;
        context.onScaled(service.component, wanted);
        const gently = action.arguments.gently === true;
        const { component } = service;
        const ready = await context.workloads.scale(component, wanted, readyMs, gently);
        return { facts: { ready, wanted } };
      };
    case 'verify':
      return () => rehearse(context, service);
    case 'hold-writes':
      return (action, epoch) => hold(context, service, action, epoch);
    case 'release-writes':
      return (action, epoch) =>
        gateway(
          context,
          service,
          '/control/release',
          { epoch, to: action.arguments.to ?? null },
          { held: false },
        );
    default:
      return null;
  }
}

/** A service that has no rehearsal of its own is ready when it says that it is. */
async function rehearse(context: ServiceVerbContext, service: ServiceLayout): Promise<VerbResult> {
  const outcome = await context.workloads.runIn(service.component);
  if (outcome.kind === 'answered') return { facts: { rehearsed: true, answered: outcome.count } };
  if (outcome.kind === 'failed') return outcome.why;
  if (context.workloads.status()[service.component]?.ready !== true)
    return `${service.component} is not ready`;
  return { facts: { rehearsed: true, answered: 0 } };
}

/**
 * New writes wait from the first answer on. One in flight that hangs keeps the hold from being
 * done: it is waited for again, for as long as the gateway would hold by itself.
 */
async function hold(
  context: ServiceVerbContext,
  service: ServiceLayout,
  action: Action,
  epoch: number,
): Promise<VerbResult> {
  const body = { epoch, to: action.arguments.to ?? null, deadlineMs: holdMsMax };
  const until = context.now() + holdMsMax / 2;
  for (;;) {
    const result = await gateway(context, service, '/control/hold', body, { held: true });
    if (typeof result === 'string' || result.facts.inFlight === 0) return result;
    if (context.now() > until) return result;
  }
}

/** `admit` and `exclude` reach every gateway of the zone: what its /readyz says is the region's. */
export async function admitVerb(
  context: ServiceVerbContext,
  action: Action,
  epoch: number,
): Promise<VerbResult> {
  const ready = action.verb === 'admit';
  if (ready) await context.workloads.endYielding();
  const gateways = context.zone.services.filter((service) => service.holdsWrites);
  const results = await Promise.all(
    gateways.map((service) => gateway(context, service, '/control/admit', { epoch, ready }, {})),
  );
  const failed = results.find((result) => typeof result === 'string');
  if (failed !== undefined) return failed;
  await context.workloads.checkLoadBalancer();
  return { facts: { ready, epoch, gateways: gateways.length } };
}

/**
 * Tells the zone's gateways that another region has this epoch: after a loss without a handover
 * nobody else could. Those that served until now are a zone that came back from then on, and leave
 * the machine to others. False while one of them did not hear it.
 */
export async function supersede(
  { zone, workloads }: Pick<ServiceVerbContext, 'zone' | 'workloads'>,
  epoch: number,
): Promise<boolean> {
  const controls = zone.services
    .filter((service) => service.holdsWrites)
    .map((service) => workloads.control(service.component));
  const answers = await Promise.all(
    controls.map((each) =>
      each?.call<{ left: boolean }>('POST', '/control/supersede', { epoch }, gatewayTimeoutMs),
    ),
  );
  if (answers.some((answer) => answer?.kind === 'answered' && answer.body.left))
    await workloads.yield();
  // A gateway of a user's own that refuses it will not know it later either.
  return answers.every((answer) => answer?.kind !== 'unreachable');
}

async function gateway(
  context: ServiceVerbContext,
  service: ServiceLayout,
  path: string,
  body: Readonly<Record<string, unknown>>,
  facts: Readonly<Record<string, Json>>,
): Promise<VerbResult> {
  const control = context.workloads.control(service.component);
  if (control === null) return `${service.component} does not run here`;
  const answer = await control.call<Record<string, Json>>('POST', path, body, gatewayTimeoutMs);
  if (answer.kind !== 'answered') return notObeyed(service.component, `POST ${path}`, answer);
  return { facts: { ...answer.body, ...facts } };
}
