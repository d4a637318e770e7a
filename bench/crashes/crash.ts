import { randomUUID } from 'node:crypto';
import { inject, monotonicMs } from '@outrigger/lab';
import { endsWell, type Subject } from './subject.ts';
import type { Point, Struck } from './tap.ts';
import { journalsOf, judge, type Verdict } from './verdict.ts';

/** What came of one kill. */
export interface Crash extends Verdict {
  /** Null: the recovery was over before it came to the point. */
  readonly struck: Struck | null;
  /** From the kill until the resumed run had ended, ms; of a run that was not killed: of all. */
  readonly goneOnMs: number;
}

/** For so long before the loss nothing is copied: there has to be something that salvage keeps. */
const behindMs = 250;
/** Sightings that the detector has of each zone before it is lost. */
const healthyLooks = 5;
const servedMsMax = 20_000;

/**
 * The home region is lost, its recovery's controller killed at the point, and another one goes on
 * with `runs resume`; then all is healed and moved home, so that the next one finds what this one
 * found. Throws with what did not go as it has to.
 */
export async function crash(subject: Subject, point: Point, name: string): Promise<Crash> {
  const { load, tap, home, away } = subject;
  const startMs = monotonicMs();
  const known = tap.effects().length;
  const zones = subject.layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  const recovery = ['recover', '--world', 'lab', '--yes'];
  const controller = subject.start(...recovery);
  await controller.says('Watching');
  await tap.heard(zones, healthyLooks);
  const strike = tap.strike(point, controller.kill);
  const { stateFolder } = subject.layout;
  await inject(stateFolder, { kind: 'cut', from: home, to: away, oneWay: false });
  await load.reached('write', monotonicMs() + behindMs - load.originMs);
  const { atMs: faultAtMs } = await inject(stateFolder, { kind: 'region-loss', region: home });
  const struck = await Promise.race([strike, endsWell(controller, recovery).then(() => null)]);
  const struckAtMs = struck === null ? faultAtMs : monotonicMs();
  if (struck !== null) {
    await isCutThere(subject, point, struck);
    await subject.demand('runs', 'resume', struck.run, '--yes');
  }
  const goneOnMs = monotonicMs() - struckAtMs;
  await served(subject, faultAtMs);
  await writesTo(subject, away);
  await subject.heal();
  await subject.demand('recover', '--world', 'lab', '--intent', 'failback', '--yes');
  await writesTo(subject, home);
  await load.mark(name);
  const endMs = monotonicMs();
  const runs = new Set(
    tap
      .effects()
      .slice(known)
      .map(({ run }) => run),
  );
  if (struck !== null) runs.add(struck.run);
  const verdict = await judge(subject, { name, startMs, faultAtMs, endMs, runs: [...runs] });
  return { ...verdict, struck, goneOnMs };
}

/** A kill that came late proves nothing: the journal has to end where it was to. */
async function isCutThere(subject: Subject, point: Point, struck: Struck): Promise<void> {
  const [records = []] = await journalsOf(subject, [struck.run]);
  const isThere =
    point.when === 'record' ? records.length === point.record : records.length >= struck.record;
  if (!isThere) throw new Error(`the journal has ${records.length} records after the kill`);
}

/** Every client has a read and a write answered again. */
async function served({ load }: Subject, faultAtMs: number): Promise<void> {
  const limit = new Promise<null>((resolve) => setTimeout(resolve, servedMsMax, null).unref());
  const reached = load.reached('served', faultAtMs - load.originMs);
  if ((await Promise.race([reached, limit])) === null) {
    throw new Error(`not every client was served again in ${servedMsMax / 1000} s`);
  }
}

/** One order through the entry, as a client's: taken at once, and in that region. */
async function writesTo({ layout }: Subject, region: string): Promise<void> {
  const entry = `http://127.0.0.1:${layout.entry.port}`;
  const response = await fetch(`${entry}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ client: 'crashes', number: 1, sku: 'kayak', quantity: 1 }),
    signal: AbortSignal.timeout(5_000),
  });
  const answer = await response.text();
  const by = response.headers.get('x-outrigger-region');
  if (response.status === 201 && by === region) return;
  throw new Error(`an order was answered ${response.status} by ${by}, not by ${region}: ${answer}`);
}
