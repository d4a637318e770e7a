import { type ControlClient, controlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import { readLayout, readSecret } from '../control/environment.ts';
import { type LabLayout, portFrom, type ZoneLayout } from '../layout.ts';

/** What an agent tells of its zone; the shape of `GET /state`. */
export interface ZoneState {
  readonly zone: string;
  readonly ready: boolean;
  readonly epoch: number;
  readonly members: readonly {
    readonly member: string;
    readonly role: string;
    readonly epoch: number;
    readonly salvaged: boolean;
    readonly running: boolean;
    readonly writable: boolean;
    readonly streaming: boolean;
    readonly lagMs: number | null;
  }[];
  readonly fileStores: readonly {
    readonly component: string;
    readonly role: string;
    readonly epoch: number;
    readonly salvaged: boolean;
    readonly writable: boolean;
    readonly lagMs: number | null;
    readonly streaming: boolean;
    readonly files: number;
  }[];
  readonly services: { readonly [component: string]: { readonly ready: boolean } };
}

/**
 * All that the controller can reach, from the witness's site: the witness and the entry directly,
 * the agents through the link. It knows nothing of processes and nothing of faults.
 */
export interface LabControl {
  readonly layout: LabLayout;
  readonly witness: ControlClient;
  readonly entry: ControlClient;
  agent(zone: string): ControlClient;
  zonesOf(region: string): readonly ZoneLayout[];
  readonly now: () => number;
  close(): Promise<void>;
}

export function connectLab(stateFolder: string): LabControl {
  const layout = readLayout(stateFolder);
  const token = readSecret(stateFolder, 'control-token');
  const connect = (port: number): ControlClient => controlClient({ port, token, now: monotonicMs });
  const witness = connect(layout.witness.port);
  const entry = connect(layout.entry.controlPort);
  const agents = new Map(
    layout.regions.flatMap((region) =>
      region.zones.map((zone) => {
        const port = portFrom(layout, 'witness', region.name, zone.agentPort);
        return [zone.name, connect(port)] as const;
      }),
    ),
  );
  return {
    layout,
    witness,
    entry,
    agent(zone) {
      const client = agents.get(zone);
      if (client === undefined) throw new Error(`the lab has no zone ${zone}`);
      return client;
    },
    zonesOf: (region) => layout.regions.find((each) => each.name === region)?.zones ?? [],
    now: monotonicMs,
    async close() {
      await Promise.all([witness, entry, ...agents.values()].map((client) => client.close()));
    },
  };
}
