/** What stands already: whether it can be what it is said to be, and where. */
import type { WrittenCommon } from '../common.ts';
import { writerRegion } from '../data.ts';
import type { Surroundings, Tell, WrittenComponent } from '../kind.ts';
import { cloudFrontRegion, usersOf } from '../kinds/certificate.ts';
import { isWrittenData, type Kind } from '../kinds.ts';
import { mendName } from '../near.ts';

/** What the id of a kind is. */
interface Identifier {
  /** In words: 'the name of the cluster'. */
  readonly is: string;
  readonly begins?: string;
  /** The service in its ARN, and whether that names a region; where there is no ARN: none. */
  readonly arn?: { readonly service: string; readonly hasRegion: boolean };
  /** Whether it may be the ARN or something shorter. */
  readonly orShorter?: boolean;
}

const arn = (service: string, hasRegion = true): Identifier => ({
  is: 'its ARN',
  arn: { service, hasRegion },
});

/** As each kind's page says, by what the provider reads it. */
const identifiers: { readonly [K in Kind]: Identifier } = {
  network: { is: "the VPC's", begins: 'vpc-' },
  'kubernetes-cluster': { is: 'the name of the cluster' },
  service: { is: 'its name' },
  aurora: { is: "the cluster's identifier" },
  postgres: { is: "the instance's identifier" },
  'file-store': { is: "the file system's", begins: 'fs-' },
  'object-store': { is: 'the name of the bucket' },
  'container-registry': { is: 'the number of its account' },
  'load-balancer': arn('elasticloadbalancing'),
  'global-accelerator': arn('globalaccelerator', false),
  dns: { is: "the hosted zone's", begins: 'Z' },
  'virtual-machines': { is: 'the name of the Auto Scaling group' },
  'machine-image': { is: "the image's", begins: 'ami-' },
  'key-pair': { is: 'the name of the key pair' },
  documentdb: { is: "the cluster's identifier" },
  dynamodb: { is: 'the name of the table' },
  cdn: { is: "the distribution's", begins: 'E' },
  certificate: arn('acm'),
  firewall: { is: 'the name of the web ACL' },
  keys: { ...arn('kms'), is: "the key's, or its ARN", orShorter: true },
  secrets: { is: 'the beginning of their names' },
  alarms: { is: 'a name' },
  events: { is: 'the name of the topic' },
  'workforce-identity': { is: "the instance's", begins: 'ssoins-' },
  'access-analyzer': { is: 'its name' },
  pipeline: { is: 'its name' },
};

/** Whether CloudFront shows a certificate of the platform, or is behind a web ACL of it. */
function isForCloudFront(name: string, kind: Kind, around: Surroundings): boolean {
  if (kind === 'certificate') return usersOf(name, 'certificate', 'cdn', around).length > 0;
  return kind === 'firewall' && protectedKinds(name, around).includes('cdn');
}

/** Kinds of what a web ACL protects, one for each. */
function protectedKinds(name: string, around: Surroundings): readonly unknown[] {
  const wall = around.components.get(name);
  const targets: unknown = wall !== undefined && 'protects' in wall ? wall.protects : [];
  if (!Array.isArray(targets)) return [];
  return targets.map((target) => around.components.get(String(target))?.kind);
}

/** Regions for which an id may be written. */
function placesOf(name: string, kind: Kind, around: Surroundings): readonly string[] {
  // A web ACL of CloudFront is in us-east-1, whatever the platform's regions are.
  const protects = kind === 'firewall' ? protectedKinds(name, around) : [];
  if (protects.length > 0 && protects.every((each) => each === 'cdn')) return [cloudFrontRegion];
  const regions = around.regions.map((region) => region.name);
  return isForCloudFront(name, kind, around)
    ? [...new Set([...regions, cloudFrontRegion])]
    : regions;
}

