import { z } from 'zod';
import type { ComponentBase, HealthCheck } from '../component.ts';
import { componentName, duration, healthCheck, pattern } from '../fields.ts';
import { defineKind, type Fill, type Surroundings, type Tell } from '../kind.ts';
import { balancerRegions, isWrittenLoadBalancer } from './load-balancer.ts';

/** Route 53: one name, and where it leads. Records are made beforehand; health checks flip them. */
export interface Dns extends ComponentBase {
  readonly kind: 'dns';
  /** The hosted zone. */
  readonly zone: string;
  /** The full name: the zone itself, or a name in it. */
  readonly record: string;
  /** A global-accelerator or a load-balancer. */
  readonly to: string;
  readonly routing: 'simple' | 'failover' | 'geo' | 'latency';
  readonly ttlMs: number;
  /** null where the target checks health itself (simple routing). */
  readonly healthCheck: HealthCheck | null;
}

const domain = () =>
  pattern(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'is not a domain name',
    "write it in lower case, like 'shop.example.com'",
  );

const schema = z.strictObject({
  kind: z.literal('dns'),
  zone: domain().describe('The hosted zone.'),
  record: domain().optional().describe('A name in the zone. Default: the zone itself.'),
  to: componentName().describe('A global accelerator or a load balancer.'),
  routing: z
    .enum(['simple', 'failover', 'geo', 'latency'])
    .optional()
    .describe('Default: simple to an accelerator, failover between load balancers.'),
  ttl: duration().optional().describe('How long clients may keep an answer. Default 60s.'),
  healthCheck: healthCheck().optional().describe("Every '10s' or '30s'. Default: /readyz, 10s, 3."),
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

function check(written: WrittenDns, around: Surroundings, tell: Tell): void {
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
  if (routing !== undefined && routing !== 'simple' && target?.kind === 'global-accelerator') {
    tell(
      ['routing'],
      'leads to an accelerator, which chooses the region itself',
      "write routing: 'simple', or leave it out",
    );
  }
  if (routing === 'simple' && balancedRegions(written, around).length > 1) {
    tell(
      ['routing'],
      'can lead to one load balancer only, but there is one in each region',
      `write routing: '${defaultRouting(written, around)}'`,
    );
  }
}

export const dns = defineKind({
  kind: 'dns',
  title: 'A name in Route 53',
  schema,
  references: { to: ['global-accelerator', 'load-balancer'] },
  regionReferences: [],
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
      name,
      regions: balanced.length > 0 ? balanced : around.regions.map((region) => region.name),
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
      healthCheck: routing === 'simple' ? null : fillHealthCheck(written, fill),
    };
  },
});

function fillHealthCheck(written: WrittenDns, fill: Fill): HealthCheck {
  const { path, interval, threshold } = written.healthCheck ?? {};
  return {
    path: fill(
      ['healthCheck', 'path'],
      path,
      '/readyz',
      'a region that is not ready gets no traffic',
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
