import type { Kind, Platform } from '@outrigger/model';
import type {
  Action,
  Journal,
  JournalRecord,
  Observation,
  Outcome,
  PerformContext,
  Subject,
  World,
} from '@outrigger/recovery';
import { unknown } from '../adapters/adapter.ts';
import { adapters } from '../adapters/adapters.ts';
import type { LabControl } from './lab-control.ts';
import type { Reach } from './reach.ts';

/** The lab as a world: every verb goes to the adapter of its component's kind. */
export function labWorld(platform: Platform, lab: LabControl, reach: Reach): World {
  const given = { lab, reach };
  const kindOf = (component: string): Kind | null => platform.components[component]?.kind ?? null;
  return {
    now: lab.now,
    async observe(subject: Subject): Promise<Observation> {
      const at = lab.now();
      try {
        if (subject.kind !== 'component') return await lookAt(subject, lab, reach);
        const kind = kindOf(subject.component);
        if (kind !== null) return await adapters[kind].observe(subject, given);
        return unknown(subject, at, null, 'the platform has no such component');
      } catch (error) {
        // Such as a place that this lab does not have: of that, too, nothing is known.
        return unknown(subject, at, null, error instanceof Error ? error.message : String(error));
      }
    },
    async perform(action: Action, context: PerformContext): Promise<Outcome> {
      const kind = kindOf(action.component);
      if (kind === null) return { kind: 'refused', why: `no component ${action.component}` };
      try {
        return await adapters[kind].perform(action, context, given);
      } catch (error) {
        // A world answers, it does not throw; whether the effect happened is for the check to tell.
        return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
      }
    },
    // A patience that nobody needs any more must not keep the process alive.
    wait: (forMs) => new Promise((resolve) => setTimeout(resolve, forMs).unref()),
  };
}

/** A zone or a region: whether an agent of it answers, asked now. */
async function lookAt(
  subject: Exclude<Subject, { kind: 'component' }>,
  lab: LabControl,
  reach: Reach,
): Promise<Observation> {
  const at = lab.now();
  const zones =
    subject.kind === 'zone' ? [subject.zone] : lab.zonesOf(subject.region).map(({ name }) => name);
  const answers = await Promise.all(
    zones.map((zone) =>
      lab.agent(zone).call('GET', '/readyz', undefined, lab.layout.timing.probeTimeoutMs),
    ),
  );
  if (answers.some(({ kind }) => kind === 'answered')) {
    return { subject, at, status: 'known', facts: { reachable: true } };
  }
  const last = zones.map((zone) => reach.last(zone)?.at ?? Number.NEGATIVE_INFINITY);
  const since = Math.max(Number.NEGATIVE_INFINITY, ...last);
  return unknown(subject, at, Number.isFinite(since) ? since : null, 'it does not answer');
}

/** An append that the witness can't confirm is not an append: the run stands still until it can. */
const appendTimeoutMs = 5_000;

/** The journal at the witness: flushed to disk there before an append is answered. */
export function labJournal(lab: LabControl): Journal {
  return {
    async append(records) {
      const answer = await lab.witness.call<{ result: 'appended' | 'conflict' }>(
        'POST',
        '/journal',
        records,
        appendTimeoutMs,
      );
      if (answer.kind !== 'answered')
        throw new Error(`the journal can't be written: ${answer.why}`);
      return answer.body.result;
    },
    async read(run) {
      const answer = await lab.witness.call<{ records: readonly JournalRecord[] }>(
        'GET',
        `/journal/${encodeURIComponent(run)}`,
        undefined,
        appendTimeoutMs,
      );
      if (answer.kind !== 'answered') throw new Error(`the journal can't be read: ${answer.why}`);
      return answer.body.records;
    },
  };
}
