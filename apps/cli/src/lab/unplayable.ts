import { entranceOf, reaches, writePath } from '@outrigger/lab';
import {
  componentsOf,
  databaseComponents,
  type Json,
  linesIn,
  type Platform,
  type ResolvedComponent,
  servicesOf,
} from '@outrigger/model';
import type { LoadedPlatform } from '../platform/load.ts';
import type { Problem } from '../refusal.ts';

/**
 * What a platform lacks for a lab: somebody who answers its clients' writes, and a database that
 * they end in. `played`: the platform without what the lab plays nothing for.
 */
export function unplayable(
  { platform: whole, shown, source }: Pick<LoadedPlatform, 'platform' | 'shown' | 'source'>,
  played: Platform,
): readonly Problem[] {
  const lines = linesIn(source);
  const problem = (
    place: readonly string[],
    value: Json,
    wrong: string,
    mend: string,
  ): Problem[] => [{ path: place.join('.'), value, wrong, mend, file: shown, line: lines(place) }];
  const of = (component: ResolvedComponent | undefined) =>
    component === undefined ? ['components'] : ['components', component.name, 'kind'];

  if (servicesOf(played).length === 0) {
    const machines = componentsOf(whole, 'virtual-machines')[0];
    return machines === undefined
      ? problem(
          ['components'],
          null,
          'no component is a service, so nobody would answer clients in the lab',
          "add a component of kind 'service' behind a load balancer",
        )
      : problem(
          of(machines),
          machines.kind,
          'the lab plays no virtual machines, so nobody would serve its clients',
          "simulate it instead, or describe what serves as components of kind 'service'",
        );
  }
  const databases = databaseComponents(played);
  if (databases.length === 0) {
    const other = componentsOf(whole, 'documentdb')[0] ?? componentsOf(whole, 'dynamodb')[0];
    return problem(
      of(other),
      other?.kind ?? null,
      other === undefined
        ? 'no component is a database: a drill in the lab is about who writes it'
        : `the lab plays no ${other.kind}, and there is no other database that could be written`,
      "simulate it instead, or add a component of kind 'postgres' or 'aurora'",
    );
  }
  const entrance = entranceOf(played);
  if (entrance === null) {
    const balancer = componentsOf(played, 'load-balancer')[0];
    return problem(
      balancer === undefined ? ['components'] : ['components', balancer.name, 'to'],
      balancer?.routes.map(({ path, to }) => `${path} → ${to}`).join(', ') ?? null,
      `no service gets ${writePath} from a load balancer, and the lab's clients write there`,
      balancer === undefined
        ? "add a component of kind 'load-balancer' that sends to a service"
        : "send '/api' to a service, or name the path in its lab.paths",
    );
  }
  const names = new Set(databases.map(({ name }) => name));
  if (entrance.lab === null && !reaches(played, entrance, names)) {
    return problem(
      ['components', entrance.name, 'needs'],
      [...entrance.needs],
      'no database is in its needs, nor in those of what it needs: its stand-in could not write',
      `add ${[...names].map((name) => `'${name}'`).join(' or ')}, or a service that needs it`,
    );
  }
  return [];
}
