/**
 * A small seeded generator (Marsaglia's xorshift, 32 bits): the same seed gives the same schedule
 * and the same pictures. Numbers in [0, 1).
 */
export function seededRandom(seed: number): () => number {
  // Zero is xorshift's fixed point; the multiplication spreads seeds that lie close together.
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}
