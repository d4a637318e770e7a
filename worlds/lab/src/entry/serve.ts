import { ControlError, serveControl } from '../control/server.ts';
import type { LabLayout } from '../layout.ts';
import { type Entry, startEntry } from './entry.ts';

/** How long a watcher without news is kept waiting: it asks again then. */
const watchLimitMs = 10_000;

export interface EntryServer {
  readonly entry: Entry;
  close(): Promise<void>;
}

/**
 * The entry and its control endpoint. `dials` not given: 100 for the first region, 0 for the others
 * (a standby is not dialled up before it is admitted).
 */
export async function serveEntry(options: {
  readonly layout: LabLayout;
  readonly token: string;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
  readonly dials?: ReadonlyMap<string, number>;
}): Promise<EntryServer> {
  const { layout } = options;
  const regions = layout.regions.map((region) => region.name);
  const zones = layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  const { timing } = layout;
  const entry = await startEntry({
    port: layout.entry.port,
    layout,
    check: {
      intervalMs: timing.entryCheckIntervalMs,
      // A region that is not ready may be what a recovery waits for.
      unhealthyIntervalMs: timing.entryCheckIntervalMs / 2,
      timeoutMs: timing.entryCheckTimeoutMs,
      unhealthyThreshold: timing.entryUnhealthyThreshold,
      healthyThreshold: 1,
      answersCountAtOnce: false,
    },
    dials: options.dials ?? new Map(regions.map((name, index) => [name, index === 0 ? 100 : 0])),
    now: options.now,
  });
  const server = await serveControl({
    port: layout.entry.controlPort,
    token: options.token,
    onError: options.onError,
    routes: {
      'GET /state': () => entry.state(),
      'GET /watch': ({ query }) => {
        const limitMs = Number(query.get('limitMs') ?? watchLimitMs);
        return entry.watch(Number(query.get('after') ?? -1), Math.min(limitMs, watchLimitMs));
      },
      'PUT /dials': ({ body }) => {
        entry.setDials(parseDials(body, regions));
        return entry.state();
      },
      // For whoever breaks the lab: a dead host sends no reset.
      'PUT /zones': ({ body }) => {
        const { names, dark } = parseZones(body, zones);
        entry.setDark(names, dark);
        return {};
      },
    },
  });
  return {
    entry,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await entry.close();
    },
  };
}

function fieldsOf(body: unknown): [string, unknown][] {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return Object.entries(body);
  }
  throw new ControlError(400, 'the body must be a JSON object');
}

function parseDials(body: unknown, regions: readonly string[]): Map<string, number> {
  const dials = new Map<string, number>();
  for (const [region, percent] of fieldsOf(body)) {
    if (!regions.includes(region)) {
      throw new ControlError(404, `no region ${region}; there are ${regions.join(', ')}`);
    }
    if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) {
      throw new ControlError(400, `the dial of ${region} must be a number from 0 to 100`);
    }
    dials.set(region, percent);
  }
  return dials;
}

function parseZones(
  body: unknown,
  zones: readonly string[],
): { names: readonly string[]; dark: boolean } {
  const fields = new Map(fieldsOf(body));
  const names = fields.get('zones');
  const dark = fields.get('dark');
  if (!Array.isArray(names) || typeof dark !== 'boolean') {
    throw new ControlError(400, 'the body must be { zones: string[], dark: boolean }');
  }
  const unknown = names.find((name) => !zones.includes(name));
  if (unknown !== undefined) {
    throw new ControlError(404, `no zone ${unknown}; there are ${zones.join(', ')}`);
  }
  return { names: names.map(String), dark };
}
