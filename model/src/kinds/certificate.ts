import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { domain, pattern } from '../fields.ts';
import {
  allRegions,
  defineKind,
  type Surroundings,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';
import { listNames } from '../near.ts';

/** CloudFront takes certificates and web ACLs of this region only (CloudFront developer guide). */
export const cloudFrontRegion = 'us-east-1';

/** ACM: one certificate in each region that shows it, validated by a record in Route 53. */
export interface Certificate extends ComponentBase {
  readonly kind: 'certificate';
  readonly domain: string;
  readonly alternatives: readonly string[];
  /** The hosted zone of the records that prove who owns the names. */
  readonly zone: string;
  /** Whether there is one in us-east-1 for CloudFront, whatever the platform's regions are. */
  readonly forCloudFront: boolean;
}

const name = () =>
  pattern(
    /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'is not a domain name',
    "write it in lower case, like 'shop.example.com' or '*.example.com'",
  );

const schema = z.strictObject({
  kind: z.literal('certificate'),
  domain: name().describe("What it is for, like 'shop.example.com'."),
  alternatives: z.array(name()).optional().describe('Other names that it is for as well.'),
  zone: domain().describe('The hosted zone of the records that prove who owns the names.'),
  issuedIn: z
    .array(z.string())
    .optional()
    .describe("Regions that show it. Default: where load balancers do; 'us-east-1' for a CDN."),
  ...commonFields,
});

type WrittenCertificate = z.output<typeof schema>;

/** ACM: names in one certificate, before a quota is raised (ACM user guide, quotas). */
const namesMax = 10;

/** ACM API reference, RequestCertificate: the first name is the common name, of 64 characters. */
const firstNameLengthMax = 64;

/** Components of a kind that name this one in a field. */
export function usersOf(
  name: string,
  field: string,
  kind: string,
  around: Surroundings,
): readonly string[] {
  const uses = (component: WrittenComponent): boolean => {
    const value: unknown = Object.hasOwn(component, field) && Reflect.get(component, field);
    return Array.isArray(value) ? value.includes(name) : value === name;
  };
  return [...around.components].flatMap(([user, component]) =>
    component.kind === kind && uses(component) ? [user] : [],
  );
}

/** Names of regions that may be written: the platform's, and CloudFront's own. */
export function checkIssuedIn(
  issuedIn: readonly string[] | undefined,
  around: Surroundings,
  tell: Tell,
): void {
  const known = [...new Set([...allRegions(around), cloudFrontRegion])];
  issuedIn?.forEach((region, index) => {
    if (known.includes(region)) return;
    tell(['issuedIn', index], 'no region has this name', `use one of these: ${listNames(known)}`);
  });
  if (issuedIn?.length === 0) {
    tell(['issuedIn'], 'names no region', 'leave it out, then it is where it is shown');
  }
}

function check(written: WrittenCertificate, around: Surroundings, tell: Tell, name: string): void {
  checkIssuedIn(written.issuedIn, around, tell);
  const names = [written.domain, ...(written.alternatives ?? [])];
  if (names.length > namesMax) {
    const wrong = `makes ${names.length} names with the domain; ACM takes ${namesMax}`;
    tell(['alternatives'], wrong, 'use a wildcard, or a second certificate');
  }
  if (written.domain.length > firstNameLengthMax) {
    const wrong =
      `has ${written.domain.length} characters; ACM takes ${firstNameLengthMax} ` +
      'for the first name';
    tell(['domain'], wrong, 'write a shorter one first, and this one among the alternatives');
  }
  names.forEach((each, index) => {
    const bare = each.replace(/^\*\./, '');
    if (bare === written.zone || bare.endsWith(`.${written.zone}`)) return;
    const field = index === 0 ? ['domain'] : ['alternatives', index - 1];
    tell(field, `is not in the zone ${written.zone}`, 'write a name of this zone');
  });
  const { issuedIn } = written;
  const shown = usersOf(name, 'certificate', 'cdn', around);
  if (issuedIn !== undefined && shown.length > 0 && !issuedIn.includes(cloudFrontRegion)) {
    tell(
      ['issuedIn'],
      `leaves out ${cloudFrontRegion}, but ${listNames(shown)} shows it, and CloudFront takes ` +
        'certificates of that region only',
      `add '${cloudFrontRegion}', or leave it out`,
    );
  }
}

export const certificate = defineKind({
  kind: 'certificate',
  title: 'Certificate of ACM',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: [],
  name: { lengthMax: 63, because: 'a label' },
  check,
  resolve: (written, around, fill, name): Certificate => {
    const shown = usersOf(name, 'certificate', 'cdn', around).length > 0;
    const balanced = usersOf(name, 'certificate', 'load-balancer', around).length > 0;
    const byDefault = [
      ...(balanced || !shown ? allRegions(around) : []),
      ...(shown ? [cloudFrontRegion] : []),
    ];
    const issuedIn = fill(
      ['issuedIn'],
      written.issuedIn,
      [...new Set(byDefault)],
      'where it is shown; CloudFront takes those of us-east-1 only',
    );
    const forCloudFront = shown && issuedIn.includes(cloudFrontRegion);
    const regions = allRegions(around).filter((region) => issuedIn.includes(region));
    return {
      kind: 'certificate',
      ...fillBase(name, regions, written),
      domain: written.domain,
      alternatives: fill(['alternatives'], written.alternatives, [], 'it is for one name'),
      zone: written.zone,
      forCloudFront,
    };
  },
});
