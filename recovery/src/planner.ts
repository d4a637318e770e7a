import type { Kind, Platform } from '@outrigger/model';
import { controlPlaneFlag } from './control-planes.ts';
import type {
  Contribution,
  Draft,
  FacetInput,
  FactCheck,
  RecoveryFacet,
  RecoveryFacets,
} from './facet.ts';
import { order, type Placed } from './order.ts';
import type { Handover, Plan } from './plan.ts';
import type { PlanProblem, PlanRequest } from './request.ts';
import { situate } from './situate.ts';
import type { Situation } from './situation.ts';
import type { Condition, Step } from './step.ts';
import type { Topology } from './topology.ts';

export type Planned =
  | { readonly plan: Plan; readonly problems?: undefined }
  | { readonly plan?: undefined; readonly problems: readonly PlanProblem[] };

/**
 * Derives a plan: works out who moves where, lets each component's facet say its steps, and orders
 * them by what they need. The same input gives the same plan, byte for byte.
 */
export function plan(
  input: {
    readonly platform: Platform;
    readonly topology: Topology;
    readonly request: PlanRequest;
  },
  facets: RecoveryFacets,
): Planned {
  const { platform, topology } = input;
  const components = Object.values(platform.components);
  const stores = components
    .filter((component) => facetOf(facets, component.kind)?.hasWriter === true)
    .map((component) => component.name);
  const situated = situate({ ...input, stores });
  if (situated.situation === undefined) return { problems: situated.problems };
  const { situation } = situated;

  const placed: Placed[] = [];
  const problems: PlanProblem[] = [];
  const notes: string[] = [];
  for (const component of components) {
    const facet = facetOf(facets, component.kind);
    if (facet === null) continue;
    const data = topology.data[component.name] ?? null;
    const contribution = contribute(facet, { component, platform, situation, data });
    for (const draft of contribution.drafts) {
      placed.push({ id: `${component.name}/${draft.name}`, component: component.name, draft });
    }
    problems.push(...(contribution.problems ?? []));
    notes.push(...(contribution.notes ?? []));
  }
  if (problems.length === 0 && placed.length === 0 && situation.takesEpoch) problems.push(idle);
  if (problems.length > 0) return { problems };
  return { plan: assemble({ platform, situation, placed, notes }) };
}

/** A move without a step would be told as one that meets every objective. */
const idle: PlanProblem = {
  path: 'components',
  wrong: 'none of them takes part in this move: nothing is written, served or led to a region',
  mend: 'describe what clients need: a database, a service, a way in',
};

function facetOf(facets: RecoveryFacets, kind: Kind): RecoveryFacet<Kind> | null {
  const facet = facets[kind];
  // Each facet takes its own kind only, and is only ever given components of that kind.
  return 'none' in facet ? null : (facet as RecoveryFacet<Kind>);
}

function contribute(facet: RecoveryFacet<Kind>, input: FacetInput<Kind>): Contribution {
  return facet.steps(input);
}

function assemble(input: {
  readonly platform: Platform;
  readonly situation: Situation;
  readonly placed: readonly Placed[];
  readonly notes: readonly string[];
}): Plan {
  const { platform, situation, placed } = input;
  const steps = order(placed).map(({ after, component, draft }) => stepOf(component, draft, after));
  const kinds: Record<string, Kind> = {};
  for (const { component } of placed) {
    const found = platform.components[component];
    if (found !== undefined) kinds[component] = found.kind;
  }
  const handover = handoverOf(placed);
  const notes = [...input.notes];
  const writersMove = situation.takesEpoch && Object.keys(situation.moves).length > 0;
  if (situation.planned && writersMove && handover === null) {
    notes.push('no service holds writes: clients see refused writes while the writer moves');
  }
  if (steps.length === 0) notes.push('there is nothing to do');
  return {
    schemaVersion: 1,
    platform: platform.name,
    intent: situation.intent,
    failure: situation.failure,
    from: situation.from,
    to: situation.to,
    takesEpoch: situation.takesEpoch,
    objective: situation.objective,
    kinds,
    steps,
    handover,
    notes,
    redFlags: redFlags(steps, situation),
  };
}

function stepOf(component: string, draft: Draft, after: readonly string[]): Step {
  const { region, zone } = draft;
  return {
    id: `${component}/${draft.name}`,
    after,
    guard: conditions(component, region, zone, draft.guard ?? []),
    action: {
      verb: draft.verb,
      component,
      ...(region === undefined ? {} : { region }),
      ...(zone === undefined || zone === null ? {} : { zone }),
      arguments: draft.arguments ?? {},
    },
    check: conditions(component, region, zone, draft.check),
    retry: draft.retry ?? { attemptsMax: 3, backoff: 'short' },
    controlPlanes: draft.controlPlanes ?? [],
    mayLoseData: draft.mayLoseData ?? false,
    background: draft.background ?? false,
    doneWhen: draft.doneWhen,
  };
}

/** A step is checked where it acts, so that what its performer saw counts as the observation. */
function conditions(
  component: string,
  region: string | undefined,
  zone: string | null | undefined,
  checks: readonly FactCheck[],
): Condition[] {
  const subject = {
    kind: 'component' as const,
    component,
    ...(region === undefined ? {} : { region }),
    ...(zone === undefined || zone === null ? {} : { zone }),
  };
  return checks.map((check) => ({ subject, ...check }));
}

function handoverOf(placed: readonly Placed[]): Handover | null {
  const part = (name: 'opens' | 'moves' | 'closes') =>
    placed.filter(({ draft }) => draft.handover?.part === name);
  const opens = part('opens');
  const moves = part('moves');
  if (opens.length === 0) return null;
  const backId = (one: Placed) => `${one.component}/${one.draft.handover?.back?.name}`;
  const dataBack = moves.map((one) => backStep(one, []));
  const releaseBack = opens.map((one) => backStep(one, moves.map(backId)));
  return {
    opens: opens.map(({ id }) => id),
    closes: part('closes').map(({ id }) => id),
    inside: [...opens, ...moves].map(({ id }) => id),
    back: [...dataBack, ...releaseBack],
  };
}

function backStep({ component, draft }: Placed, after: readonly string[]): Step {
  const back = draft.handover?.back;
  if (back === undefined) throw new Error(`${component}/${draft.name} has no way back`);
  const step = stepOf(
    component,
    { ...draft, ...back, zone: back.zone ?? null, retry: { attemptsMax: 10, backoff: 'short' } },
    after,
  );
  return step;
}

/**
 * Static stability: a failover may need neither what is lost nor what is shared by all regions.
 * A planned move has both sides and may use them.
 */
function redFlags(steps: readonly Step[], situation: Situation): string[] {
  if (situation.planned) return [];
  const flags: string[] = [];
  for (const step of steps) {
    for (const plane of step.controlPlanes) {
      const said = controlPlaneFlag(step, plane, situation.lostRegions);
      if (said !== null) flags.push(said);
    }
  }
  return flags;
}
