import { runningRegions, type Surroundings } from '../kind.ts';
import type { Kind } from '../kinds.ts';
import { accountDigits, nameLengthMax } from '../offers.ts';
import type { TellAt } from '../read.ts';

/** Room in the name of a role for what it is for: `-replication`, `-load-balancer`. */
const purposeLength = 16;

/**
 * On AWS a name begins with the platform's; what is one for all regions (roles, buckets) has its
 * region in it too, and a bucket, which is one in the world, the account's number.
 */
export function checkLongNames(around: Surroundings, tell: TellAt): void {
  const { platform } = around;
  const region = Math.max(0, ...runningRegions(undefined, around).map(({ length }) => length));
  for (const [name, { kind }] of around.components) {
    const found = limitFor(kind, region);
    if (found === null) continue;
    const { what, lengthMax, more } = found;
    const length = platform.length + 1 + name.length + more;
    // One that is too long by itself was told already.
    if (length <= lengthMax || name.length > lengthMax) continue;
    const room = lengthMax - platform.length - 1 - more;
    tell(
      ['components', name],
      `makes a name of ${length} characters with ${platform} in front` +
        `${more > 0 ? ' and its region behind' : ''}: ${what} has ${lengthMax} at most`,
      room > 0
        ? `give it a name of ${room} characters or less, or the platform a shorter one`
        : 'give the platform a shorter name',
    );
  }
}

interface NameLimit {
  readonly what: string;
  readonly lengthMax: number;
  /** What stands behind the component's name. */
  readonly more: number;
}

const roleKinds: ReadonlySet<string> = new Set<Kind>([
  'kubernetes-cluster',
  'service',
  'virtual-machines',
  'pipeline',
]);

function limitFor(kind: string, region: number): NameLimit | null {
  if (kind === 'load-balancer') {
    return { what: 'a load balancer', lengthMax: nameLengthMax.loadBalancer, more: 0 };
  }
  if (kind === 'object-store') {
    const more = 1 + region + 1 + accountDigits;
    return { what: 'a bucket', lengthMax: nameLengthMax.bucket, more };
  }
  if (kind === 'aurora' || kind === 'postgres' || kind === 'documentdb') {
    return { what: 'a database', lengthMax: nameLengthMax.database, more: 1 + region };
  }
  if (!roleKinds.has(kind)) return null;
  const more = 1 + region + purposeLength;
  return { what: 'a role of it', lengthMax: nameLengthMax.role, more };
}
