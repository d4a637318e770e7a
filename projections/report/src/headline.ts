import { formatDuration } from '@outrigger/model';
import {
  breaksRpo,
  isFault,
  isJudged,
  isPlanned,
  isUnlooked,
  lostInNoPhase,
  mainPhase,
  mayFailNothing,
  mayLoseNothing,
  totalsOf,
} from './facts.ts';
import { counted, formatCount, formatMeasured, listed } from './format.ts';
import type { DrillReport, Phase } from './types.ts';
import { missesOf, phaseVerdict, verdict } from './verdict.ts';
import { capitalised, faultSentence, inPhase, phaseWords } from './words.ts';

/** What happened, in the order in which a reader asks. Each part is whole sentences. */
export interface Headline {
  /** "A region was lost. The service was back in 0.74 s." */
  readonly title: string;
  /** What was drilled: "Drill of eks-failover in the lab: a zone loss, …". */
  readonly context: string;
  /** "All 5 phases with an objective met it." or what was missed. */
  readonly outcome: string;
  /** What was lost, and whether that is allowed. */
  readonly damage: string;
}

type Measured = Omit<DrillReport, 'worst'>;

export function headline(report: Measured): Headline {
  return {
    title: title(report),
    context: context(report),
    outcome: outcome(report),
    damage: damage(report),
  };
}

function title(report: Measured): string {
  const judged = verdict(report);
  if (report.stopped !== undefined && report.stopped !== null) {
    return `The drill was stopped in ${inPhase({ name: report.stopped.phase })}.`;
  }
  if (judged.kind === 'nothing-measured') {
    return 'No request was sent. Nothing was measured.';
  }
  const phase = mainPhase(report);
  if (judged.kind === 'missed') {
    return missedTitle(report, phase);
  }
  if (phase === null) {
    return (
      'Nothing was broken. The service answered for ' +
      `${formatDuration(totalsOf(report).drillMs)}.`
    );
  }
  if (!isFault(phase)) {
    const pause = formatMeasured(phase.measured.writeOutageMs);
    return `The writer was moved. Writes paused for ${pause}.`;
  }
  if (phase.runs.length === 0 && phase.measured.clientErrors === 0) {
    return `${faultSentence(phase)}. No request failed.`;
  }
  return phase.measured.rtoMs <= 0
    ? `${faultSentence(phase)}. No client noticed.`
    : `${faultSentence(phase)}. The service was back in ${formatMeasured(phase.measured.rtoMs)}.`;
}

/** The most serious miss first: two writers, then data, then invariants, then time. */
function missedTitle(report: Measured, main: Phase | null): string {
  const twoWriters = report.phases.find((phase) => phase.measured.dualWriterMs > 0);
  if (twoWriters !== undefined) {
    const duration = formatMeasured(twoWriters.measured.dualWriterMs);
    return `Two writers at once for ${duration} in ${inPhase(twoWriters)}.`;
  }
  const missed = report.phases.filter((phase) => missesOf(phase).length > 0);
  const worst = missed.find((phase) => phase === main) ?? missed[0];
  const unkept = report.phases.filter((phase) => phase.salvaged === false);
  if (unkept[0] !== undefined) {
    const gone = unkept.flatMap((phase) => phase.lostWrites).filter((write) => !write.salvaged);
    return `${counted(gone.length, 'acked write')} lost for good in ${inPhase(unkept[0])}.`;
  }
  const unowned = lostInNoPhase(report);
  if (unowned > 0) {
    return `${counted(unowned, 'acked write')} lost, and no phase accounts for them.`;
  }
  if (report.audit.duplicated > 0) {
    return `${counted(report.audit.duplicated, 'write')} stored twice.`;
  }
  const broken = report.invariants.filter((invariant) => !invariant.held);
  if (worst === undefined) {
    return broken[0] === undefined
      ? 'The audit found writes that should not be there.'
      : `An invariant was broken: ${broken[0].title.toLowerCase()}.`;
  }
  return missedPhaseTitle(worst);
}

