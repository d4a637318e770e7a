import { beginLabProcess, log } from '../control/environment.ts';
import { type ControlRoutes, serveControl } from '../control/server.ts';
import { createAgent } from './agent.ts';
import { endLeftBehind } from './left-behind.ts';

/**
 * The agent of one zone. It supervises all that runs in the zone, owns its databases and their
 * leases, and does what a controller asks for under a current epoch. It decides on its own only
 * what must not wait for a controller: when its lease has lapsed, and who is in sync.
 */
async function main(): Promise<void> {
  const { stateFolder, layout, token } = beginLabProcess();
  const zoneName = process.argv[3] ?? '';
  await endLeftBehind(stateFolder, zoneName);
  const agent = await createAgent({ layout, zoneName });
  const routes: ControlRoutes = agent.routes;
  const server = await serveControl({
    port: agent.zone.agentPort,
    token,
    routes,
    onError: (error) => log('control failed', { error: String(error) }),
  });
  const stop = (): void => {
    server.close();
    void agent.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await agent.start();
  log('agent is ready', { zone: zoneName });
}

await main();
