import { z } from 'zod';
import { commonFields } from '../common.ts';
import type { DataBase } from '../component.ts';
import { checkData, fillData, replicaRegions } from '../data.ts';
import { dataFields, duration, pattern } from '../fields.ts';
import { defineKind, type Surroundings, type Tell } from '../kind.ts';

/** A DynamoDB table; with `replicaIn` a global one, that is written in every region. */
export interface Dynamodb extends DataBase {
  readonly kind: 'dynamodb';
  readonly partitionKey: string;
  readonly sortKey: string | null;
  /** `strong`: a write is in every region before it is acknowledged. */
  readonly consistency: 'eventual' | 'strong';
  /** Any second of this past can be restored, in ms. */
  readonly pointInTimeRecoveryMs: number;
  /** Attribute that tells when an item is deleted; null: never. */
  readonly expiresBy: string | null;
}

const attribute = () =>
  pattern(
    /^[\w.-]{1,255}$/,
    'is not an attribute name',
    "write one like 'orderId', 255 characters at most",
  );

/** DynamoDB: point-in-time recovery goes back 1 to 35 days (developer guide). */
const recovery = { minMs: 86_400_000, maxMs: 35 * 86_400_000 } as const;
/** Multi-Region strong consistency: three regions, no more, no fewer (developer guide). */
const strongRegions = 3;

const schema = z.strictObject({
  kind: z.literal('dynamodb'),
  partitionKey: attribute().describe('Attribute by which items are spread.'),
  sortKey: attribute().optional().describe('Attribute by which items of one key are ordered.'),
  ...dataFields,
  consistency: z
    .enum(['eventual', 'strong'])
    .optional()
    .describe("Between regions. 'strong' needs three regions. Default eventual."),
  pointInTimeRecovery: duration()
    .optional()
    .describe('How far back it can be restored to: 1d to 35d. Default 35d.'),
  expiresBy: attribute().optional().describe('Attribute that holds when an item is deleted.'),
  ...commonFields,
});

type WrittenDynamodb = z.output<typeof schema>;

function check(written: WrittenDynamodb, around: Surroundings, tell: Tell): void {
  checkData(written, around, tell);
  const { pointInTimeRecovery: back, consistency } = written;
  if (back !== undefined && (back < recovery.minMs || back > recovery.maxMs)) {
    tell(
      ['pointInTimeRecovery'],
      'is outside what DynamoDB offers: 1 to 35 days',
      `write ${back < recovery.minMs ? "'1d' or more" : "'35d' or less"}`,
    );
  }
  const regions = 1 + replicaRegions(written, around).length;
  if (consistency === 'strong' && regions !== strongRegions) {
    tell(
      ['consistency'],
      `needs ${strongRegions} regions, and the table is in ${regions}`,
      "write 'eventual', or give it a third region",
    );
  }
  if (written.sortKey !== undefined && written.sortKey === written.partitionKey) {
    tell(['sortKey'], 'is the partition key too', 'name another attribute, or leave it out');
  }
}

export const dynamodb = defineKind({
  kind: 'dynamodb',
  title: 'DynamoDB table',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicaIn'],
  name: { lengthMax: 255, because: "DynamoDB's limit for tables" },
  check,
  resolve: (written, around, fill, name): Dynamodb => ({
    kind: 'dynamodb',
    name,
    ...fillData(written, around, fill),
    partitionKey: written.partitionKey,
    sortKey: written.sortKey ?? null,
    consistency: fill(
      ['consistency'],
      written.consistency,
      'eventual',
      'about a second behind; strong makes each write wait for the other regions',
    ),
    pointInTimeRecoveryMs: fill.duration(
      ['pointInTimeRecovery'],
      written.pointInTimeRecovery,
      recovery.maxMs,
      'a replica copies a mistake too, and the price is the same for any length',
    ),
    expiresBy: fill(['expiresBy'], written.expiresBy, null, 'nothing is deleted'),
  }),
});
