import type { Kind, Platform, ResolvedComponent, Service } from '@outrigger/model';

/** Kinds that the lab has no part for, and for which a plan has steps: they are left out of it. */
const leftOutKinds: ReadonlySet<Kind> = new Set(['documentdb', 'virtual-machines']);

/** Kinds that stay in the platform, since nothing waits for them, and that nothing plays. */
const unplayedKinds: ReadonlySet<Kind> = new Set([
  'access-analyzer',
  'alarms',
  'cdn',
  'certificate',
  'container-registry',
  'dynamodb',
  'events',
  'firewall',
  'key-pair',
  'keys',
  'machine-image',
  'object-store',
  'pipeline',
  'secrets',
  'workforce-identity',
]);

export interface PlayedPart {
  readonly platform: Platform;
  /** What the lab does not play, in sentences for the report. */
  readonly told: readonly string[];
}

/**
 * The part of a platform that the lab can rehearse: its plan has steps for what is there, and for
 * nothing else. A service that needs something that is left out runs without it.
 */
export function playedPart(platform: Platform): PlayedPart {
  const all = Object.values(platform.components);
  const left = new Set(all.filter(({ kind }) => leftOutKinds.has(kind)).map(({ name }) => name));
  const sendsNowhere = (component: ResolvedComponent): boolean =>
    component.kind === 'load-balancer' && component.routes.every(({ to }) => left.has(to));
  for (const component of all.filter(sendsNowhere)) left.add(component.name);
  for (const component of all) {
    if ('to' in component && left.has(component.to)) left.add(component.name);
  }
  const kept = all.filter(({ name }) => !left.has(name));
  return {
    platform: {
      ...platform,
      components: Object.fromEntries(
        kept.map((component) => [
          component.name,
          component.kind === 'service' ? withoutNeeds(component, left) : component,
        ]),
      ),
    },
    told: toldOf(all.filter(({ name, kind }) => left.has(name) || unplayedKinds.has(kind))),
  };
}

function toldOf(unplayed: readonly ResolvedComponent[]): readonly string[] {
  if (unplayed.length === 0) return [];
  const names = unplayed.map(({ name, kind }) => `${name} (${kind})`).join(', ');
  return [`Not played in the lab: ${names}`];
}

function withoutNeeds(service: Service, left: ReadonlySet<string>): Service {
  return { ...service, needs: service.needs.filter((need) => !left.has(need)) };
}
