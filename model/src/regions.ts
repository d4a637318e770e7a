/** Addresses and zones of the regions: checked, and allocated where they are not written. */
import {
  allocateSubnets,
  type Cidr,
  canonicalCidr,
  contains,
  formatCidr,
  overlaps,
  parseCidr,
  part,
  vpcBits,
  zonesMax,
} from './cidr.ts';
import { listNames, mendName } from './near.ts';
import { regionZones } from './offers.ts';
import type { Region, Zone } from './platform.ts';
import type { Path } from './problem.ts';
import type { TellAt } from './read.ts';
import type { WrittenRegion } from './schema.ts';
import { Unchecked } from './unchecked.ts';

export type WrittenRegions = ReadonlyMap<string, WrittenRegion>;

/** Names of its zones, in order: as written, or by the letters that most accounts see. */
export function zoneNames(region: string, zones: WrittenRegion['zones']): readonly string[] {
  if (typeof zones === 'number') {
    const letters = regionZones[region]?.letters ?? 'abcdef';
    return Array.from({ length: zones }, (_, index) => `${region}${letters[index] ?? ''}`);
  }
  return Array.isArray(zones) ? zones : Object.keys(zones);
}

export function checkRegions(regions: WrittenRegions, tell: TellAt): void {
  const ranges = new Map<string, Cidr>();
  for (const [name, region] of regions) {
    const at = ['regions', name];
    const range = checkRange(region.cidr, [...at, 'cidr'], tell);
    if (range !== null) {
      checkOverlap(name, range, ranges, tell);
      ranges.set(name, range);
    }
    checkZones(name, region, range, tell);
    checkWorkloadZones(name, region, tell);
  }
}

function checkRange(text: string, path: Path, tell: TellAt): Cidr | null {
  const range = parseCidr(text);
  if (range === null) {
    const canonical = canonicalCidr(text);
    if (canonical === null) {
      tell(path, 'is not an IPv4 range', "write an address and its prefix, like '10.0.0.0/16'");
    } else {
      tell(path, 'does not begin where its prefix does', `write '${canonical}'`);
    }
    return null;
  }
  if (range.bits < vpcBits.min || range.bits > vpcBits.max) {
    const mend = `write a prefix from /${vpcBits.min} to /${vpcBits.max}`;
    tell(path, `is a /${range.bits}: AWS takes /${vpcBits.min} to /${vpcBits.max}`, mend);
    return null;
  }
  return range;
}

function checkOverlap(
  name: string,
  range: Cidr,
  before: ReadonlyMap<string, Cidr>,
  tell: TellAt,
): void {
  const other = [...before].find(([, taken]) => overlaps(taken, range));
  if (other === undefined) return;
  const free = freeRange(range.bits, [...before.values()]);
  tell(
    ['regions', name, 'cidr'],
    `overlaps regions.${other[0]}.cidr, ${formatCidr(other[1])}: the two could not be peered`,
    `give ${name} its own range${free === null ? '' : `: cidr: '${free}'`}`,
  );
}

/** The first range of this size in 10.0.0.0/8 that nobody has. */
function freeRange(bits: number, taken: readonly Cidr[]): string | null {
  const ten: Cidr = { first: 10 * 2 ** 24, bits: 8 };
  for (let index = 0; index < 2 ** (bits - ten.bits); index += 1) {
    const candidate = part(ten, bits - ten.bits, index);
    if (!taken.some((range) => overlaps(range, candidate))) return formatCidr(candidate);
  }
  return null;
}

function checkZones(name: string, region: WrittenRegion, range: Cidr | null, tell: TellAt): void {
  const at = ['regions', name, 'zones'];
  const { zones } = region;
  const names = zoneNames(name, zones);
  if (names.length === 0) {
    tell(at, 'names no zone', `write how many: 2, or names: ['${name}a', '${name}b']`);
    return;
  }
  if (names.length > zonesMax) {
    tell(at, `has ${names.length} zones, AWS has ${zonesMax} at most in a region`, 'name fewer');
    return;
  }
  const known = regionZones[name];
  if (known !== undefined && names.length > known.offered) {
    const wrong = `has ${names.length} zones, and ${name} offers ${known.offered} to an account`;
    tell(at, wrong, `name ${known.offered} of them or fewer`);
    return;
  }
  names.forEach((zone, index) => {
    const path = Array.isArray(zones) ? [...at, index] : [...at, zone];
    if (names.indexOf(zone) < index) tell(path, 'is named twice', 'name it once');
    else if (!new RegExp(`^${name.replaceAll('.', '\\.')}[a-z]$`).test(zone)) {
      tell(path, `is not a zone of ${name}`, `write the region and a letter, like '${name}a'`);
    } else if (known !== undefined && !known.letters.includes(zone.at(-1) ?? '')) {
      const all = [...known.letters].sort().map((letter) => `${name}${letter}`);
      tell(path, `is a letter that ${name} does not have`, `name one of these: ${listNames(all)}`);
    }
  });
  if (range === null) return;
  if (typeof zones === 'number' || Array.isArray(zones)) {
    if (allocateSubnets(range, names.length) !== null) return;
    tell(
      ['regions', name, 'cidr'],
      `is too small for subnets in ${names.length} zones`,
      "write a larger range, like '10.0.0.0/16', or write the subnets",
    );
    return;
  }
  checkSubnets(name, zones, range, tell);
}

