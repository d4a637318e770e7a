// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** WAF and Shield. */
export interface FirewallInput<N extends string, R extends string> {
  readonly kind: 'firewall';
  /** Load balancers of layer 7, and CDNs. */
  readonly protects: readonly N[];
  /** AWS's managed rule groups. Default: the common ones, bad inputs, reputation. */
  readonly rules?: readonly (
    | 'AWSManagedRulesCommonRuleSet'
    | 'AWSManagedRulesKnownBadInputsRuleSet'
    | 'AWSManagedRulesSQLiRuleSet'
    | 'AWSManagedRulesLinuxRuleSet'
    | 'AWSManagedRulesUnixRuleSet'
    | 'AWSManagedRulesAdminProtectionRuleSet'
    | 'AWSManagedRulesAmazonIpReputationList'
    | 'AWSManagedRulesAnonymousIpList'
  )[];
  /** From one address in 5 minutes. Default 2000. */
  readonly requestsMax?: number;
  /** Advanced costs 3,000 USD a month for at least a year. Default standard. */
  readonly shield?: 'standard' | 'advanced';
  /** Regions of its web ACLs. Default: the load balancers'; 'us-east-1' for a CDN. */
  readonly issuedIn?: readonly string[];
  /** It stands already, found by its id or its tags: read, never created. */
  readonly existing?:
    | {
        readonly id: string | { readonly [region in R]?: string };
      }
    | {
        readonly tags: { readonly [name: string]: string };
      };
  /** Attributes to set in the Terraform that is written, by address of the resource. */
  readonly terraform?: TerraformPatches;
}
