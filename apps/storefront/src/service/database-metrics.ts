import { Gauge } from 'prom-client';
import type { Database } from './database.ts';
import type { Metrics } from './metrics.ts';

/** The pool and the writer, read when Prometheus asks and not before. */
export function observeDatabase(metrics: Metrics, database: Database): void {
  const registers = [metrics.registry];
  new Gauge({
    name: 'database_connections',
    help: 'Connections to a member, by whether a statement runs on them.',
    labelNames: ['member', 'state'],
    registers,
    collect() {
      for (const { name, open, busy } of database.status().members) {
        this.set({ member: name, state: 'busy' }, busy);
        this.set({ member: name, state: 'idle' }, open - busy);
      }
    },
  });
  new Gauge({
    name: 'database_member_writer',
    help: '1 for the member that is written to, else 0.',
    labelNames: ['member'],
    registers,
    collect() {
      const { writer, members } = database.status();
      for (const { name } of members) this.set({ member: name }, name === writer ? 1 : 0);
    },
  });
  new Gauge({
    name: 'database_epoch',
    help: 'The highest epoch that any member has shown.',
    registers,
    collect() {
      this.set(database.epoch);
    },
  });
  new Gauge({
    name: 'database_writes_waiting',
    help: 'Writes that wait for a writer to be known.',
    registers,
    collect() {
      this.set(database.status().writesWaiting);
    },
  });
}
