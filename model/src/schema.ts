/** The shape of what a user writes: one schema for TypeScript, for JSON and for editors. */
import { z } from 'zod';
import { duration, integer, pattern } from './fields.ts';
import { kinds } from './kinds.ts';
import { type Approval, approvals, roles, strategies } from './platform.ts';

const approval = (byDefault: Approval) =>
  z
    .enum(approvals)
    .optional()
    .describe(`Who decides about a step that may lose data. Default: '${byDefault}'.`);

const figures = {
  rpo: duration().describe("Acknowledged writes younger than this may be lost; '0s' is none."),
  rto: duration().describe('Every client is served again within this.'),
};

const objective = (byDefault: Approval) =>
  z.strictObject({ ...figures, approval: approval(byDefault) });

export const objectivesSchema = z.strictObject({
  'zone-loss': objective('when data may be lost').describe('One zone is gone.'),
  'region-loss': objective('always')
    .optional()
    .describe('A whole region is gone. Needed with two regions or more.'),
  partition: z
    .strictObject(figures)
    .optional()
    .describe('A region is cut off, but alive: approved like region-loss. Default: its figures.'),
  'data-corruption': objective('always')
    .optional()
    .describe('Data is wrong, and its replicas with it.'),
  switchover: z
    .strictObject({
      rto: duration().describe('Longest pause of writes.'),
      approval: approval('when data may be lost'),
    })
    .optional()
    .describe('Planned moves: switchover and failback. They lose nothing.'),
});

const cidr = () =>
  pattern(
    /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
    'is not an IPv4 range',
    "write an address and its prefix, like '10.0.0.0/16'",
  );

const zoneName = () => z.string();

export const regionSchema = z.strictObject({
  role: z.enum(roles).describe('Where it starts: primary and peer serve, standby waits.'),
  cidr: cidr().describe("Address range of its VPC, like '10.0.0.0/16'; no two regions share one."),
  zones: z
    .union(
      [
        integer(1, 6, 'zones'),
        z.array(zoneName()),
        z.record(
          zoneName(),
          z.strictObject({
            public: cidr().describe('Subnet of what faces the internet.'),
            private: cidr().describe('Subnet of nodes and databases.'),
          }),
        ),
      ],
      { error: "says nothing of zones\nwrite how many: 3, or their names: ['us-east-1a', …]" },
    )
    .describe('How many zones, or their names, or their names with subnets.'),
  workloadZones: z
    .union([integer(1, 6, 'zones'), z.array(zoneName())], {
      error: 'says nothing of zones\nwrite how many, or their names',
    })
    .optional()
    .describe('Zones in which nodes and services run: how many, or which. Default: all.'),
});

const [firstKind, ...otherKinds] = Object.values(kinds).map((kind) => kind.schema);
if (firstKind === undefined) throw new Error('there is no kind');
export const componentSchema = z.discriminatedUnion('kind', [firstKind, ...otherKinds]);

const objectivesMeaning = 'What a loss may cost: RPO and RTO for each failure.';

const head = {
  name: z.string().describe('The platform, in every output. Lower case, digits and hyphens.'),
  strategy: z.enum(strategies).describe('How much runs in a standby region before it is needed.'),
};

/** Its parts are read one by one, so that one mistake does not hide the others. */
export const frameSchema = z.strictObject({
  ...head,
  objectives: z.record(z.string(), z.unknown()).describe(objectivesMeaning),
  regions: z.record(z.string(), z.unknown()).describe('Regions by their AWS names.'),
  components: z.record(z.string(), z.unknown()).describe('Components by name.'),
});

export const platformSchema = z.strictObject({
  ...head,
  objectives: objectivesSchema.describe(objectivesMeaning),
  regions: z.record(z.string(), regionSchema).describe('Regions by their AWS names.'),
  components: z.record(z.string(), componentSchema).describe('Components by name.'),
});

export type WrittenFrame = z.output<typeof frameSchema>;
export type WrittenObjectives = z.output<typeof objectivesSchema>;
export type WrittenRegion = z.output<typeof regionSchema>;
export type WrittenPlatform = z.output<typeof platformSchema>;

/** JSON Schema (2020-12) for editors of `platform.json`. */
export function platformJsonSchema(): { readonly [key: string]: unknown } {
  return {
    ...z.toJSONSchema(platformSchema, { io: 'input' }),
    title: 'Outrigger platform',
  };
}
