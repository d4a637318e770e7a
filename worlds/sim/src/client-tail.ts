import { quantile } from '@outrigger/recovery';
import { constantOf, durationOf, type Figure } from './world/figure.ts';

/** Clients that keep a name's answer alike. */
interface ClientGroup {
  readonly who: string;
  /** Of all clients. */
  readonly share: Figure;
  /** How much longer than the name server allows. */
  readonly beyond: Figure;
  /** Whether an RTO ends after them: those that ask again by themselves. */
  readonly isInRto: boolean;
}

const noShare = 'no figure: which clients come is a platform’s own';

function shareOf(value: number): Figure {
  const distribution = { kind: 'constant', value } as const;
  return { distribution, unit: 'share', basis: 'assumed', source: noShare };
}

/** Who comes how long after a name leads elsewhere. Their shares are ours, and count as assumed. */
export const clientGroups: readonly ClientGroup[] = [
  {
    who: 'ask again when the time to live is over',
    isInRto: true,
    share: shareOf(0.55),
    beyond: {
      distribution: { kind: 'constant', value: 0 },
      unit: 's',
      basis: 'documented',
      source: 'RFC 1035: an answer is kept for its time to live',
    },
  },
  {
    who: 'browsers that keep names by themselves',
    isInRto: true,
    share: shareOf(0.34),
    beyond: {
      distribution: { kind: 'uniform', low: 0, high: 60 },
      unit: 's',
      basis: 'assumed',
      source: 'blogs: Chrome’s own cache, about 60 s; evenly up to that is ours',
    },
  },
  {
    who: 'systems that keep them for up to 5 min',
    isInRto: true,
    share: shareOf(0.1),
    beyond: {
      distribution: { kind: 'uniform', low: 0, high: 240 },
      unit: 's',
      basis: 'assumed',
      source: 'blogs: macOS, up to 5 min; here beyond a record of 60 s',
    },
  },
  {
    who: 'old Java clients, until they are restarted',
    isInRto: false,
    share: shareOf(0.01),
    beyond: {
      distribution: { kind: 'lognormal', median: 30, p99: 1440 },
      unit: 'min',
      basis: 'assumed',
      source: 'Java’s networking properties: for ever; how soon somebody restarts them is ours',
    },
  },
];

/** Into so many equal parts each of the two is cut: when a client asked last, how long it keeps. */
const parts = 64;

/**
 * After how long such shares of all clients have come, ms, counted from when the name leads to who
 * serves: each asked last at any time within the time to live, and keeps it as its group does.
 */
export function clientsCome(ttlMs: number, shares: readonly number[]): readonly number[] {
  const clients = clientGroups.flatMap(({ beyond, share }) => {
    const { distribution } = durationOf(beyond);
    const weight = constantOf(share) / parts ** 2;
    const kept = Array.from({ length: parts }, (_, part) =>
      quantile(distribution, (part + 0.5) / parts),
    );
    return kept.flatMap((keptMs) =>
      Array.from({ length: parts }, (_, part) => {
        return { weight, ms: ((part + 0.5) / parts) * ttlMs + keptMs };
      }),
    );
  });
  clients.sort((one, other) => one.ms - other.ms);
  return shares.map((share) => {
    let sum = 0;
    const last = clients.find(({ weight }) => {
      sum += weight;
      return sum >= share - 1e-9;
    });
    return last?.ms ?? clients.at(-1)?.ms ?? 0;
  });
}
