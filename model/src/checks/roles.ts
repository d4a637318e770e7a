import type { Strategy } from '../platform.ts';
import type { TellAt } from '../read.ts';
import type { WrittenRegions } from '../regions.ts';

/** Who serves and who waits must fit together, and fit the strategy. */
export function checkRoles(regions: WrittenRegions, strategy: Strategy | null, tell: TellAt): void {
  const names = [...regions.keys()];
  if (names.length === 0) {
    tell(['regions'], 'names no region', "add one: 'us-east-1': { role, cidr, zones }");
    return;
  }
  const withRole = (role: string): string[] =>
    names.filter((name) => regions.get(name)?.role === role);
  const [primary, ...more] = withRole('primary');
  for (const name of more) {
    tell(
      ['regions', name, 'role'],
      `is primary, and ${primary} is already`,
      "write 'standby', or 'peer' for a region that serves too",
    );
  }
  if (primary === undefined && withRole('peer').length === 0) {
    tell(['regions', names[0] ?? '', 'role'], 'leaves nobody to serve', "write 'primary'");
  }
  if (strategy === 'active-active') {
    for (const name of withRole('standby')) {
      tell(
        ['regions', name, 'role'],
        'waits, but active-active serves from every region',
        "write 'peer', or use strategy: 'warm-standby'",
      );
    }
  } else if (
    strategy !== null &&
    names.length > 1 &&
    more.length === 0 &&
    withRole('standby').length === 0
  ) {
    tell(
      ['strategy'],
      'has no standby region to keep ready',
      "give a region the role 'standby', or write 'active-active'",
    );
  }
}
