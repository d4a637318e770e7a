import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:net';
import { type CheckedTarget, type CheckSettings, checkTarget } from '../health/checked-target.ts';
import type { LabLayout, ZoneLayout } from '../layout.ts';
import { type GroupView, regionPicker } from './dial.ts';
import { type Splice, splice } from './splice.ts';

/** `GET /state` and `GET /watch` of the entry. */
export interface EntryState {
  /** Counts changes of health, dials and darkness: what `GET /watch?after=` waits for. */
  readonly version: number;
  readonly regions: readonly EntryRegionState[];
}

export interface EntryRegionState {
  readonly region: string;
  /** Percent. */
  readonly dial: number;
  readonly healthy: boolean;
  /** Monotonic ms of the last change of `healthy`. */
  readonly sinceMs: number;
  /** Open now, and all ever given to this region. */
  readonly connections: number;
  readonly connectionsTotal: number;
  readonly nodes: readonly {
    readonly zone: string;
    readonly port: number;
    readonly healthy: boolean;
    readonly lastAnswer: string | null;
    readonly dark: boolean;
  }[];
}

export interface Entry {
  state(): EntryState;
  /** Resolves with the state once its version is above `after`, or at the limit. */
  watch(after: number, limitMs: number): Promise<EntryState>;
  setDials(dials: ReadonlyMap<string, number>): void;
  setDark(zones: readonly string[], dark: boolean): void;
  close(): Promise<void>;
}

interface Node {
  readonly zone: string;
  readonly target: CheckedTarget;
}

interface Group {
  readonly region: string;
  readonly nodes: readonly Node[];
  dial: number;
  healthy: boolean;
  sinceMs: number;
  turn: number;
  connectionsTotal: number;
}

/**
 * What Global Accelerator does, and no more. Layer 4, as it is: a client's connection is given to
 * one load-balancer node and stays there ("established active connections are not moved", says the
 * developer guide); only new connections follow dials and health. No request is seen, held or sent
 * again. A region's health is its nodes' `/readyz`.
 */
export async function startEntry(options: {
  readonly port: number;
  readonly layout: LabLayout;
  readonly check: CheckSettings;
  readonly dials: ReadonlyMap<string, number>;
  readonly now: () => number;
}): Promise<Entry> {
  const changes = new EventEmitter<{ change: [] }>();
  changes.setMaxListeners(0);
  const picker = regionPicker();
  const splices = new Set<Splice>();
  const darkZones = new Set<string>();
  let version = 0;

  const changed = () => {
    for (const group of groups) {
      const healthy = group.nodes.some((node) => node.target.healthy());
      if (healthy !== group.healthy) group.sinceMs = options.now();
      group.healthy = healthy;
    }
    version += 1;
    changes.emit('change');
  };
  const isDark = (zone: string) => darkZones.has(zone);
  const groups: Group[] = options.layout.regions.map((region) => ({
    region: region.name,
    dial: options.dials.get(region.name) ?? 0,
    healthy: false,
    sinceMs: options.now(),
    turn: 0,
    connectionsTotal: 0,
    nodes: region.zones.flatMap((zone) => nodeOf(zone, options.check, changed, isDark)),
  }));

  const state = (): EntryState => ({
    version,
    regions: groups.map((group) => regionState(group, splices, darkZones)),
  });
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const group = pickGroup(groups, (views) => picker.pick(views));
    const node = group === null ? null : pickNode(group);
    if (group === null || node === null) {
      client.on('error', () => {});
      client.resetAndDestroy();
      return;
    }
    group.connectionsTotal += 1;
    const joined = splice({
      client,
      region: group.region,
      zone: node.zone,
      port: node.target.port,
      dark: darkZones.has(node.zone),
      onGone: () => splices.delete(joined),
    });
    splices.add(joined);
  });
  await listen(server, options.port);

  return {
    state,
    watch: (after, limitMs) =>
      new Promise((resolve) => {
        const look = () => {
          if (version > after) finish();
        };
        const finish = () => {
          clearTimeout(limit);
          changes.off('change', look);
          resolve(state());
        };
        const limit = setTimeout(finish, limitMs);
        changes.on('change', look);
        look();
      }),
    setDials(dials) {
      for (const group of groups) group.dial = dials.get(group.region) ?? group.dial;
      changed();
    },
    setDark(zones, dark) {
      for (const zone of zones) {
        if (dark) darkZones.add(zone);
        else darkZones.delete(zone);
      }
      for (const one of [...splices]) if (zones.includes(one.zone)) one.setDark(dark);
      changed();
    },
    async close() {
      for (const group of groups) for (const node of group.nodes) node.target.close();
      for (const one of [...splices]) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** None where no workload runs. */
function nodeOf(
  { name: zone, loadBalancer }: ZoneLayout,
  settings: CheckSettings,
  onChange: () => void,
  isDark: (zone: string) => boolean,
): readonly Node[] {
  if (loadBalancer === null) return [];
  const { port } = loadBalancer;
  const path = '/readyz';
  const target = checkTarget({ port, path, settings, onChange, isDark: () => isDark(zone) });
  return [{ zone, target }];
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 1024 }, resolve);
  });
}

function pickGroup(
  groups: readonly Group[],
  pick: (views: readonly GroupView[]) => string | null,
): Group | null {
  const region = pick(groups.filter((group) => group.nodes.length > 0));
  return groups.find((group) => group.region === region) ?? null;
}

/** The healthy nodes take turns; all of them when none is healthy. */
function pickNode(group: Group): Node | null {
  const healthy = group.nodes.filter((node) => node.target.healthy());
  const possible = healthy.length > 0 ? healthy : group.nodes;
  group.turn += 1;
  return possible[group.turn % possible.length] ?? null;
}

function regionState(
  group: Group,
  splices: ReadonlySet<Splice>,
  darkZones: ReadonlySet<string>,
): EntryRegionState {
  let connections = 0;
  for (const one of splices) if (one.region === group.region) connections += 1;
  return {
    region: group.region,
    dial: group.dial,
    healthy: group.healthy,
    sinceMs: group.sinceMs,
    connections,
    connectionsTotal: group.connectionsTotal,
    nodes: group.nodes.map(({ zone, target }) => {
      const answer = target.lastAnswer();
      return {
        zone,
        port: target.port,
        healthy: target.healthy(),
        lastAnswer: answer === null ? null : String(answer),
        dark: darkZones.has(zone),
      };
    }),
  };
}
