import { z } from 'zod';
import { commonFields, fillBase, fillCommon } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { componentName, integer } from '../fields.ts';
import { allRegions, defineKind, type Surroundings, type Tell } from '../kind.ts';
import { listNames } from '../near.ts';
import { checkIssuedIn, cloudFrontRegion } from './certificate.ts';

/** WAF in front of load balancers (one web ACL a region) and CDNs (one in us-east-1); Shield. */
export interface Firewall extends ComponentBase {
  readonly kind: 'firewall';
  /** Load balancers of layer 7, and CDNs. */
  readonly protects: readonly string[];
  /** AWS's managed rule groups, in the order in which they are asked. */
  readonly rules: readonly string[];
  /** Requests from one address in 5 minutes, above which it is turned away; null: no limit. */
  readonly requestsMax: number | null;
  /** `standard` is always there, and free. */
  readonly shield: 'standard' | 'advanced';
  /** Whether there is a web ACL in us-east-1 for CloudFront. */
  readonly forCloudFront: boolean;
}

const managedRules = [
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesSQLiRuleSet',
  'AWSManagedRulesLinuxRuleSet',
  'AWSManagedRulesUnixRuleSet',
  'AWSManagedRulesAdminProtectionRuleSet',
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesAnonymousIpList',
] as const;

const schema = z.strictObject({
  kind: z.literal('firewall'),
  protects: z
    .array(componentName())
    .min(1, { error: 'protects nothing\nname a load balancer or a CDN' })
    .describe('Load balancers of layer 7, and CDNs.'),
  rules: z
    .array(z.enum(managedRules))
    .optional()
    .describe("AWS's managed rule groups. Default: the common ones, bad inputs, reputation."),
  // WAF API reference, RateBasedStatement: 10 to 2,000,000,000.
  requestsMax: integer(10, 2_000_000_000, 'requests')
    .optional()
    .describe('From one address in 5 minutes. Default 2000.'),
  shield: z
    .enum(['standard', 'advanced'])
    .optional()
    .describe('Advanced costs 3,000 USD a month for at least a year. Default standard.'),
  issuedIn: z
    .array(z.string())
    .optional()
    .describe("Regions of its web ACLs. Default: the load balancers'; 'us-east-1' for a CDN."),
  ...commonFields,
});

type WrittenFirewall = z.output<typeof schema>;

function protectedOf(kind: string, written: WrittenFirewall, around: Surroundings): string[] {
  return written.protects.filter((name) => around.components.get(name)?.kind === kind);
}

function check(written: WrittenFirewall, around: Surroundings, tell: Tell, name: string): void {
  checkIssuedIn(written.issuedIn, around, tell);
  written.protects.forEach((target, index) => {
    const component = around.components.get(target);
    const layer = component !== undefined && 'layer' in component ? component.layer : null;
    if (layer === 4) {
      const wrong = 'is a load balancer of layer 4, whose requests WAF does not see';
      tell(['protects', index], wrong, 'name one of layer 7, or a CDN');
    }
    for (const [other, candidate] of around.components) {
      if (other === name) return;
      if (candidate.kind !== 'firewall' || !('protects' in candidate)) continue;
      if (!Array.isArray(candidate.protects) || !candidate.protects.includes(target)) continue;
      const wrong = `is protected by ${other} already, and AWS takes one web ACL for each`;
      tell(['protects', index], wrong, 'name it once');
    }
  });
  const shown = protectedOf('cdn', written, around);
  const { issuedIn } = written;
  if (issuedIn !== undefined && shown.length > 0 && !issuedIn.includes(cloudFrontRegion)) {
    tell(
      ['issuedIn'],
      `leaves out ${cloudFrontRegion}, but it protects ${listNames(shown)}, and CloudFront takes ` +
        'web ACLs of that region only',
      `add '${cloudFrontRegion}', or leave it out`,
    );
  }
}

export const firewall = defineKind({
  kind: 'firewall',
  title: 'WAF and Shield',
  scope: 'each region',
  schema,
  references: { protects: ['load-balancer', 'cdn'] },
  regionReferences: [],
  name: { lengthMax: 63, because: "a label; WAF's own limit is 128" },
  check,
  resolve: (written, around, fill, name): Firewall => {
    const forCloudFront = protectedOf('cdn', written, around).length > 0;
    const balanced = protectedOf('load-balancer', written, around).length > 0;
    const issuedIn = fill(
      ['issuedIn'],
      written.issuedIn,
      [
        ...new Set([
          ...(balanced ? allRegions(around) : []),
          ...(forCloudFront ? [cloudFrontRegion] : []),
        ]),
      ],
      'where what it protects is; CloudFront takes web ACLs of us-east-1 only',
    );
    const regions = balanced ? allRegions(around).filter((each) => issuedIn.includes(each)) : [];
    return {
      kind: 'firewall',
      ...fillBase(name, regions, written),
      // Where it protects CDNs alone, what stands is the web ACL of CloudFront.
      existing: fillCommon(balanced ? regions : [cloudFrontRegion], written).existing,
      protects: written.protects,
      rules: fill(
        ['rules'],
        written.rules,
        [
          'AWSManagedRulesCommonRuleSet',
          'AWSManagedRulesKnownBadInputsRuleSet',
          'AWSManagedRulesAmazonIpReputationList',
        ],
        'what AWS advises for every application',
      ),
      requestsMax: fill(
        ['requestsMax'],
        written.requestsMax,
        2_000,
        'about 7 a second from one address; look at your own traffic first',
      ),
      shield: fill(['shield'], written.shield, 'standard', 'advanced costs 3,000 USD a month'),
      forCloudFront,
    };
  },
});
