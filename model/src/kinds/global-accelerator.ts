import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase, HealthCheck } from '../component.ts';
import { componentName, healthCheck, percent } from '../fields.ts';
import { defineKind, type Surroundings, type Tell } from '../kind.ts';
import { balancerHealthPath, balancerRegions, isWrittenLoadBalancer } from './load-balancer.ts';

/**
 * AWS Global Accelerator. It fails over by its own health checks, also to a region whose dial is 0,
 * so a region is kept out by not being ready, never by its dial.
 */
export interface GlobalAccelerator extends ComponentBase {
  readonly kind: 'global-accelerator';
  /** A load-balancer. */
  readonly to: string;
  /** Percent of a region's traffic that it takes, for each region of the load balancer. */
  readonly dial: { readonly [region: string]: number };
  readonly healthCheck: HealthCheck;
}

const schema = z.strictObject({
  kind: z.literal('global-accelerator'),
  to: componentName().describe('A load balancer.'),
  dial: z
    .record(z.string(), percent())
    .optional()
    .meta({ 'x-key-reference': 'region' })
    .describe("Percent of a region's traffic that it takes. Default: 100, standby regions 0."),
  healthCheck: healthCheck()
    .optional()
    .describe("Every '10s' or '30s'. Default: the load balancer's path, 10s, 3."),
  ...commonFields,
});

type WrittenAccelerator = z.output<typeof schema>;

function regionsOf(written: WrittenAccelerator, around: Surroundings): readonly string[] {
  const target = around.components.get(written.to);
  return isWrittenLoadBalancer(target) ? balancerRegions(target, around) : [];
}

function check(written: WrittenAccelerator, around: Surroundings, tell: Tell): void {
  const between = written.healthCheck?.interval;
  if (between !== undefined && between !== 10_000 && between !== 30_000) {
    tell(
      ['healthCheck', 'interval'],
      'is not what Global Accelerator offers: 10 s or 30 s',
      "write '10s' or '30s'",
    );
  }
  const regions = regionsOf(written, around);
  const dials = regions.map((region) => written.dial?.[region] ?? defaultDial(region, around));
  if (regions.length > 0 && dials.every((dial) => dial === 0)) {
    tell(['dial'], 'is 0 for every region', 'give a region that serves 100');
  }
}

function defaultDial(name: string, around: Surroundings): number {
  const region = around.regions.find((candidate) => candidate.name === name);
  return region?.role === 'standby' ? 0 : 100;
}

export const globalAccelerator = defineKind({
  kind: 'global-accelerator',
  title: 'Global Accelerator',
  scope: 'global',
  schema,
  references: { to: ['load-balancer'] },
  regionReferences: ['dial'],
  name: { lengthMax: 64, because: "AWS's limit for accelerators" },
  check,
  resolve: (written, around, fill, name): GlobalAccelerator => {
    const regions = regionsOf(written, around);
    return {
      kind: 'global-accelerator',
      ...fillBase(name, regions, written),
      to: written.to,
      dial: Object.fromEntries(
        regions.map((region) => [
          region,
          fill(
            ['dial', region],
            written.dial?.[region],
            defaultDial(region, around),
            defaultDial(region, around) === 0
              ? 'a standby region takes traffic only when the others are unhealthy'
              : 'the region serves',
          ),
        ]),
      ),
      healthCheck: {
        path: fill(
          ['healthCheck', 'path'],
          written.healthCheck?.path,
          balancerHealthPath(around.components.get(written.to), around),
          'what the load balancer asks: a region that does not own the epoch is not ready',
        ),
        intervalMs: fill.duration(
          ['healthCheck', 'interval'],
          written.healthCheck?.interval,
          10_000,
          'the shorter of the two that AWS offers',
        ),
        threshold: fill(
          ['healthCheck', 'threshold'],
          written.healthCheck?.threshold,
          3,
          "Global Accelerator's own default",
        ),
      },
    };
  },
});