/** `isOne`: AWS has one of it, whatever regions it serves, so that one id names all of it. */
export function checkExisting(
  { existing }: WrittenCommon,
  { name, kind, isOne }: { readonly name: string; readonly kind: Kind; readonly isOne: boolean },
  around: Surroundings,
  tell: Tell,
): void {
  if (existing === undefined) return;
  if ('tags' in existing) {
    if (Object.keys(existing.tags).length > 0) return;
    tell(['existing', 'tags'], 'names no tag', "write at least one, like { Name: 'shop' }");
    return;
  }
  const { id } = existing;
  const places = placesOf(name, kind, around);
  if (typeof id === 'string') {
    if (!isOne && places.length > 1) {
      tell(
        ['existing', 'id'],
        `names one thing, but there are ${places.length} regions, each with its own`,
        `write an id for each region: { '${places[0]}': '${id}', … }`,
      );
    } else checkId(id, kind, isOne ? null : (places[0] ?? null), ['existing', 'id'], tell);
    return;
  }
  for (const [region, own] of Object.entries(id)) {
    const field = ['existing', 'id', region];
    const isRegion = around.regions.some((one) => one.name === region);
    if (!places.includes(region)) {
      const wrong = isRegion
        ? 'is not where CloudFront has its web ACLs'
        : 'no region has this name';
      tell(field, wrong, mendName(region, places));
    } else checkId(own, kind, isOne ? null : region, field, tell);
  }
}

/**
 * Whoever writes is what the others are made from: a store that stands in another region alone
 * would get a new one to follow, with nothing in it, and files would be overwritten by its. Buckets
 * are copied both ways, so that a new one takes nothing from one that stands.
 */
export function checkWriterStands(
  written: WrittenComponent,
  around: Surroundings,
  tell: Tell,
): void {
  if (!isWrittenData(written) || written.kind === 'object-store') return;
  const { existing } = written;
  if (existing === undefined || 'tags' in existing || typeof existing.id === 'string') return;
  const { id } = existing;
  const writer = writerRegion(written, around);
  const isKnown = around.regions.some(({ name }) => name === writer);
  const standing = around.regions.filter(({ name }) => id[name] !== undefined);
  if (!isKnown || id[writer] !== undefined || standing.length === 0) return;
  const names = standing.map(({ name }) => name).join(', ');
  // A region that stands by can't be named there.
  const serving = standing.find(({ role }) => role !== 'standby');
  tell(
    ['existing', 'id'],
    `has none for ${writer}, which writes: a new, empty one would be made there, for the one in ` +
      `${names} to follow`,
    `add the id of the one in ${writer}, ` +
      (serving === undefined ? '' : `name '${serving.name}' in writerIn, `) +
      'or leave existing out',
  );
}

/** `region`: null for what AWS has once. */
function checkId(
  id: string,
  kind: Kind,
  region: string | null,
  field: readonly string[],
  tell: Tell,
): void {
  const identifier = identifiers[kind];
  const [prefix, , service, place] = id.split(':');
  if (prefix !== 'arn') {
    if (identifier.arn !== undefined && identifier.orShorter !== true) {
      tell(field, `is no ARN, but the id of a ${kind} is`, `write ${exampleOf(kind, region)}`);
    } else if (identifier.begins !== undefined && !id.startsWith(identifier.begins)) {
      const wrong = `does not begin with ${identifier.begins}, but the id of a ${kind} does`;
      tell(field, wrong, `write ${exampleOf(kind, region)}`);
    }
    return;
  }
  if (identifier.arn === undefined) {
    tell(field, `is an ARN, but the id of a ${kind} is ${identifier.is}`, `write that alone`);
    return;
  }
  const wanted = identifier.arn.hasRegion ? region : '';
  if (service !== identifier.arn.service || (wanted !== null && place !== wanted)) {
    const where = place === '' || place === undefined ? 'no region' : place;
    tell(
      field,
      `is an ARN of ${service} in ${where}, where one of ${identifier.arn.service} in ` +
        `${wanted === '' ? 'no region' : wanted} should be`,
      `write ${exampleOf(kind, region)}`,
    );
  }
}

function exampleOf(kind: Kind, region: string | null): string {
  const { is, begins, arn: named } = identifiers[kind];
  if (named === undefined) return `${is}, like '${begins ?? ''}…'`;
  return `${is}, like 'arn:aws:${named.service}:${named.hasRegion ? region : ''}:…'`;
}
