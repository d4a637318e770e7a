/** A share with the interval in which the true one lies, 95 times in 100. */
export interface ShareWithInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The standard normal's 97.5 %: what lies within is 95 %. */
const z = 1.959963984540054;

/**
 * Wilson's score interval: it stays inside 0 to 1 and says something sensible of 0 or all runs,
 * where the usual one has no width (E. B. Wilson, J. Amer. Stat. Assoc. 22, 1927).
 */
export function wilson(met: number, runs: number): ShareWithInterval {
  const share = met / runs;
  const scale = 1 + (z * z) / runs;
  const middle = (share + (z * z) / (2 * runs)) / scale;
  const spread = (share * (1 - share)) / runs + (z * z) / (4 * runs * runs);
  const half = (z * Math.sqrt(spread)) / scale;
  return {
    share,
    low: met === 0 ? 0 : Math.max(0, middle - half),
    high: met === runs ? 1 : Math.min(1, middle + half),
  };
}