function missedPhaseTitle(phase: Phase): string {
  const { measured, objective } = phase;
  const subject = isFault(phase)
    ? faultSentence(phase)
    : `${capitalised(inPhase(phase))} was not clean`;
  if (measured.recovered === false) {
    return `${subject}. The service was not back within ${formatMeasured(measured.rtoMs)}.`;
  }
  if (objective.rtoMs !== null && measured.rtoMs > objective.rtoMs) {
    const allowed = formatDuration(objective.rtoMs);
    return `${subject}. Back in ${formatMeasured(measured.rtoMs)}, but ${allowed} is allowed.`;
  }
  if (mayLoseNothing(phase) && measured.ackedLost > 0) {
    return `${subject}. ${counted(measured.ackedLost, 'acked write')} lost, where none may be.`;
  }
  if (objective.rpoMs !== null && breaksRpo(phase)) {
    const allowed = formatDuration(objective.rpoMs);
    const lost = formatMeasured(measured.rpoMs);
    return `${subject}. ${lost} of writes lost, but ${allowed} is allowed.`;
  }
  if (mayFailNothing(phase) && measured.clientErrors > 0) {
    return `${subject}. ${counted(measured.clientErrors, 'request')} failed, where none may.`;
  }
  return `${subject}. Its objective was not met.`;
}

function context(report: Measured): string {
  const totals = totalsOf(report);
  const drilled = report.phases.filter(isJudged);
  const planned = drilled.filter((phase) => isPlanned(phase) && phase.intent === 'switchover');
  const names = drilled
    .filter((phase) => !planned.includes(phase))
    .map((phase) => (isFault(phase) ? withArticle(phaseWords(phase.name)) : inPhase(phase)));
  if (planned.length > 0) {
    names.push(planned.length === 1 ? 'a planned move' : `${small(planned.length)} planned moves`);
  }
  const what = names.length === 0 ? 'nothing was broken' : listed(names);
  const requests = counted(totals.requests, 'client request');
  return (
    `Drill of ${report.platform} ` +
    `in the ${report.world === 'sim' ? 'simulator' : worldWord(report)}: ` +
    `${what}, under ${requests} in ${formatDuration(totals.drillMs)}.`
  );
}

function worldWord(report: Measured): string {
  return report.world === 'aws' ? 'AWS account' : 'lab';
}

function withArticle(words: string): string {
  return words === 'frozen' ? 'a freeze' : `a ${words}`;
}

function small(count: number): string {
  const words = 'no one two three four five six seven eight nine ten'.split(' ');
  return words[count] ?? formatCount(count);
}

function outcome(report: Measured): string {
  const judged = verdict(report);
  const withObjective = report.phases.filter((phase) => phase.met !== null);
  const missed = withObjective.filter((phase) => phaseVerdict(phase) === 'missed');
  if (judged.kind === 'nothing-measured') {
    return 'No figure below is a measurement.';
  }
  const met = withObjective.length - missed.length;
  const score =
    withObjective.length === 0 ? '' : `${met} of ${counted(withObjective.length, 'phase')}`;
  if (judged.kind === 'stopped' && judged.reasons.length === 0) {
    const why = report.stopped?.why ?? '';
    const ended = score === '' ? 'No phase had ended' : `${score} with an objective met it`;
    return `${capitalised(why)}. ${ended}; what follows is what was measured so far.`;
  }
  if (judged.reasons.length > 0) {
    const many = capitalised(small(judged.reasons.length));
    const counts = score === '' ? '' : `; ${score} met ${met === 1 ? 'its' : 'their'} objective`;
    const stopped = judged.kind === 'stopped' ? `${capitalised(report.stopped?.why ?? '')}. ` : '';
    return judged.reasons.length === 1
      ? `${stopped}${judged.reasons[0]}.`
      : `${stopped}${many} things went wrong${counts}.`;
  }
  if (withObjective.length === 0) {
    return 'No phase had an objective.';
  }
  return withObjective.length === 1
    ? 'The phase with an objective met it.'
    : `All ${withObjective.length} phases with an objective met it.`;
}

function damage(report: Measured): string {
  if (totalsOf(report).requests === 0) {
    return 'Check that the clients could start.';
  }
  const losing = report.phases.filter((phase) => phase.measured.ackedLost > 0);
  if (report.audit.lost === 0 && losing.length === 0) {
    return `Every one of ${counted(report.audit.acked, 'acked write')} was found, once.`;
  }
  const told = losing.map((phase) => {
    const { rpoMs } = phase.objective;
    const words = `${counted(phase.measured.ackedLost, 'write')} in ${inPhase(phase)}`;
    if (mayFailNothing(phase)) {
      return `${words}, where none may be`;
    }
    if (rpoMs === null) {
      return words;
    }
    return breaksRpo(phase) || mayLoseNothing(phase)
      ? `${words}, which its RPO does not allow`
      : `${words}, which its RPO allows`;
  });
  const unlooked = losing.some(isUnlooked)
    ? ' No salvage has looked for them yet: they are where the lost copy is.'
    : '';
  const unowned = lostInNoPhase(report);
  if (unowned > 0) told.push(`${counted(unowned, 'write')} that no phase accounts for`);
  return `Nothing was lost except ${listed(told)}.${unlooked}`;
}
