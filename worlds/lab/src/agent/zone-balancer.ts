import { fileURLToPath } from 'node:url';
import { controlClient } from '../control/client.ts';
import type { ZoneLayout } from '../layout.ts';
import type { ProcessIdentity } from '../processes/identity.ts';
import { type SupervisedChild, supervise } from '../processes/supervise.ts';

/** A zone's node of the load balancer: its process, and what it is told. */
export interface ZoneBalancer {
  readonly port: number;
  readonly child: SupervisedChild;
  /** Has it look at its targets now: nobody waits for its next turn. */
  check(): Promise<void>;
  /**
   * The zone can serve: it takes clients from now on, after a restart too. A zone without other
   * processes, as a pilot light's, may be here before its load balancer is.
   */
  takeClients(limitMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** The program of a zone's node of the load balancer. */
export const loadBalancerMain = fileURLToPath(new URL('../load-balancer/main.ts', import.meta.url));
/** A target that doesn't answer in this time is unhealthy; the next regular check tells. */
const checkTimeoutMs = 300;
const serveRetryMs = 20;

/** Null: no workload runs in this zone. */
export function createZoneBalancer(options: {
  readonly stateFolder: string;
  readonly zone: ZoneLayout;
  readonly token: string;
  readonly now: () => number;
  readonly logFile: string;
  readonly record: (name: string, identity: ProcessIdentity | null) => void;
}): ZoneBalancer | null {
  const { stateFolder, zone, token, now, logFile } = options;
  if (zone.loadBalancer === null) return null;
  const { port } = zone.loadBalancer;
  let serves = false;
  const child = supervise(
    {
      name: 'load-balancer',
      // Clients come to a zone that can serve them: not to one that is being run in.
      get run() {
        const words = [loadBalancerMain, stateFolder, zone.name];
        return serves ? words : [...words, '--out-of-service'];
      },
      logFile,
      readyUrl: null,
    },
    options.record,
  );
  const control = controlClient({ port, token, now });
  const tell = (path: string) => control.call('POST', path, {}, checkTimeoutMs);
  return {
    port,
    child,
    async check() {
      await tell('/lb/check');
    },
    async takeClients(limitMs) {
      serves = true;
      const until = now() + limitMs;
      for (;;) {
        const answer = await tell('/lb/serve');
        // It refuses to call itself ready while its targets are not: it has heard all the same.
        if (answer.kind !== 'unreachable' || now() > until) return;
        await new Promise((resolve) => setTimeout(resolve, serveRetryMs));
      }
    },
    async stop() {
      await Promise.all([child.stop(), control.close()]);
    },
  };
}
