/** What in the statement of a web ACL is a block, as `blockTrees` writes it. */
export const wafStatementTree = 'managed_rule_group_statement rate_based_statement';