function checkSubnets(
  name: string,
  zones: { readonly [zone: string]: { readonly public: string; readonly private: string } },
  range: Cidr,
  tell: TellAt,
): void {
  const before: { readonly path: string; readonly range: Cidr }[] = [];
  for (const [zone, subnets] of Object.entries(zones)) {
    for (const side of ['public', 'private'] as const) {
      const path = ['regions', name, 'zones', zone, side];
      const subnet = checkRange(subnets[side], path, tell);
      if (subnet === null) continue;
      const other = before.find((candidate) => overlaps(candidate.range, subnet));
      if (!contains(range, subnet)) {
        const inside = formatCidr(range);
        tell(path, `is outside regions.${name}.cidr, ${inside}`, `write a range inside ${inside}`);
      } else if (other !== undefined) {
        const taken = formatCidr(other.range);
        const wrong = `overlaps regions.${name}.zones.${other.path}, ${taken}`;
        const free = freeSubnet(range, subnet.bits, before);
        tell(path, wrong, free === null ? 'use smaller subnets' : `write '${free}', which is free`);
      }
      before.push({ path: `${zone}.${side}`, range: subnet });
    }
  }
}

/** The first part of a region's range that no subnet has, of this size. */
function freeSubnet(
  region: Cidr,
  bits: number,
  before: readonly { readonly range: Cidr }[],
): string | null {
  for (let index = 0; index < 2 ** (bits - region.bits); index += 1) {
    const candidate = part(region, bits - region.bits, index);
    if (!before.some(({ range }) => overlaps(range, candidate))) return formatCidr(candidate);
  }
  return null;
}

function checkWorkloadZones(name: string, region: WrittenRegion, tell: TellAt): void {
  const { workloadZones } = region;
  if (workloadZones === undefined) return;
  const at = ['regions', name, 'workloadZones'];
  const names = zoneNames(name, region.zones);
  if (typeof workloadZones === 'number') {
    if (workloadZones <= names.length) return;
    tell(at, `is more than the ${names.length} zones of ${name}`, `write ${names.length} or less`);
    return;
  }
  if (workloadZones.length === 0)
    tell(at, 'names no zone', `name one of these: ${listNames(names)}`);
  workloadZones.forEach((zone, index) => {
    if (!names.includes(zone))
      tell([...at, index], `is not a zone of ${name}`, mendName(zone, names));
  });
}

/** Of a region that was checked. `filled` notes what was allocated. */
export function resolveRegion(
  name: string,
  region: WrittenRegion,
  filled: (field: Path, value: string | readonly string[], reason: string) => void,
): Region {
  const zones = resolveZones(name, region);
  if (typeof region.zones === 'number' || Array.isArray(region.zones)) {
    for (const zone of zones) {
      filled(['zones', zone.name, 'private'], zone.privateCidr, 'private gets the large share');
      filled(['zones', zone.name, 'public'], zone.publicCidr, 'public needs few; the rest is free');
    }
  }
  const names = zones.map((zone) => zone.name);
  const { workloadZones } = region;
  if (workloadZones === undefined) {
    filled(['workloadZones'], names, 'nodes and services run in every zone');
  }
  return {
    name,
    role: region.role,
    cidr: region.cidr,
    zones,
    workloadZones:
      typeof workloadZones === 'number'
        ? names.slice(0, workloadZones)
        : names.filter((zone) => workloadZones === undefined || workloadZones.includes(zone)),
  };
}

function resolveZones(name: string, region: WrittenRegion): Zone[] {
  const names = zoneNames(name, region.zones);
  const { zones } = region;
  if (typeof zones !== 'number' && !Array.isArray(zones)) {
    return Object.entries(zones).map(([zone, subnets]) => ({
      name: zone,
      publicCidr: subnets.public,
      privateCidr: subnets.private,
    }));
  }
  const range = parseCidr(region.cidr);
  const subnets = range === null ? null : allocateSubnets(range, names.length);
  if (subnets === null) throw new Unchecked(`${name} has no room for its zones`);
  return subnets.map((subnet, index) => ({
    name: names[index] ?? '',
    publicCidr: formatCidr(subnet.publicCidr),
    privateCidr: formatCidr(subnet.privateCidr),
  }));
}
