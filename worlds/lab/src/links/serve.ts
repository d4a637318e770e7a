import { ControlError, serveControl } from '../control/server.ts';
import type { LabLayout } from '../layout.ts';
import { type DirectedLink, directedLink, systemClock } from './directed-link.ts';
import { calmLink, type LinkChange, type LinksState, sitesOf } from './link.ts';
import { openTunnel, type Tunnel } from './tunnel.ts';

export interface LinksServer {
  close(): Promise<void>;
}

/** Opens every tunnel of the layout and the control endpoint; resolves when all listen. */
export async function serveLinks(
  layout: LabLayout,
  token: string,
  now: () => number,
  onError: (error: unknown) => void,
): Promise<LinksServer> {
  const links = directedLinks(layout, now);
  const darkness = zoneDarkness(layout, now);
  const tunnels: Tunnel[] = [];
  for (const tunnel of layout.links.tunnels) {
    const forward = requireLink(links, tunnel.from, tunnel.to);
    const back = requireLink(links, tunnel.to, tunnel.from);
    tunnels.push(
      await openTunnel(tunnel, forward, back, {
        targetDark: () => tunnel.zone !== null && darkness.zones.has(tunnel.zone),
        sourceDark: (port, connectedMs) => darkness.sourceDark(tunnel.from, port, connectedMs),
        now,
      }),
    );
  }
  const setDark = (zones: readonly string[], dark: boolean, ports: readonly number[]) => {
    darkness.set(zones, dark, ports);
    for (const tunnel of tunnels) tunnel.refresh();
    return {};
  };
  const state = (): LinksState => ({
    links: [...links.values()].map((link) => ({
      from: link.from,
      to: link.to,
      ...link.settings(),
      heldBytes: link.heldBytes(),
    })),
    darkZones: [...darkness.zones.keys()],
    connections: tunnels.reduce((sum, tunnel) => sum + tunnel.connections.size, 0),
  });
  const server = await serveControl({
    port: layout.links.controlPort,
    token,
    onError,
    routes: {
      'GET /state': state,
      'PUT /links/:from/:to': ({ parameters, body }) => {
        const link = requireLink(links, parameters.from ?? '', parameters.to ?? '');
        link.change(parseChange(body));
        return {};
      },
      'PUT /zones/:zone': ({ parameters, body }) => {
        const { dark, ports } = parseDark(body);
        return setDark(darkness.known([parameters.zone ?? '']), dark, ports);
      },
      // Several zones in one turn: a region goes dark as a whole.
      'PUT /zones': ({ body }) => {
        const { dark, ports, zones } = parseDark(body);
        return setDark(darkness.known(zones), dark, ports);
      },
    },
  });
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(tunnels.map((tunnel) => tunnel.close()));
    },
  };
}

function directedLinks(layout: LabLayout, now: () => number): Map<string, DirectedLink> {
  const clock = systemClock(now);
  const links = new Map<string, DirectedLink>();
  for (const from of sitesOf(layout)) {
    for (const to of sitesOf(layout)) {
      if (from === to) continue;
      links.set(`${from} ${to}`, directedLink(from, to, calmLink(layout, from, to), clock));
    }
  }
  return links;
}

function requireLink(
  links: ReadonlyMap<string, DirectedLink>,
  from: string,
  to: string,
): DirectedLink {
  const link = links.get(`${from} ${to}`);
  if (link !== undefined) return link;
  throw new ControlError(404, `no link ${from} → ${to}; there are ${[...links.keys()].join(', ')}`);
}

/**
 * Which zones are dead. A tunnel knows the zone that it leads to; which zone a connection came from
 * shows only its port, so whoever kills a zone says which ports its processes held.
 */
function zoneDarkness(layout: LabLayout, now: () => number) {
  /** Dark zone → the local ports of its processes' connections when it died. */
  const zones = new Map<
    string,
    { readonly ports: ReadonlySet<number>; readonly sinceMs: number }
  >();
  const zonesOfSite = new Map(
    layout.regions.map((region) => [region.name, region.zones.map((zone) => zone.name)]),
  );
  const all = [...zonesOfSite.values()].flat();
  return {
    zones,
    known(names: readonly string[]): readonly string[] {
      const unknown = names.find((name) => !all.includes(name));
      if (unknown === undefined) return names;
      throw new ControlError(404, `no zone ${unknown}; there are ${all.join(', ')}`);
    },
    set(names: readonly string[], dark: boolean, ports: readonly number[]): void {
      for (const name of names) {
        if (dark) zones.set(name, { ports: new Set(ports), sinceMs: now() });
        else zones.delete(name);
      }
    },
    sourceDark(site: string, port: number, connectedMs: number): boolean {
      if (zones.size === 0) return false;
      const own = zonesOfSite.get(site);
      if (own === undefined) return false;
      if (own.every((zone) => zones.has(zone))) return true;
      // The kernel gives a dead process's port to the next one: only older connections are meant.
      return own.some((zone) => {
        const dark = zones.get(zone);
        return dark !== undefined && connectedMs <= dark.sinceMs && dark.ports.has(port);
      });
    },
  };
}

function fieldsOf(body: unknown): Map<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return new Map(Object.entries(body));
  }
  throw new ControlError(400, 'the body must be a JSON object');
}

function parseChange(body: unknown): LinkChange {
  const fields = fieldsOf(body);
  const delayMs = fields.get('delayMs');
  const bandwidth = fields.get('bandwidthBytesPerSecond');
  const cut = fields.get('cut');
  const isAmount = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (delayMs !== undefined && !isAmount(delayMs)) {
    throw new ControlError(400, 'delayMs must be a number of at least 0');
  }
  if (bandwidth !== undefined && bandwidth !== null && !(isAmount(bandwidth) && bandwidth > 0)) {
    throw new ControlError(400, 'bandwidthBytesPerSecond must be a number above 0, or null');
  }
  if (cut !== undefined && typeof cut !== 'boolean') {
    throw new ControlError(400, 'cut must be true or false');
  }
  return {
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(bandwidth === undefined ? {} : { bandwidthBytesPerSecond: bandwidth }),
    ...(cut === undefined ? {} : { cut }),
  };
}

function parseDark(body: unknown): { dark: boolean; zones: string[]; ports: number[] } {
  const fields = fieldsOf(body);
  const dark = fields.get('dark');
  const zones = fields.get('zones') ?? [];
  const ports = fields.get('sourcePorts') ?? [];
  if (typeof dark !== 'boolean') throw new ControlError(400, 'dark must be true or false');
  if (!Array.isArray(zones) || !Array.isArray(ports)) {
    throw new ControlError(400, 'zones and sourcePorts must be arrays');
  }
  return { dark, zones: zones.map(String), ports: ports.map(Number) };
}
