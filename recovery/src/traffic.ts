import type { Draft } from './facet.ts';
import type { Situation } from './situation.ts';
import type { Checks } from './timings.ts';

/**
 * A region that is only now built is not among those that the way in leads to. That takes the one
 * control plane which all regions share: it is told in red.
 */
export function ledTo(
  { regions }: { readonly regions: readonly string[] },
  { rebuilds, to }: Situation,
  service: string,
): Draft[] {
  if (!rebuilds || regions.includes(to)) return [];
  return [
    {
      name: 'repoint',
      verb: 'repoint',
      region: to,
      needs: ['balanced'],
      provides: ['capacity'],
      check: [{ fact: 'pointed', is: 'equal', value: true }],
      retry: { attemptsMax: 5, backoff: 'long' },
      controlPlanes: [{ service, region: 'global' }],
      doneWhen: `it leads to ${to} as well`,
    },
  ];
}

/** What of a way in its steps tell. */
interface WayIn {
  readonly name: string;
  readonly healthCheck: Checks | null;
  /** How long clients may keep what a name server answered; left out where an address stays. */
  readonly answersKeptMs?: number;
}

/**
 * What every way in has in common: a region is admitted, or taken out, by what its own `/readyz`
 * says. That is data plane only, so none of these steps needs a control plane.
 */
export function trafficSteps(
  { name: component, healthCheck, answersKeptMs }: WayIn,
  situation: Situation,
): Draft[] {
  const { admit, exclude, from, to, planned, takesEpoch } = situation;
  // In a planned move the side that is left serves or forwards whoever still comes there.
  const isKept = answersKeptMs !== undefined && !planned && from !== null;
  const checks =
    healthCheck === null
      ? {}
      : {
          checks: { intervalMs: healthCheck.intervalMs, threshold: healthCheck.threshold },
        };
  if (situation.intent === 'failback' && !takesEpoch) return [];
  const named = (verb: string, region: string, several: boolean) =>
    several ? `${verb}-${region}` : verb;
  const drafts: Draft[] = admit.map((region) => ({
    name: named('admit', region, admit.length > 1),
    verb: 'admit',
    region,
    arguments: checks,
    // Who needs no nodes of what is built there still finds its network and load balancer built.
    needs: planned ? ['released', 'balanced'] : ['verified', 'writable', 'capacity', 'balanced'],
    provides: ['admitted'],
    check: [
      { fact: 'ready', is: 'equal', value: true },
      { fact: 'epoch', is: 'equal', value: { run: 'epoch' } },
    ],
    retry: { attemptsMax: 10, backoff: 'short' },
    doneWhen: `${region} ready`,
  }));
  for (const region of exclude) {
    drafts.push({
      name: named('exclude', region, exclude.length > 1),
      verb: 'exclude',
      region,
      arguments: checks,
      // Never a moment in which no region is admitted: the old one leaves after the new one is in.
      needs: ['admitted'],
      provides: ['excluded'],
      check: [{ fact: 'ready', is: 'equal', value: false }],
      retry: { attemptsMax: 10, backoff: 'short' },
      doneWhen: `${region} out of traffic`,
    });
  }
  drafts.push({
    name: 'verify',
    verb: 'verify',
    region: to,
    arguments: { through: component, ...checks, ...(isKept ? { answersKeptMs } : {}) },
    needs: ['admitted', 'excluded', 'verified'],
    provides: ['served'],
    check: [
      { fact: 'served', is: 'equal', value: true },
      ...(takesEpoch
        ? [{ fact: 'epoch', is: 'equal' as const, value: { run: 'epoch' as const } }]
        : []),
    ],
    retry: { attemptsMax: 10, backoff: 'short' },
    doneWhen: 'every client served',
  });
  return drafts;
}
