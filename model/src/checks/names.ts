import { kinds } from '../kinds.ts';
import { listNames } from '../near.ts';
import type { Path } from '../problem.ts';
import type { TellAt } from '../read.ts';

/** A DNS label that begins with a letter and has no double hyphen, as RDS asks for too. */
const label = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const regionShape = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** What a name becomes where only a DNS label may stand. */
export function dnsLabelOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
}

const rule = 'lower-case letters, digits and single hyphens, a letter first';

/** What collides: `Orders`, `orders` and `or-ders` are one to somebody who reads or types them. */
function sameness(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A kind's limit: the kind may be unknown, then a DNS label's. */
function lengthLimit(kind: unknown): { lengthMax: number; because: string } {
  const known = Object.values(kinds).find((candidate) => candidate.kind === kind);
  return known?.name ?? { lengthMax: 63, because: 'a DNS label' };
}

/** Systems Manager API reference, PutParameter: no parameter's name begins with these. */
const kept = /^(aws|ssm)/;

export function checkPlatformName(name: string, tell: TellAt): void {
  checkOne(name, ['name'], lengthLimit(null), new Map(), tell);
  const [beginning] = kept.exec(name) ?? [];
  if (beginning === undefined) return;
  const wrong = `begins with ${beginning}, and its parameters would: Systems Manager refuses them`;
  tell(['name'], wrong, `give it another beginning, like 'the-${name}'`);
}

/** Keys of one record of names; `taken` are names of elsewhere that may not be used again. */
export function checkNames(
  names: readonly string[],
  at: Path,
  kindOf: (name: string) => unknown,
  taken: ReadonlyMap<string, string>,
  tell: TellAt,
): void {
  const seen = new Map(taken);
  for (const name of names) {
    checkOne(name, [...at, name], lengthLimit(kindOf(name)), seen, tell);
    seen.set(sameness(name), `${at.join('.')}.${name}`);
  }
}

function checkOne(
  name: string,
  path: Path,
  limit: { lengthMax: number; because: string },
  seen: ReadonlyMap<string, string>,
  tell: TellAt,
): void {
  const other = seen.get(sameness(name));
  if (other !== undefined) {
    const wrong = other.endsWith(`.${name}`)
      ? `is the name of ${other} too`
      : `cannot be told from ${other} where case and punctuation do not count`;
    tell(path, wrong, 'give it another name');
  } else if (!label.test(name)) {
    const better = dnsLabelOf(name);
    tell(
      path,
      'is not a name that AWS and Kubernetes both take',
      better.length > 1 && label.test(better)
        ? `write '${better.slice(0, limit.lengthMax)}': ${rule}`
        : `use ${rule}`,
    );
  } else if (name.length > limit.lengthMax) {
    tell(
      path,
      `has ${name.length} characters, ${limit.lengthMax} are allowed: ${limit.because}`,
      'give it a shorter name',
    );
  }
}

/** IAM user guide, ARNs: what has accounts and networks of its own. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

export function checkRegionNames(names: readonly string[], tell: TellAt): void {
  const [first = ''] = names;
  for (const name of names) {
    if (!regionShape.test(name)) {
      tell(['regions', name], 'is not a region of AWS', "write it as AWS does, like 'us-east-1'");
    } else if (partitionOf(name) !== partitionOf(first)) {
      const wrong =
        `is of the partition ${partitionOf(name)}, and ${first} of ${partitionOf(first)}: ` +
        'no account, network or copy is in both';
      tell(['regions', name], wrong, `name a region of ${partitionOf(first)}`);
    }
  }
}

/** Names of regions, so that no component takes one. */
export function takenByRegions(regions: readonly string[]): Map<string, string> {
  return new Map(regions.map((region) => [sameness(region), `regions.${region}`]));
}

/** The network has a name even when it is not written. */
export function checkNetworkName(
  components: ReadonlyMap<string, { readonly kind: string }>,
  tell: TellAt,
): void {
  const networks = [...components].filter(([, component]) => component.kind === 'network');
  for (const [name] of networks.slice(1)) {
    const first = networks[0]?.[0] ?? '';
    tell(['components', name], `is a second network besides ${first}`, `merge it into ${first}`);
  }
  const other = components.get('network');
  if (other !== undefined && other.kind !== 'network' && networks.length === 0) {
    const known = listNames([...components.keys()].filter((name) => name !== 'network'));
    tell(
      ['components', 'network'],
      "has the name that the platform's network has when it is not written",
      `give it a name that is not taken; taken: ${known}`,
    );
  }
}
