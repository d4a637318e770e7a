import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase, HealthCheck } from '../component.ts';
import { componentName, domain, duration, healthCheck, pattern } from '../fields.ts';
import {
  allRegions,
  defineKind,
  type Fill,
  type Surroundings,
  startRegion,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';
import { balancerHealthPath, balancerRegions, isWrittenLoadBalancer } from './load-balancer.ts';

/** Route 53: one name, and where it leads. Records are made beforehand; health checks flip them. */
export interface Dns extends ComponentBase {
  readonly kind: 'dns';
  /** The hosted zone. */
  readonly zone: string;
  /** The full name: the zone itself, or a name in it. */
  readonly record: string;
  /** A global-accelerator, a load-balancer or a cdn. */
  readonly to: string;
  readonly routing: 'simple' | 'failover' | 'geo' | 'latency';
  readonly ttlMs: number;
  /** null where the target checks health itself (simple routing). */
  readonly healthCheck: HealthCheck | null;
  /**
   * For geo routing: the places whose clients each region serves, as Route 53 names them; `*` is
   * everywhere else, and what a place falls back to when its region is lost. Then any other region
   * answers. null for every other routing.
   */
  readonly geo: { readonly [region: string]: readonly string[] } | null;
}

/** Route 53: continents by two letters, and `*` for whatever is in none of the others. */
const continents = ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'] as const;

/** Where a region is, by how AWS's names begin. */
const continentOf: { readonly [prefix: string]: (typeof continents)[number] } = {
  af: 'AF',
  ap: 'AS',
  ca: 'NA',
  eu: 'EU',
  il: 'AS',
  me: 'AS',
  mx: 'NA',
  sa: 'SA',
  us: 'NA',
};

const place = () =>
  pattern(
    /^(\*|AF|AN|AS|EU|NA|OC|SA|country:[A-Z]{2})$/,
    'is not a place that Route 53 knows',
    `write a continent (${continents.join(', ')}), a country like 'country:JP', or '*'`,
  );

const schema = z.strictObject({
  kind: z.literal('dns'),
  zone: domain().describe('The hosted zone.'),
  record: domain().optional().describe('A name in the zone. Default: the zone itself.'),
  to: componentName().describe('A global accelerator, a load balancer or a CDN.'),
  routing: z
    .enum(['simple', 'failover', 'geo', 'latency'])
    .optional()
    .describe('Default: simple to an accelerator, failover between load balancers.'),
  ttl: duration().optional().describe('How long clients may keep an answer. Default 60s.'),
  healthCheck: healthCheck()
    .optional()
    .describe("Every '10s' or '30s'. Default: the load balancer's path, 10s, 3."),
  geo: z
    .record(z.string(), z.array(place()))
    .optional()
    .meta({ 'x-key-reference': 'region' })
    .describe(
      "Whom each region serves, for geo routing: { 'eu-west-1': ['EU', 'AF'] }; '*' is the rest.",
    ),
  ...commonFields,
});

type WrittenDns = z.output<typeof schema>;

/** Regions between which the name chooses. In front of an accelerator it has no choice. */
function balancedRegions(written: WrittenDns, around: Surroundings): readonly string[] {
  const target = around.components.get(written.to);
  return isWrittenLoadBalancer(target) ? balancerRegions(target, around) : [];
}

function defaultRouting(written: WrittenDns, around: Surroundings): Dns['routing'] {
  if (balancedRegions(written, around).length < 2) return 'simple';
  return around.regions.some((region) => region.role === 'standby') ? 'failover' : 'latency';
}

function check(written: WrittenDns, around: Surroundings, tell: Tell, name: string): void {
  const { record, zone, routing } = written;
  if (record !== undefined && record !== zone && !record.endsWith(`.${zone}`)) {
    tell(['record'], `is not in the zone ${zone}`, `write 'www.${zone}', or leave it out`);
  }
  const between = written.healthCheck?.interval;
  if (between !== undefined && between !== 10_000 && between !== 30_000) {
    tell(
      ['healthCheck', 'interval'],
      'is not what Route 53 offers: 10 s or 30 s',
      "write '10s' or '30s'",
    );
  }
  const target = around.components.get(written.to);
  const leadsToOne = target?.kind === 'global-accelerator' || target?.kind === 'cdn';
  if (routing !== undefined && routing !== 'simple' && leadsToOne) {
    tell(
      ['routing'],
      `leads to ${target.kind === 'cdn' ? 'a CDN' : 'an accelerator'}, which chooses itself`,
      "write routing: 'simple', or leave it out",
    );
  }
  checkGeo(written, around, tell);
  checkOnce(written, around, tell, name);
  if (routing === 'simple' && balancedRegions(written, around).length > 1) {
    tell(
      ['routing'],
      'can lead to one load balancer only, but there is one in each region',
      `write routing: '${defaultRouting(written, around)}'`,
    );
  }
}

/** Route 53 has one answer to a name, but for records of one routing policy. */
function checkOnce(written: WrittenDns, around: Surroundings, tell: Tell, name: string): void {
  const own = written.record ?? written.zone;
  for (const [other, component] of around.components) {
    if (other === name) return;
    if (!isWrittenDns(component) || (component.record ?? component.zone) !== own) continue;
    const wrong = `makes a record for ${own}, and so does ${other}`;
    tell([written.record === undefined ? 'zone' : 'record'], wrong, 'write another record');
  }
}

function isWrittenDns(component: WrittenComponent): component is WrittenDns {
  return component.kind === 'dns';
}

/** Every place leads to one region, and whoever is nowhere else is led somewhere too. */
function checkGeo(written: WrittenDns, around: Surroundings, tell: Tell): void {
  const { geo, routing } = written;
  const balanced = balancedRegions(written, around);
  if (routing === 'geo' && balanced.length === 1) {
    const wrong = `leads everybody to ${balanced[0]}: when it is lost, nobody is led elsewhere`;
    tell(['routing'], wrong, "write routing: 'simple', or leave it out, and geo too");
  }
  if (geo === undefined) return;
  if (routing !== 'geo') {
    tell(['geo'], 'is read for geo routing only', "write routing: 'geo', or leave geo out");
    return;
  }
  const first = new Map<string, string>();
  for (const [region, places] of Object.entries(geo)) {
    const isKnown = around.regions.some(({ name }) => name === region);
    if (isKnown && balanced.length > 0 && !balanced.includes(region)) {
      const wrong = `has no ${written.to} to lead to`;
      tell(['geo', region], wrong, `name ${balanced.join(' or ')} instead`);
    }
    places.forEach((name, index) => {
      const other = first.get(name);
      if (other === undefined) first.set(name, region);
      else tell(['geo', region, index], `is led to ${other} already`, 'name it once');
    });
  }
  if (!first.has('*')) {
    const wrong = "leaves whoever is in none of these places without an answer: '*' is missing";
    tell(['geo'], wrong, `add '*' to ${startRegion(around)}`);
  }
}

/** Each continent with a region leads to its first one; everybody else to where it starts. */
function defaultGeo(regions: readonly string[], around: Surroundings): NonNullable<Dns['geo']> {
  const taken = new Set<string>();
  const start = regions.includes(startRegion(around)) ? startRegion(around) : regions[0];
  return Object.fromEntries(
    regions.map((region) => {
      const continent = continentOf[region.split('-')[0] ?? ''];
      const own = continent === undefined || taken.has(continent) ? [] : [continent];
      for (const name of own) taken.add(name);
      return [region, region === start ? [...own, '*'] : own];
    }),
  );
}

export const dns = defineKind({
  kind: 'dns',
  title: 'A name in Route 53',
  scope: 'global',
  schema,
  references: { to: ['global-accelerator', 'load-balancer', 'cdn'] },
  regionReferences: ['geo'],
  name: { lengthMax: 63, because: 'a label' },
  check,
  resolve: (written, around, fill, name): Dns => {
    const routing = fill(
      ['routing'],
      written.routing,
      defaultRouting(written, around),
      'what the target and the roles of the regions ask for',
    );
    const balanced = balancedRegions(written, around);
    return {
      kind: 'dns',
      ...fillBase(name, balanced.length > 0 ? balanced : allRegions(around), written),
      zone: written.zone,
      record: fill(['record'], written.record, written.zone, 'the zone itself'),
      to: written.to,
      routing,
      ttlMs: fill.duration(
        ['ttl'],
        written.ttl,
        60_000,
        'the shortest that AWS advises for a failover: 60 to 120 s',
      ),
      healthCheck: routing === 'simple' ? null : fillHealthCheck(written, around, fill),
      geo:
        routing !== 'geo'
          ? null
          : fill(
              ['geo'],
              written.geo,
              defaultGeo(balanced, around),
              'each continent to its own region, everywhere else to the first',
            ),
    };
  },
});

function fillHealthCheck(written: WrittenDns, around: Surroundings, fill: Fill): HealthCheck {
  const { path, interval, threshold } = written.healthCheck ?? {};
  return {
    path: fill(
      ['healthCheck', 'path'],
      path,
      balancerHealthPath(around.components.get(written.to), around),
      'what the load balancer asks: a region that is not ready gets no traffic',
    ),
    intervalMs: fill.duration(
      ['healthCheck', 'interval'],
      interval,
      10_000,
      'the shorter of the two',
    ),
    threshold: fill(['healthCheck', 'threshold'], threshold, 3, "Route 53's own default"),
  };
}
