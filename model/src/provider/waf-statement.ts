/**
 * The statements of a web ACL that are in use. The provider's schema is recursive, so its bindings
 * have no type for it.
 */
export interface WafStatement {
  readonly managed_rule_group_statement?: {
    readonly name: string;
    readonly vendor_name: string;
    readonly version?: string | undefined;
  };
  readonly rate_based_statement?: {
    /** Requests of one address in five minutes. */
    readonly limit: number;
    readonly aggregate_key_type: 'IP';
  };
}
