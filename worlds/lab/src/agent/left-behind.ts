import { log } from '../control/environment.ts';
import { isAlive } from '../processes/identity.ts';
import { readZoneProcesses, recordZoneChild } from '../processes/recorded.ts';
import { killTree } from '../processes/tree.ts';

/**
 * Ends what an agent of this zone left behind when it was killed alone: its services and its
 * PostgreSQL still run, hold the zone's ports, and obey nobody. They are ended and not adopted: a
 * supervisor learns of a death only from its own children, and a writer whose agent was gone has
 * lost its lease meanwhile. PostgreSQL comes up again from its log, with all that it acknowledged.
 */
export async function endLeftBehind(stateFolder: string, zone: string): Promise<void> {
  const { children } = readZoneProcesses(stateFolder, zone);
  const left = Object.entries(children).filter(([, identity]) => isAlive(identity));
  if (left.length > 0) {
    log('left behind', { zone, processes: left.map(([name]) => name).join(', ') });
    const { survivors } = await killTree(left.map(([, identity]) => identity));
    if (survivors.length > 0) {
      const pids = survivors.map(({ pid }) => pid).join(', ');
      throw new Error(`what the agent of ${zone} left behind does not end: ${pids}`);
    }
  }
  for (const name of Object.keys(children)) recordZoneChild(stateFolder, zone, name, null);
}
