import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { integer, pattern, regionName, regionNames } from '../fields.ts';
import { allRegions, defineKind, listOf, startRegion } from '../kind.ts';

/** Secrets that people give, in Secrets Manager, copied to each region. No value is ever here. */
export interface Secrets extends ComponentBase {
  readonly kind: 'secrets';
  /** One secret each: `datadog-api-key`. */
  readonly entries: readonly string[];
  /** Where a value is written. */
  readonly writerIn: string;
  readonly replicateTo: readonly string[];
  /** How long a deletion can be taken back, in days. */
  readonly deletionDays: number;
}

const schema = z.strictObject({
  kind: z.literal('secrets'),
  entries: z
    .array(
      pattern(
        // Secrets Manager API reference, CreateSecret; a name that ends in a hyphen and six
        // characters is taken for an ARN's own ending.
        /^(?!.*-[A-Za-z0-9]{6}$)[a-z0-9][\w/+=.@-]{0,127}$/,
        'is not a name that Secrets Manager takes',
        'use letters, digits and /_+=.@-, 128 at most, and no hyphen before the last six',
      ).meta({ examples: ['payment-key', 'shop/mail'] }),
    )
    .min(1, { error: "names no secret\nname at least one, like 'payment-api-key'" })
    .describe("One secret each, like 'payment-key'. Values are given by a person, never here."),
  writerIn: regionName().optional().describe('Where a value is written. Default: the primary.'),
  replicateTo: regionNames().optional().describe('Default: every other region.'),
  // Secrets Manager API reference, DeleteSecret: 7 to 30 days.
  deletionDays: integer(7, 30, 'days')
    .optional()
    .describe('How long a deletion can be taken back. Default 30.'),
  ...commonFields,
});

export const secrets = defineKind({
  kind: 'secrets',
  title: 'Secrets Manager, replicated',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['writerIn', 'replicateTo'],
  labels: ['entries'],
  name: { lengthMax: 63, because: 'a label' },
  check: () => {},
  resolve: (written, around, fill, name): Secrets => {
    const writerIn = fill(
      ['writerIn'],
      written.writerIn,
      startRegion(around),
      'the region that serves at the start',
    );
    const named = written.replicateTo === undefined ? null : listOf(written.replicateTo);
    const others = allRegions(around).filter((region) => region !== writerIn);
    const replicateTo = fill(
      ['replicateTo'],
      named === null ? undefined : others.filter((region) => named.includes(region)),
      others,
      'a region that takes over reads its own copy',
    );
    return {
      kind: 'secrets',
      ...fillBase(
        name,
        allRegions(around).filter((each) => each === writerIn || replicateTo.includes(each)),
        written,
      ),
      entries: written.entries,
      writerIn,
      replicateTo,
      deletionDays: fill(['deletionDays'], written.deletionDays, 30, 'the longest that AWS waits'),
    };
  },
});
