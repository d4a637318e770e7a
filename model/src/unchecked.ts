/**
 * A platform was used that a check would have refused: what it refers to is not there, or has no
 * room. Whoever looks at an unchecked platform on purpose (`completed`) has to expect it; anywhere
 * else it is a fault of ours, as every other error is.
 */
export class Unchecked extends Error {
  override readonly name = 'Unchecked';
}
