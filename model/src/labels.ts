/** `shop/web` as Terraform labels a block: `shop_web`. Names that differ elsewhere only are one. */
export function labelOf(name: string): string {
  return name.replaceAll(/[^a-zA-Z0-9_]/g, '_');
}
