/**
 * Where everything of a running lab is: plain data, written once to `layout.json` in the state
 * folder by `lab up`, read by every process. All addresses are on 127.0.0.1, all ports below 32768.
 */
export interface LabLayout {
  readonly schemaVersion: 1;
  readonly platform: string;
  readonly platformDigest: string;
  readonly seed: number;
  /** Absolute path of the state folder. */
  readonly stateFolder: string;
  /** How the platform was folded to fit the machine, in sentences for the report. */
  readonly folded: readonly string[];
  readonly regions: readonly RegionLayout[];
  readonly databases: readonly DatabaseLayout[];
  readonly fileStores: readonly FileStoreLayout[];
  readonly witness: { readonly port: number };
  /** `port` answers clients; `controlPort` dials and status, for the controller. */
  readonly entry: { readonly port: number; readonly controlPort: number };
  readonly links: {
    readonly controlPort: number;
    readonly tunnels: readonly TunnelLayout[];
    /** How the links begin, and what healing brings them back to; left out: the usual delays. */
    readonly calm?: CalmLinks;
  };
  readonly timing: LabTiming;
}

/** The lab's clocks, in ms: the platform's own intervals scaled down, see `lab-timing.ts`. */
export interface LabTiming {
  readonly leaseMs: number;
  readonly leaseMarginMs: number;
  readonly leaseRenewMs: number;
  readonly probeIntervalMs: number;
  readonly probeTimeoutMs: number;
  readonly probeThreshold: number;
  readonly heartbeatMs: number;
  readonly entryCheckIntervalMs: number;
  readonly entryCheckTimeoutMs: number;
  /** Bad checks in a row until the entry leaves a region; one good one brings it back. */
  readonly entryUnhealthyThreshold: number;
  /**
   * How long a writer waits for its synchronous standby before it asks the witness to go on alone.
   */
  readonly syncStandbyTimeoutMs: number;
}

/** `witness` is also where the controller runs; each region is a site of its own. */
export type Site = string;

export interface RegionLayout {
  readonly name: string;
  readonly zones: readonly ZoneLayout[];
}

export interface ZoneLayout {
  readonly name: string;
  readonly region: string;
  /** The agent's HTTP port: it supervises the zone's processes and owns its databases. */
  readonly agentPort: number;
  /** The layer-7 load balancer's node in this zone; null where no workload runs. */
  readonly loadBalancer: { readonly port: number; readonly component: string } | null;
  readonly services: readonly ServiceLayout[];
}

export interface ServiceLayout {
  /** The component's key in the platform. */
  readonly component: string;
  readonly port: number;
  /** Argument vector; the first is run by the lab's own Node when it ends in `.ts`. */
  readonly run: readonly string[];
  readonly environment: { readonly [name: string]: string };
  /** Processes to start at `lab up`: 0 for a pilot light's standby. */
  readonly replicasAtStart: number;
  /** Processes after `scale`. The lab runs one process a zone and service, so 0 or 1. */
  readonly replicas: number;
  readonly standIn: boolean;
  /** It obeys hold, release and admit: the gateway's part in a planned move. */
  readonly holdsWrites: boolean;
  /** The load balancer sends it paths that begin with one of these. */
  readonly paths: readonly string[];
  /** 200 while it lives, and while it can serve. */
  readonly healthPath: string;
  readonly readyPath: string;
}

export interface DatabaseLayout {
  /** The component's key: `orders-db`. */
  readonly component: string;
  readonly kind: string;
  readonly members: readonly DatabaseMemberLayout[];
  /** Id of the member that writes at the start, and of its synchronous standby. */
  readonly writerAtStart: string;
  readonly standbyAtStart: string | null;
}

