/** IPv4 ranges: `10.0.0.0/16` is its first address and how many leading bits are fixed. */
export interface Cidr {
  /** 0 to 2^32 − 1. */
  readonly first: number;
  /** 0 to 32. */
  readonly bits: number;
}

/** null when the text is no range, or has bits set to the right of its prefix. */
export function parseCidr(text: string): Cidr | null {
  const loose = parseLooseCidr(text);
  return loose !== null && loose.first % addresses(loose) === 0 ? loose : null;
}

/** The range that holds the written address: `10.0.3.7/16` is `10.0.0.0/16`. */
export function canonicalCidr(text: string): string | null {
  const loose = parseLooseCidr(text);
  if (loose === null) return null;
  return formatCidr({ first: loose.first - (loose.first % addresses(loose)), bits: loose.bits });
}

function parseLooseCidr(text: string): Cidr | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return null;
  // A leading zero is octal to some readers and decimal to others.
  if (match.slice(1).some((part) => part.length > 1 && part.startsWith('0'))) return null;
  const [a = 256, b = 256, c = 256, d = 256, bits = 33] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || bits > 32) return null;
  return { first: ((a * 256 + b) * 256 + c) * 256 + d, bits };
}

export function formatCidr(cidr: Cidr): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(cidr.first / 2 ** shift) % 256);
  return `${octets.join('.')}/${cidr.bits}`;
}

/** How many addresses it holds. */
export function addresses(cidr: Cidr): number {
  return 2 ** (32 - cidr.bits);
}

export function overlaps(one: Cidr, other: Cidr): boolean {
  return contains(one, other) || contains(other, one);
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return (
    inner.bits >= outer.bits &&
    inner.first >= outer.first &&
    inner.first < outer.first + addresses(outer)
  );
}

/** The `index`-th of the equal parts that `extraBits` more bits cut a range into. */
export function part(cidr: Cidr, extraBits: number, index: number): Cidr {
  const bits = cidr.bits + extraBits;
  if (bits > 32 || index < 0 || index >= 2 ** extraBits) {
    throw new Error(`${formatCidr(cidr)} has no part ${index} of 2^${extraBits}`);
  }
  return { first: cidr.first + index * 2 ** (32 - bits), bits };
}

/** AWS: a VPC is a /16 to a /28, and so is a subnet. */
export const vpcBits = { min: 16, max: 28 } as const;
/** A region of AWS has six zones at most. */
export const zonesMax = 6;

/**
 * Subnets for a region's zones: the private ones get the large share, the public ones lie in the
 * first slice, the rest stays free. Up to three zones: quarters and 32nds, so a /16 gives private
 * /18 and public /21; up to six: eighths and 64ths. null when the range is too small for it.
 */
export function allocateSubnets(
  cidr: Cidr,
  zones: number,
): { readonly publicCidr: Cidr; readonly privateCidr: Cidr }[] | null {
  if (zones < 1 || zones > zonesMax) return null;
  const [privateExtra, publicExtra] = zones <= 3 ? [2, 5] : [3, 6];
  if (cidr.bits + publicExtra > vpcBits.max) return null;
  return Array.from({ length: zones }, (_, index) => ({
    publicCidr: part(cidr, publicExtra, index),
    privateCidr: part(cidr, privateExtra, index + 1),
  }));
}
