/** What the load process is told, as JSON in its second argument. All durations in ms. */
export interface LoadOptions {
  /** Begins every idempotency key, so that an audit finds this run's rows among others. */
  readonly run: string;
  /** Where `requests.ndjson` and `direct.ndjson` go: outside the lab's state folder. */
  readonly runFolder: string;
  readonly seed: number;
  /** Monotonic ms that all times in the ledger count from; null: when the load starts. */
  readonly originMs: number | null;
  /** Orders and uploads together. */
  readonly writesPerSecond: number;
  readonly uploadsPerSecond: number;
  readonly readsPerSecond: number;
  /** Logical clients, each with its own numbering. */
  readonly clients: number;
  /** From the intended start; then the client gives up. Nothing is ever tried again. */
  readonly timeoutMs: number;
  /** A hung region holds a connection a request: more than rate × time-out, or the loop closes. */
  readonly connectionsMax: number;
  /** Load before the counted one, with clients and keys of its own, in no ledger. */
  readonly warmUpMs: number;
  readonly statusMs: number;
  /** Between two inserts of one direct client; null: no direct clients. */
  readonly directIntervalMs: number | null;
}

/** The rates that the issue asks for, with connections for 2 s of hanging requests and more. */
export const loadDefaults = {
  seed: 1,
  originMs: null,
  writesPerSecond: 200,
  uploadsPerSecond: 4,
  readsPerSecond: 200,
  clients: 20,
  timeoutMs: 2_000,
  connectionsMax: 1_000,
  warmUpMs: 0,
  statusMs: 200,
  directIntervalMs: 100,
} as const satisfies Omit<LoadOptions, 'run' | 'runFolder'>;

/** Requests a second that clients may be asked for. */
export const rateBounds = {
  /** Below it a write comes every 100 ms or more, and what is measured is the wait for one. */
  min: 40,
  /** More would need more connections: see `connectionsMax`. */
  max: loadDefaults.writesPerSecond + loadDefaults.readsPerSecond,
};

/**
 * Clients that send so many requests a second together, half of them writes. They are fewer, each
 * as busy as before: it takes no longer until every one of them has been answered.
 */
export function loadOfRate(
  requestsPerSecond: number,
): Pick<LoadOptions, 'writesPerSecond' | 'uploadsPerSecond' | 'readsPerSecond' | 'clients'> {
  const { min, max } = rateBounds;
  if (!(requestsPerSecond >= min && requestsPerSecond <= max))
    throw new RangeError(`${requestsPerSecond} requests a second are not ${min} to ${max}`);
  const share = requestsPerSecond / max;
  const writesPerSecond = Math.ceil(requestsPerSecond / 2);
  return {
    writesPerSecond,
    uploadsPerSecond: loadDefaults.uploadsPerSecond * share,
    readsPerSecond: requestsPerSecond - writesPerSecond,
    clients: Math.round(loadDefaults.clients * share),
  };
}

const positive = [
  'writesPerSecond',
  'readsPerSecond',
  'clients',
  'timeoutMs',
  'connectionsMax',
  'statusMs',
] as const;

/**
 * Fills what is left out and refuses what can't be meant; the error names the option and the mend.
 */
export function parseLoadOptions(text: string): LoadOptions {
  const given = JSON.parse(text) as Partial<LoadOptions>;
  const { run, runFolder } = given;
  if (typeof run !== 'string' || !/^[A-Za-z0-9-]+$/.test(run)) {
    throw new Error(`run: ${JSON.stringify(run)} is not a name of letters, digits and hyphens`);
  }
  if (typeof runFolder !== 'string' || runFolder === '') {
    throw new Error('runFolder: missing; give the folder that the ledger goes to');
  }
  const options: LoadOptions = { ...loadDefaults, ...given, run, runFolder };
  for (const name of positive) {
    if (!(options[name] > 0)) throw new Error(`${name}: ${options[name]} is not above 0`);
  }
  if (!(options.uploadsPerSecond >= 0 && options.uploadsPerSecond < options.writesPerSecond)) {
    throw new Error(
      `uploadsPerSecond: ${options.uploadsPerSecond} must be below the ` +
        `${options.writesPerSecond} writes a second that it is part of`,
    );
  }
  return options;
}
