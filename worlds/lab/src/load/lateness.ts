import type { Lateness } from './messages.ts';

/** A sample of numbers that is summed up by exact sort and then starts anew. */
export function createSample() {
  let values: number[] = [];
  return {
    add(value: number): void {
      values.push(value);
    },
    size: (): number => values.length,
    /** Sums up what was added, and forgets it. Null when nothing was. */
    take(): Lateness | null {
      const sorted = Float64Array.from(values).sort();
      values = [];
      if (sorted.length === 0) return null;
      const at = (share: number): number =>
        sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
      return { p50: at(0.5), p99: at(0.99), max: at(1) };
    },
  };
}
