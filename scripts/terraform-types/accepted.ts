/** Where the oracle and we differ and why ours is right: by type and path, and what is below. */
export const accepted: { readonly [place: string]: string } = {
  'aws_wafv2_web_acl rule.statement':
    'the provider nests statements without end, so the bindings take any JSON there, where a ' +
    'block and an argument look alike; in HCL it is a block',
};

export function reasonFor(type: string, path: string): string | undefined {
  const [, reason] =
    Object.entries(accepted).find(
      ([place]) => place === `${type} ${path}` || `${type} ${path}`.startsWith(`${place}.`),
    ) ?? [];
  return reason;
}
