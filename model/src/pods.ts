/** How many pods of a service there are, and what each of them gets. */
import { z } from 'zod';
import { bytes, integer, percent } from './fields.ts';
import type { Fill } from './kind.ts';

export interface Replicas {
  readonly min: number;
  readonly max: number;
  readonly on: { readonly cpuPercent: number; readonly memoryPercent: number | null };
}

/** Of one pod. Requests are promised, limits are never passed. */
export interface Resources {
  readonly requests: { readonly cpuMillicores: number; readonly memoryBytes: number };
  readonly limits: { readonly cpuMillicores: number; readonly memoryBytes: number };
}

const podsMax = 5_000;
export const pods = () => integer(0, podsMax, 'pods');

const compute = z.strictObject({
  cpu: z
    .number({ error: 'is not a number of cores\nwrite a number: 0.25 is a quarter of a core' })
    .min(0.001, { error: 'is less than a thousandth of a core\nwrite 0.001 or more' })
    .max(192, { error: 'is more than any node has\nwrite 192 or less' })
    .describe('Cores: 0.25 is a quarter of one.'),
  memory: bytes().describe("Like '256 MiB'."),
});

export const replicas = () =>
  z.strictObject({
    min: pods().describe('Never fewer pods in a region that serves.'),
    max: pods().describe('Never more pods.'),
    on: z
      .strictObject({
        cpu: percent(1).optional().describe('Percent of the requested CPU to keep it at.'),
        memory: percent(1).optional().describe('Percent of the requested memory to keep it at.'),
      })
      .optional()
      .describe('What the autoscaler looks at. Default: 70 percent of CPU.'),
  });

export const resources = () =>
  z.strictObject({
    requests: compute.describe('Promised to each pod.'),
    limits: compute.describe('Never passed.'),
  });

export function fillReplicas(written: z.output<ReturnType<typeof replicas>>, fill: Fill): Replicas {
  return {
    min: written.min,
    max: written.max,
    on: {
      cpuPercent: fill(
        ['replicas', 'on', 'cpu'],
        written.on?.cpu,
        70,
        'leaves room while new pods start',
      ),
      memoryPercent: fill(
        ['replicas', 'on', 'memory'],
        written.on?.memory,
        null,
        'memory rarely falls when pods are added',
      ),
    },
  };
}

/** Cores, and bytes. */
const defaultResources = {
  requests: { cpu: 0.25, memory: 256 * 2 ** 20 },
  limits: { cpu: 1, memory: 512 * 2 ** 20 },
};

export function fillResources(
  written: z.output<ReturnType<typeof resources>> | undefined,
  fill: Fill,
): Resources {
  const reason = 'small pods; measure, then write your own';
  const part = (name: 'requests' | 'limits'): Resources['requests'] => {
    const { cpu, memory } = defaultResources[name];
    const at = ['resources', name];
    const cores = fill([...at, 'cpu'], written?.[name].cpu, cpu, reason);
    const memoryBytes = fill.bytes([...at, 'memory'], written?.[name].memory, memory, reason);
    return { cpuMillicores: Math.round(cores * 1_000), memoryBytes };
  };
  return { requests: part('requests'), limits: part('limits') };
}
