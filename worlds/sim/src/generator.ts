/**
 * Random numbers: sfc32, the 32-bit generator of Chris Doty-Humphrey's PractRand (public domain).
 * Each draw of each chunk of runs has a stream of its own, begun from the seed, the draw's name and
 * the chunk's number. A step is a bijection on the 128 bits of state, so two chunks of one draw
 * never share a state; and a run's numbers do not depend on how runs are cut into blocks.
 */
export interface StreamKey {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Runs that share a stream of each draw. A column of them, 4 KiB, stays in the first cache. */
export const runsPerChunk = 512;

/** Rounds after which a state has forgotten how it was begun, as PractRand has them. */
const warmUpRounds = 15;

/** One multiplier a word, so that names which meet in one word do not meet in the others. */
const multipliers = { a: 0x9e3779b1, b: 0x85ebca77, c: 0xc2b2ae3d } as const;

export function streamKey(seed: number, name: string): StreamKey {
  const text = `${seed}/${name}`;
  return {
    a: hash(text, multipliers.a),
    b: hash(text, multipliers.b),
    c: hash(text, multipliers.c),
  };
}

/** 32 bits of a text, ended by the last mix of MurmurHash3. */
function hash(text: string, multiplier: number): number {
  let value = multiplier | 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), multiplier);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** Where `fillStream` writes: what it forgets its beginning in, then the bits of each run. */
export interface Stream {
  readonly all: Int32Array;
  /** The 32 random bits of each run of a chunk, as signed integers. */
  readonly bits: Int32Array;
}

export function newStream(): Stream {
  const all = new Int32Array(warmUpRounds + runsPerChunk);
  return { all, bits: all.subarray(warmUpRounds) };
}

export function fillStream({ all }: Stream, key: StreamKey, chunk: number): void {
  let { a, b, c } = key;
  let counter = chunk | 0;
  for (let round = 0; round < all.length; round += 1) {
    const next = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + next) | 0;
    all[round] = next;
  }
}
