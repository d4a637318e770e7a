import { randomUUID } from 'node:crypto';
import { inject, monotonicMs } from '@outrigger/lab';
import { type Command, endsWell, type Subject } from './subject.ts';
import type { Point, Struck } from './tap.ts';
import { journalsOf, judge, type Verdict } from './verdict.ts';

/** What came of one kill. */
export interface Crash extends Verdict {
  /** Null: the run was over before it came to the point. */
  readonly struck: Struck | null;
  /** From the kill until the resumed run had ended, ms; of a run that was not killed: all of it. */
  readonly goneOnMs: number;
}

/** For so long before the loss nothing is copied: there has to be something that salvage keeps. */
const behindMs = 250;
/** Sightings that the detector has of each zone before it is lost. */
const healthyLooks = 5;
const servedMsMax = 20_000;

/** Whose controller is killed: that of the recovery from the loss, or that of the way home. */
export type Killed = 'region-loss' | 'failback';

/**
 * The home region is lost and recovered, then all is healed and moved home, so that the next one
 * finds what this one found. One of the two controllers is killed at the point, and another one
 * goes on with `runs resume`. Throws with what did not go as it has to.
 */
export async function crash(
  subject: Subject,
  killed: Killed,
  point: Point,
  name: string,
): Promise<Crash> {
  const { load, tap, home, away } = subject;
  const startMs = monotonicMs();
  const known = tap.effects().length;
  let faultAtMs = startMs;
  const recovery = ['recover', '--world', 'lab', '--yes'];
  const recovered = await drive(
    subject,
    recovery,
    killed === 'region-loss' ? point : null,
    async (controller) => {
      faultAtMs = await lose(subject, controller);
    },
  );
  await served(subject, faultAtMs);
  await writesTo(subject, away);
  await subject.heal();
  const goHome = [...recovery, '--intent', 'failback'];
  const moved = await drive(subject, goHome, killed === 'failback' ? point : null);
  await writesTo(subject, home);
  await load.mark(name);
  const endMs = monotonicMs();
  const effects = tap.effects().slice(known);
  const driven = killed === 'failback' ? moved : recovered;
  const runs = new Set([...effects.map(({ run }) => run), driven.struck?.run ?? []].flat());
  const verdict = await judge(subject, { name, startMs, faultAtMs, endMs, runs: [...runs] });
  return { ...verdict, ...driven };
}

/** Runs a controller to its end: this one, or, when it was killed at the point, the next one. */
async function drive(
  subject: Subject,
  words: readonly string[],
  point: Point | null,
  begun: (controller: Command) => Promise<void> = async () => {},
): Promise<Pick<Crash, 'struck' | 'goneOnMs'>> {
  const startMs = monotonicMs();
  const controller = subject.start(...words);
  const strike =
    point === null ? new Promise<never>(() => {}) : subject.tap.strike(point, controller.kill);
  await begun(controller);
  const struck = await Promise.race([strike, endsWell(controller, words).then(() => null)]);
  subject.tap.disarm();
  if (struck === null || point === null) return { struck: null, goneOnMs: monotonicMs() - startMs };
  const struckAtMs = monotonicMs();
  await isCutThere(subject, point, struck);
  await subject.demand('runs', 'resume', struck.run, '--yes');
  return { struck, goneOnMs: monotonicMs() - struckAtMs };
}

/** Loses the home region while a controller watches; resolves with when. */
async function lose(
  { layout, load, tap, home, away }: Subject,
  controller: Command,
): Promise<number> {
  const { regions, stateFolder } = layout;
  await controller.says('Watching');
  await tap.heard(
    regions.flatMap((region) => region.zones.map((zone) => zone.name)),
    healthyLooks,
  );
  await inject(stateFolder, { kind: 'cut', from: home, to: away, oneWay: false });
  await load.reached('write', monotonicMs() + behindMs - load.originMs);
  const { atMs } = await inject(stateFolder, { kind: 'region-loss', region: home });
  return atMs;
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
    body: JSON.stringify({ client: 'crashes', number: 1, sku: 'paddle', quantity: 1 }),
    signal: AbortSignal.timeout(5_000),
  });
  const answer = await response.text();
  const by = response.headers.get('x-outrigger-region');
  if (response.status === 201 && by === region) return;
  throw new Error(`an order was answered ${response.status} by ${by}, not by ${region}: ${answer}`);
}
