/**
 * How long a plan of many services takes to make, and how that grows. Figures to reach: 1,000
 * services in 200 ms, t(1000) / t(100) at most 12.
 */
import { parseArgs } from 'node:util';
import { planFor } from '@outrigger/components';
import { startTopology, testPlatform } from '@outrigger/recovery';

export const about =
  'how long a plan of many services takes to make, and how that grows. To reach: 1,000 services ' +
  'in 200 ms, and at most 12 times as long as 100.';

const rounds = 60;

/** What loses a region of a platform with that many services. */
export function lossOf(services: number): Parameters<typeof planFor>[0] {
  const platform = testPlatform({
    name: 'bench',
    strategy: 'pilot-light',
    standbyReplicas: 0,
    fileStores: ['pictures'],
    services: Array.from({ length: services }, (_, index) => `service-${index}`),
  });
  const failure = { kind: 'region-loss', region: 'us-east-1', zone: null } as const;
  const topology = startTopology(platform);
  return { platform, topology, request: { intent: 'failover', failure } };
}

/** The fastest of all rounds, ms: whatever else the machine does only ever adds to it. */
function fastestMs(services: number): number {
  const scenario = lossOf(services);
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const { plan } = planFor(scenario);
    fastest = Math.min(fastest, performance.now() - from);
    if (plan === undefined || plan.steps.length < services) throw new Error('that is no plan');
  }
  return fastest;
}

export async function run(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: { json: { type: 'boolean', default: false } },
  });
  fastestMs(1000); // The first plans pay for the compiler.
  const small = fastestMs(100);
  const large = fastestMs(1000);
  const figures = {
    services100Ms: Number(small.toFixed(3)),
    services1000Ms: Number(large.toFixed(3)),
    ratio: Number((large / small).toFixed(2)),
  };
  const text =
    `a plan of 100 services takes ${figures.services100Ms} ms, of 1,000 ` +
    `${figures.services1000Ms} ms: ${figures.ratio} times as long`;
  process.stdout.write(`${values.json ? JSON.stringify(figures) : text}\n`);
  return figures.services1000Ms <= 200 && figures.ratio <= 12 ? 0 : 1;
}