export interface DatabaseMemberLayout {
  /** `<component>@<zone>` */
  readonly id: string;
  readonly region: string;
  readonly zone: string;
  /** The agent's lease-checking proxy: the only way in for clients. */
  readonly proxyPort: number;
  /** PostgreSQL's own port: replication connections only, everything else is rejected there. */
  readonly postgresPort: number;
  /**
   * Whether it exists at `lab up`; the second zone of the other region is built after a promotion.
   */
  readonly atStart: boolean;
}

export interface FileStoreLayout {
  readonly component: string;
  readonly regions: readonly { readonly region: string; readonly folder: string }[];
}

/**
 * One way, in ms and bytes/s. `witnessDelayMs` holds for each link that has the witness at one end.
 */
export interface CalmLinks {
  readonly regionDelayMs: number;
  readonly witnessDelayMs: number;
  /** Null: as fast as the machine. */
  readonly bandwidthBytesPerSecond: number | null;
}

/** One listening port of the links process: from one site to one endpoint in another site. */
export interface TunnelLayout {
  readonly from: Site;
  readonly to: Site;
  /**
   * The zone that the endpoint is in, null for the witness: a dead zone is dark, it sends no reset.
   */
  readonly zone: string | null;
  readonly listenPort: number;
  readonly targetPort: number;
}

/** The port to dial from `from` to reach `targetPort` in site `to`: a tunnel, or itself at home. */
export function portFrom(layout: LabLayout, from: Site, to: Site, targetPort: number): number {
  if (from === to) return targetPort;
  const tunnel = layout.links.tunnels.find(
    (candidate) => candidate.from === from && candidate.targetPort === targetPort,
  );
  if (tunnel === undefined) throw new Error(`no tunnel from ${from} to ${to}:${targetPort}`);
  return tunnel.listenPort;
}

/** One of the two other sites that vote in the lease of a writer in `region`. */
export interface VoterLayout {
  readonly site: Site;
  /** The zone whose agent votes for its region; null for the witness. */
  readonly zone: string | null;
  readonly port: number;
}

/**
 * The three voting sites of a writer are its own region, one other region and the witness. With
 * one region they are two of its zones and the witness.
 *
 * Of several other regions the one that has copies of the most databases votes, since it is where
 * writes go when the writer's region is lost; among equals the one that the platform names first.
 * So whoever has the layout (agents, detector, adapters) names the same voters without asking, also
 * for a writer that moved. The vote is with the region's first zone: while that zone is lost, the
 * writer renews with the witness alone.
 */
export function votersOf(layout: LabLayout, region: string, zone: string): readonly VoterLayout[] {
  const copiesIn = ({ name }: RegionLayout): number =>
    layout.databases.filter(({ members }) => members.some((member) => member.region === name))
      .length;
  const [other] = layout.regions
    .filter((candidate) => candidate.name !== region)
    .sort((left, right) => copiesIn(right) - copiesIn(left));
  const own = layout.regions.find((candidate) => candidate.name === region);
  const elsewhere = other?.zones[0] ?? own?.zones.find((candidate) => candidate.name !== zone);
  const witness: VoterLayout = { site: 'witness', zone: null, port: layout.witness.port };
  if (elsewhere === undefined) return [witness];
  return [witness, { site: elsewhere.region, zone: elsewhere.name, port: elsewhere.agentPort }];
}

/** A zone by name; asking for one that is not there is our own mistake. */
export function zoneOf(layout: LabLayout, name: string): ZoneLayout {
  for (const region of layout.regions) {
    const found = region.zones.find((zone) => zone.name === name);
    if (found !== undefined) return found;
  }
  throw new Error(`the lab has no zone ${name}`);
}

/** A database member by id, with its database. */
export function memberOf(
  layout: LabLayout,
  id: string,
): { readonly database: DatabaseLayout; readonly member: DatabaseMemberLayout } {
  for (const database of layout.databases) {
    const member = database.members.find((candidate) => candidate.id === id);
    if (member !== undefined) return { database, member };
  }
  throw new Error(`the lab has no database member ${id}`);
}
