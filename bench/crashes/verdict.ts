import { auditWrites, connectLab, keptKeys, labJournal, readSalvaged } from '@outrigger/lab';
import { checkInvariants, type JournalRecord } from '@outrigger/recovery';
import { measurePhase, timeline } from '@outrigger/report';
import type { Subject } from './subject.ts';

/** When it was, monotonic ms, and the runs that controllers drove in it. */
export interface Span {
  readonly name: string;
  readonly startMs: number;
  readonly faultAtMs: number;
  readonly endMs: number;
  readonly runs: readonly string[];
}

export interface Verdict {
  readonly ackedWrites: number;
  readonly ackedLost: number;
  /** Of those, how many no salvage kept: it has to be none. */
  readonly lostForGood: number;
  readonly duplicated: number;
  readonly dualWriterMs: number;
  /** `7 of 7` of the invariants held. */
  readonly invariants: string;
  /** What is wrong, in sentences; empty when it ended right. */
  readonly wrong: readonly string[];
}

/** Of the picture whose writers are looked at, ms; they are the same at any width. */
const binMs = 100;

/** By ledgers and journals, as a drill is judged. */
export async function judge(subject: Subject, span: Span): Promise<Verdict> {
  const { layout, load, tap } = subject;
  const requests = await load.requests();
  const directAcks = await load.directAcks();
  const { originMs } = load;
  const phase = {
    name: span.name,
    startMs: span.startMs - originMs,
    endMs: span.endMs - originMs,
    faultAtMs: span.faultAtMs - originMs,
    verdictAtMs: null,
  };
  const { findings } = await auditWrites({ layout, run: subject.run, requests });
  const salvaged = keptKeys(requests, findings, await readSalvaged(layout.stateFolder));
  const own = requests.filter(({ dueMs }) => dueMs >= phase.startMs && dueMs < phase.endMs);
  const { measured, lostWrites } = measurePhase({
    phase,
    requests: own,
    allRequests: requests,
    directAcks,
    findings,
    salvaged,
  });
  const { writers } = timeline({
    requests: own,
    directAcks: directAcks.filter(({ atMs }) => atMs >= phase.startMs && atMs < phase.endMs),
    phases: [phase],
    recoveries: [],
    zoneOf: (member) => member,
    totalMs: phase.endMs,
    binMs,
    lens: { beforeMs: 0, afterMs: 0 },
  });
  const invariants = checkInvariants({
    runs: await journalsOf(subject, span.runs),
    writings: writers.map((writer) => ({
      component: writer.member.split('@')[0] ?? '',
      member: writer.member,
      epoch: writer.epoch,
      fromMs: writer.fromMs,
      toMs: writer.toMs,
    })),
    effects: tap.effects().filter((effect) => span.runs.includes(effect.run)),
  });
  const broken = invariants.filter(({ held }) => !held);
  const lostForGood = lostWrites.filter((write) => !write.salvaged);
  const wrong = [
    ...broken.map(({ title, detail }) => `broken: ${title} (${detail})`),
    ...(lostForGood.length > 0
      ? [`no salvage has ${lostForGood.map(({ key }) => key).join(', ')}`]
      : []),
    ...(measured.duplicated > 0 ? [`${measured.duplicated} writes are there twice`] : []),
    ...(measured.dualWriterMs > 0 ? [`two writers for ${measured.dualWriterMs} ms`] : []),
  ];
  return {
    ackedWrites: measured.ackedWrites,
    ackedLost: measured.ackedLost,
    lostForGood: lostForGood.length,
    duplicated: measured.duplicated,
    dualWriterMs: measured.dualWriterMs,
    invariants: `${invariants.length - broken.length} of ${invariants.length}`,
    wrong,
  };
}

/** The records of each run, as the witness has them. */
export async function journalsOf(
  { layout }: Subject,
  runs: readonly string[],
): Promise<readonly (readonly JournalRecord[])[]> {
  const lab = connectLab(layout.stateFolder);
  try {
    const journal = labJournal(lab);
    return await Promise.all(runs.map((run) => journal.read(run)));
  } finally {
    await lab.close();
  }
}
