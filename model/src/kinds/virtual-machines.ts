import { z } from 'zod';
import { checkUserData, checkVolume } from '../checks/machines.ts';
import { checkInstanceType } from '../checks/offers.ts';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import {
  bytes,
  componentName,
  instanceType,
  orVouchedFor,
  port,
  regionNames,
  urlPath,
} from '../fields.ts';
import { usedOf } from '../figures.ts';
import { checkGroup, fillGroup, type GroupSize, groupSize } from '../group-size.ts';
import { defineKind, runningRegions, type Surroundings, type WrittenComponent } from '../kind.ts';

/** EC2 instances of one image, kept at their number by an Auto Scaling group in each region. */
export interface VirtualMachines extends ComponentBase {
  readonly kind: 'virtual-machines';
  /** A machine-image. */
  readonly image: string;
  /** A key-pair; null: nobody logs in by SSH, Session Manager is the way. */
  readonly keyPair: string | null;
  /** Instance type: `t3.micro`. */
  readonly size: string;
  /** In a region that serves. */
  readonly active: GroupSize;
  /** In a standby region before it is needed. A recovery scales it to `active`. */
  readonly standby: GroupSize;
  readonly port: number;
  readonly healthPath: string;
  /** Stores that it calls, by component name. */
  readonly needs: readonly string[];
  readonly userData: string | null;
  readonly diskBytes: number;
  readonly subnets: 'private' | 'public';
}

const schema = z.strictObject({
  kind: z.literal('virtual-machines'),
  image: componentName().describe('The machine image that they start from.'),
  keyPair: componentName().optional().describe('For SSH. Default: Session Manager alone.'),
  size: orVouchedFor(instanceType()).describe("Instance type, like 't3.micro'."),
  ...groupSize('machines'),
  port: port().describe('Where they listen.'),
  healthPath: urlPath().optional().describe('What load balancers ask. Default /readyz.'),
  needs: z.array(componentName()).optional().describe('Stores that they call.'),
  userData: z.string().optional().describe('Script that a machine runs when it boots.'),
  disk: bytes().optional().describe("Disk of each machine, like '20 GiB'."),
  regions: regionNames()
    .optional()
    .describe('Default: all regions that the strategy keeps running.'),
  ...commonFields,
});

export type WrittenMachines = z.output<typeof schema>;

export function isWrittenMachines(
  component: WrittenComponent | undefined,
): component is WrittenMachines {
  return component?.kind === 'virtual-machines';
}

export function machineRegions(written: WrittenMachines, around: Surroundings): readonly string[] {
  return runningRegions(written.regions, around);
}

export const virtualMachines = defineKind({
  kind: 'virtual-machines',
  title: 'EC2 instances in an Auto Scaling group',
  scope: 'each region',
  schema,
  references: {
    image: ['machine-image'],
    keyPair: ['key-pair'],
    needs: [
      'aurora',
      'postgres',
      'documentdb',
      'dynamodb',
      'file-store',
      'object-store',
      'secrets',
    ],
  },
  regionReferences: ['regions'],
  // A role and an instance profile have the name of the platform and the region in front.
  name: { lengthMax: 63, because: 'a label' },
  check: (written, around, tell) => {
    checkGroup(written, around, tell, 'machine');
    checkInstanceType(written.size, ['size'], tell);
    checkVolume(written.disk, ['disk'], tell);
    checkUserData(written.userData, 0, ['userData'], tell);
  },
  resolve: (written, around, fill, name): VirtualMachines => ({
    kind: 'virtual-machines',
    ...fillBase(
      name,
      fill(
        ['regions'],
        written.regions === undefined ? undefined : machineRegions(written, around),
        machineRegions(written, around),
        around.strategy === 'backup-restore'
          ? 'backup-restore builds the others when they are needed'
          : 'the same set-up in every region',
      ),
      written,
    ),
    image: written.image,
    keyPair: fill(['keyPair'], written.keyPair, null, 'Session Manager logs who did what'),
    size: usedOf(written.size),
    ...fillGroup(written, around, fill, []),
    port: written.port,
    healthPath: fill(['healthPath'], written.healthPath, '/readyz', 'the usual path'),
    needs: fill(['needs'], written.needs, [], 'calls nothing'),
    userData: fill(['userData'], written.userData, null, 'the image is ready to serve'),
    diskBytes: fill.bytes(['disk'], written.disk, 8 * 2 ** 30, "Amazon Linux's own: 8 GiB"),
    subnets: 'private',
  }),
});
