import { type DatabaseMemberLayout, type LabLayout, portFrom } from '../layout.ts';
import { createWriteProbe, type WriteProbe } from './write-probe.ts';

/** Writes to every writer at every look, each over its own probe. */
export interface WriterProbes {
  /** By zone: whether every writer there has acknowledged a write in time. */
  write(writers: readonly DatabaseMemberLayout[]): ReadonlyMap<string, Promise<boolean>>;
  close(): void;
}

export function createWriterProbes(layout: LabLayout, password: string): WriterProbes {
  const probes = new Map<string, WriteProbe>();
  const probeOf = (member: DatabaseMemberLayout): WriteProbe => {
    const known = probes.get(member.id);
    if (known !== undefined) return known;
    const port = portFrom(layout, 'witness', member.region, member.proxyPort);
    const created = createWriteProbe({ port, password, source: 'controller' });
    probes.set(member.id, created);
    return created;
  };
  return {
    write(writers) {
      const wrote = new Map<string, Promise<boolean>>();
      for (const member of writers) {
        const before = wrote.get(member.zone);
        const probe = probeOf(member).write(layout.timing.probeTimeoutMs);
        const both = before === undefined ? probe : Promise.all([before, probe]).then(allTrue);
        wrote.set(member.zone, both);
      }
      return wrote;
    },
    close() {
      for (const probe of probes.values()) probe.close();
    },
  };
}

function allTrue(values: readonly boolean[]): boolean {
  return values.every((value) => value);
}
