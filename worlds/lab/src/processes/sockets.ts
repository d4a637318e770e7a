import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { onLinux, type ProcessIdentity } from './identity.ts';

/**
 * The local ports of the IPv4 TCP connections that these processes hold to any of `remotePorts`.
 * Empty on systems without /proc: there a lost zone's own outgoing connections are seen to close.
 */
export function localPortsTo(
  identities: readonly ProcessIdentity[],
  remotePorts: ReadonlySet<number>,
): number[] {
  if (!onLinux) return [];
  const inodes = new Set(identities.flatMap((identity) => socketInodes(identity.pid)));
  const ports: number[] = [];
  for (const line of readFileSync('/proc/net/tcp', 'latin1').split('\n').slice(1)) {
    const fields = line.trim().split(/\s+/);
    const local = portOf(fields[1]);
    if (inodes.has(fields[9] ?? '') && remotePorts.has(portOf(fields[2]))) ports.push(local);
  }
  return ports;
}

/** `0100007F:5208` → 21000 */
function portOf(address: string | undefined): number {
  return Number.parseInt(address?.split(':')[1] ?? '', 16);
}

function socketInodes(pid: number): string[] {
  const found: string[] = [];
  let names: string[];
  try {
    names = readdirSync(`/proc/${pid}/fd`);
  } catch {
    // Ended meanwhile, or another user's: PostgreSQL's backends when the lab does not run as root.
    return found;
  }
  for (const name of names) {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1];
      if (inode !== undefined) found.push(inode);
    } catch {
      // A stopped process closes nothing; one that is being killed does.
    }
  }
  return found;
}
