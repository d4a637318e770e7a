import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { componentName, integer } from '../fields.ts';
import {
  allRegions,
  defineKind,
  type Surroundings,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';

/** IAM Access Analyzer: who outside has access, in each region; what nobody uses, once. */
export interface AccessAnalyzer extends ComponentBase {
  readonly kind: 'access-analyzer';
  /** Inside what others are no strangers. */
  readonly zoneOfTrust: 'account' | 'organization';
  /** Access that was not used for so many days is told; null: it is not looked for. */
  readonly unusedDays: number | null;
  /** An events; null: findings are in the console only. */
  readonly notify: string | null;
}

const schema = z.strictObject({
  kind: z.literal('access-analyzer'),
  zoneOfTrust: z
    .enum(['account', 'organization'])
    .optional()
    .describe('Inside what nobody is a stranger. Default account.'),
  // Access Analyzer API reference, UnusedAccessConfiguration: 1 to 365 days.
  unusedDays: integer(1, 365, 'days')
    .optional()
    .describe('Access unused for so long is told; billed by role. Default: not looked for.'),
  notify: componentName().optional().describe('Whom it tells, by way of an events component.'),
  ...commonFields,
});

type WrittenAnalyzer = z.output<typeof schema>;

/** IAM user guide, Access Analyzer quotas: of each type, in an account and a region. */
const analyzersMax = { account: 1, organization: 5 } as const;

function isWrittenAnalyzer(component: WrittenComponent): component is WrittenAnalyzer {
  return component.kind === 'access-analyzer';
}

function check(written: WrittenAnalyzer, around: Surroundings, tell: Tell, own: string): void {
  const trust = written.zoneOfTrust ?? 'account';
  const same = [...around.components].filter(
    ([, other]) => isWrittenAnalyzer(other) && (other.zoneOfTrust ?? 'account') === trust,
  );
  const before = same.slice(
    0,
    same.findIndex(([name]) => name === own),
  );
  const max = analyzersMax[trust];
  if (before.length < max) return;
  tell(
    [written.zoneOfTrust === undefined ? 'kind' : 'zoneOfTrust'],
    `is one more beside ${before.map(([name]) => name).join(', ')}: AWS takes ${max} for ` +
      `${trust === 'account' ? 'an account' : 'an organization'} in a region`,
    'merge it into one of them',
  );
}

export const accessAnalyzer = defineKind({
  kind: 'access-analyzer',
  title: 'IAM Access Analyzer',
  scope: 'each region',
  schema,
  references: { notify: ['events'] },
  regionReferences: [],
  name: { lengthMax: 63, because: "a label; Access Analyzer's own limit is 255" },
  check,
  resolve: (written, around, fill, name): AccessAnalyzer => ({
    kind: 'access-analyzer',
    ...fillBase(name, allRegions(around), written),
    zoneOfTrust: fill(
      ['zoneOfTrust'],
      written.zoneOfTrust,
      'account',
      "an organization's analyzer is made by its own account",
    ),
    unusedDays: fill(['unusedDays'], written.unusedDays, null, 'it is billed for each role'),
    notify: fill(['notify'], written.notify, null, 'name an events component to be told'),
  }),
});
