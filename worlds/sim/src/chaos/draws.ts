/**
 * Numbers in [0, 1) by name. The same seed and name give the same number whatever else is drawn, so
 * that a fault that is left out leaves all others as they are: what makes a failure shrink.
 */
export class Draws {
  readonly seed: number;

  constructor(seed: number) {
    this.seed = seed >>> 0;
  }

  number(name: string): number {
    let hash = this.seed ^ 0x811c9dc5;
    for (let index = 0; index < name.length; index += 1) {
      hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  }

  chance(name: string, probability: number): boolean {
    return this.number(name) < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(name: string, low: number, high: number): number {
    return low + Math.floor(this.number(name) * (high - low + 1));
  }

  pick<const T>(name: string, list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.number(name) * list.length)] ?? list[0];
  }
}

/** The seed of the story with this number, of a campaign's seed. */
export function seedOf(campaign: number, number: number): number {
  return Math.floor(new Draws(campaign).number(`story ${number}`) * 2 ** 32);
}
