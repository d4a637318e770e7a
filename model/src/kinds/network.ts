import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { duration } from '../fields.ts';
import { allRegions, defineKind } from '../kind.ts';
import { logRetentionDays } from '../offers.ts';

/** The VPC of each region and what joins them. Addresses and zones are the regions' own. */
export interface Network extends ComponentBase {
  readonly kind: 'network';
  readonly peering: 'all regions' | 'none';
  readonly nat: 'one per zone' | 'one per region' | 'none';
  readonly networkAcls: boolean;
  /** Kept this long, in ms. */
  readonly flowLogs: { readonly retentionMs: number };
}

export const network = defineKind({
  kind: 'network',
  title: 'The VPC of each region, and what joins them',
  scope: 'each region',
  schema: z.strictObject({
    kind: z.literal('network'),
    peering: z
      .enum(['all regions', 'none'])
      .optional()
      .describe('Whether the VPCs of all regions reach each other. Default: all regions.'),
    nat: z
      .enum(['one per zone', 'one per region', 'none'])
      .optional()
      .describe('How private subnets reach outside. Default: one per zone.'),
    networkAcls: z
      .boolean()
      .optional()
      .describe('Network ACLs on each subnet, besides security groups. Default true.'),
    flowLogs: z
      .strictObject({ keep: duration().describe('How long they are kept.') })
      .optional()
      .describe('Logs of the traffic, for audits. Default: kept for a year.'),
    ...commonFields,
  }),
  references: {},
  regionReferences: [],
  name: { lengthMax: 63, because: 'a label' },
  check: ({ flowLogs }, _, tell) => {
    if (flowLogs === undefined || logRetentionDays.includes(flowLogs.keep / 86_400_000)) return;
    const longer = logRetentionDays.find((days) => days * 86_400_000 > flowLogs.keep);
    tell(
      ['flowLogs', 'keep'],
      'is not a time for which CloudWatch keeps logs',
      `write '${longer ?? logRetentionDays.at(-1)}d'`,
    );
  },
  resolve: (written, around, fill, name): Network => ({
    kind: 'network',
    ...fillBase(name, allRegions(around), written),
    peering: fill(
      ['peering'],
      written.peering,
      around.regions.length > 1 ? 'all regions' : 'none',
      around.regions.length > 1 ? 'replication runs between the regions' : 'there is one region',
    ),
    nat: fill(
      ['nat'],
      written.nat,
      'one per zone',
      'a lost zone must not take the way out of the others with it',
    ),
    networkAcls: fill(
      ['networkAcls'],
      written.networkAcls,
      true,
      'a second fence besides security groups costs nothing',
    ),
    flowLogs: fill(
      ['flowLogs'],
      written.flowLogs === undefined ? undefined : { retentionMs: written.flowLogs.keep },
      { retentionMs: 365 * 86_400_000 },
      'who spoke to whom is asked after an incident, and cannot be had later',
    ),
  }),
});
