import { controlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import { readSecret } from '../control/environment.ts';
import type { LabLayout } from '../layout.ts';
import type { LinkChange } from '../links/link.ts';

/** The other side is a process of this machine: it answers in a millisecond, or it is broken. */
const answerLimitMs = 5_000;

/** The lab's network, as whoever breaks it sees it: the links, and the entry's way to the zones. */
export interface NetworkClient {
  setLink(from: string, to: string, change: LinkChange): Promise<void>;
  /**
   * Several zones in one turn. `sourcePorts`: what their processes' connections into tunnels are
   * known by; see `localPortsTo`.
   */
  setZones(zones: readonly string[], dark: boolean, sourcePorts: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

/** Throws when the other side does not answer: without it no fault is what it claims to be. */
export function networkClient(layout: LabLayout, stateFolder: string): NetworkClient {
  const token = readSecret(stateFolder, 'control-token');
  const links = controlClient({ port: layout.links.controlPort, token, now: monotonicMs });
  const entry = controlClient({ port: layout.entry.controlPort, token, now: monotonicMs });
  async function put(client: typeof links, path: string, body: unknown): Promise<void> {
    const answer = await client.call<unknown>('PUT', path, body, answerLimitMs);
    if (answer.kind !== 'answered') throw new Error(`PUT ${path} was not taken: ${answer.why}`);
  }
  return {
    setLink: (from, to, change) =>
      put(links, `/links/${encodeURIComponent(from)}/${encodeURIComponent(to)}`, change),
    async setZones(zones, dark, sourcePorts) {
      await Promise.all([
        put(links, '/zones', { zones, dark, sourcePorts }),
        put(entry, '/zones', { zones, dark }),
      ]);
    },
    async close() {
      await Promise.all([links.close(), entry.close()]);
    },
  };
}
