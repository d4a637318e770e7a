/**
 * What hurt clients most, why, and what would help: derived from what was measured, never guessed.
 * Where the lab's settings are not known, the sentence goes without their number.
 */
import {
  isFault,
  isPlanned,
  isSaturated,
  largest,
  mayLoseNothing,
  median,
  originMs,
  staysInRegion,
} from './facts.ts';
import {
  counted,
  formatCount,
  formatMeasured,
  formatMilliseconds,
  formatOffset,
  formatPercent,
  keyInRun,
  listed,
} from './format.ts';
import type { DrillReport, Phase, Settings, WorstMoment } from './types.ts';
import { capitalised, inPhase } from './words.ts';

type Measured = Omit<DrillReport, 'worst'>;

/** At most this many: a list of everything hides the worst. */
const momentsMax = 6;

/** A step is worth a line when it took this much longer than expected, both as factor and in ms. */
const slowFactor = 2;
const slowMs = 100;

interface Weighed {
  /** Larger is worse; compared only here. */
  readonly weight: number;
  readonly moment: WorstMoment;
}

export function worstMoments(report: Measured): readonly WorstMoment[] {
  const settings = report.environment.settings ?? {};
  const weighed = report.phases.flatMap((phase) => [
    ...twoWriters(phase),
    ...lostWrites(phase, settings),
    ...failedRequests(phase, settings),
    ...danglingReferences(phase),
    ...slowSteps(phase),
  ]);
  return [...weighed, ...slowAnswers(report)]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, momentsMax)
    .map(({ moment }) => moment);
}

/** For the terminal, in one line: "detection is 76 % of the region loss". */
export function worstLine(report: DrillReport): string {
  const slowest = report.phases
    .filter((phase) => isFault(phase) && phase.measured.rtoMs > 0)
    .sort((a, b) => b.measured.rtoMs - a.measured.rtoMs)[0];
  const first = (report.worst.length > 0 ? report.worst : worstMoments(report))[0];
  const detectionMs = slowest?.measured.detectionMs ?? 0;
  const grave = report.phases.some((phase) => phase.measured.dualWriterMs > 0 || isGrave(phase));
  if (!grave && slowest !== undefined && detectionMs > slowest.measured.rtoMs / 2) {
    const share = formatPercent(Math.min(1, detectionMs / slowest.measured.rtoMs));
    return `detection is ${share} of ${inPhase(slowest)}`;
  }
  return first === undefined ? 'nothing failed, nothing was slow' : first.title;
}

function twoWriters(phase: Phase): readonly Weighed[] {
  const { dualWriterMs } = phase.measured;
  if (dualWriterMs <= 0) {
    return [];
  }
  const fromMs = originMs(phase);
  return [
    {
      weight: 1e12 + dualWriterMs,
      moment: {
        fromMs,
        toMs: phase.endMs,
        title: `Two writers at once for ${formatMeasured(dualWriterMs)} in ${inPhase(phase)}`,
        why:
          'The old writer acked after the new one had begun: its fence did not hold. ' +
          'Every write of the old epoch in that time needs a person.',
      },
    },
  ];
}

function lostWrites(phase: Phase, settings: Settings): readonly Weighed[] {
  const { ackedLost, rpoMs } = phase.measured;
  if (ackedLost === 0) {
    return [];
  }
  const toMs = originMs(phase);
  return [
    {
      weight: 1e6 + ackedLost * 1000 + (isGrave(phase) ? 1e9 : 0),
      moment: {
        fromMs: Math.max(0, toMs - rpoMs),
        toMs,
        title: `${counted(ackedLost, 'acked write')} lost in ${inPhase(phase)}`,
        why: `${whyLost(phase, settings)} ${whatIsKept(phase)}`,
      },
    },
  ];
}

/** Writes are gone for good, or were lost where none may be. */
function isGrave(phase: Phase): boolean {
  return phase.salvaged === false || (phase.measured.ackedLost > 0 && mayLoseNothing(phase));
}

/** Where they should have been, by what was done and by the store that lacks them. */
function whyLost(phase: Phase, settings: Settings): string {
  const reasons = phase.lostWrites.map(({ reason }) => reason);
  if (reasons.length > 0 && reasons.every((reason) => reason === 'unseen')) {
    return 'The drill ended before anybody could look for them, so they count as lost.';
  }
  if (isPlanned(phase)) {
    return 'A planned move waits until the other side has all of it, so it may lose none.';
  }
  if (!isFault(phase) || phase.harmless === true) {
    return 'Nothing that holds writes was broken or moved here, so none may be lost.';
  }
  const files = reasons.filter((reason) => reason === 'file').length;
  if (staysInRegion(phase)) {
    return files > 0 && files === reasons.length
      ? 'Writes stayed in their region, whose file store should have had the files.'
      : 'A commit waits for the copy in another zone, so that copy should have had them.';
  }
  const apart = 'Files cross the link apart from the rows that name them, and later.';
  if (files > 0 && files === reasons.length) return apart;
  const delay = settings.linkOneWayMs;
  const cost =
    delay === undefined
      ? 'a round trip on each commit'
      : `about ${formatMilliseconds(2 * delay)} on each commit`;
  const rows =
    'They had not crossed the asynchronous link. ' +
    `Waiting for the other region would lose none, and cost ${cost}.`;
  return files > 0 ? `${rows} ${apart}` : rows;
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((each) => each !== '').join(' ');
}

function whatIsKept({ salvaged }: Phase): string {
  if (salvaged === null) return 'No salvage has looked for them yet.';
  return salvaged
    ? 'Salvage kept them all.'
    : 'Salvage did not keep them all: what it lacks is gone.';
}

function failedRequests(phase: Phase, settings: Settings): readonly Weighed[] {
  const { clientErrors, rtoMs } = phase.measured;
  if (clientErrors === 0) {
    return [];
  }
  const fromMs = originMs(phase);
  return [
    {
      weight: 1e7 + clientErrors * 1000,
      moment: {
        fromMs,
        toMs: isFault(phase) ? fromMs + rtoMs : phase.endMs,
        title: `${counted(clientErrors, 'request')} failed in ${inPhase(phase)}`,
        why: joined(whyRefused(phase, settings), whenFailed(phase), whatWasBusy(phase)),
      },
    },
  ];
}

function whyRefused(phase: Phase, settings: Settings): string {
  if (isFault(phase)) return whyFailed(phase, settings);
  if (isPlanned(phase)) {
    return 'A planned move may fail none: the gateway holds writes while the writer moves.';
  }
  return 'Nothing was broken on purpose here: the machine, or the load, was too much.';
}

/** Measured, and no excuse: what it did to the figures nobody can tell. */
function whatWasBusy(phase: Phase): string {
  if (!isSaturated(phase)) return '';
  const share = formatPercent(phase.busyShare ?? 0);
  return `${share} of the machine's processors were in use: everybody waited for one.`;
}

/** Where most of the outage was, and the lever that shortens it. */
function whyFailed(phase: Phase, settings: Settings): string {
  const { detectionMs, rtoMs, readOutageMs, recovered } = phase.measured;
  const unserved = recovered === false ? ' Clients were still failing when the phase ended.' : '';
  const reads = readOutageMs === 0 ? ' Reads went on.' : '';
  if (phase.harmless === true) {
    return `Nothing that a request needs was broken: it should stop nobody.${reads}${unserved}`;
  }
  if (detectionMs !== null && rtoMs > 0 && detectionMs > rtoMs / 2) {
    const share = formatPercent(Math.min(1, detectionMs / rtoMs));
    const threshold = settings.probeThreshold;
    const interval = settings.probeIntervalMs;
    const lever =
      threshold === undefined || interval === undefined
        ? 'Probing more often would shorten it, and call a slow link dead sooner.'
        : `Probing every ${formatMilliseconds(interval / 2)} ` +
          `instead of ${formatMilliseconds(interval)} would save ` +
          `about ${formatMilliseconds((threshold * interval) / 2)}, and call a slow link ` +
          'dead sooner.';
    return `Detection took ${share} of the outage. ${lever}${reads}${unserved}`;
  }
  return `${reads}${unserved}`.trimStart();
}

const stepsNamedMax = 3;

/** What was measured of them: when, what clients were told, and what the plan did meanwhile. */
function whenFailed(phase: Phase): string {
  const { failures = [] } = phase.measured;
  const first = failures[0];
  if (first === undefined) return '';
  const told = failures.map(({ status, count }) =>
    failures.length === 1
      ? `all ${toldWords(status)}`
      : `${formatCount(count)} ${toldWords(status)}`,
  );
  const origin = originMs(phase);
  const fromMs = Math.min(...failures.map(({ firstMs }) => firstMs)) - origin;
  const toMs = Math.max(...failures.map(({ lastMs }) => lastMs)) - origin;
  const when =
    toMs - fromMs < 1
      ? `due at ${formatOffset(fromMs)}`
      : `due between ${formatOffset(fromMs)} and ${formatOffset(toMs)}`;
  return `${capitalised(listed(told))}, ${when}; ${meanwhile(phase, fromMs, toMs)}.`;
}

function toldWords(status: number | null): string {
  return status === null ? 'without an answer' : `with status ${status}`;
}

/** Which steps ran in a stretch, from the phase's origin; the detection has its own sentence. */
function meanwhile(phase: Phase, fromMs: number, toMs: number): string {
  const ran = phase.steps
    .filter((step) => step.startMs <= toMs && step.endMs >= fromMs)
    // What the others waited for first: that is where the time went.
    .sort((a, b) => Number(b.critical) - Number(a.critical) || a.startMs - b.startMs)
    .map(({ id }) => id);
  if (ran.length === 0) return 'no step ran then';
  const more = ran.length - stepsNamedMax;
  const named = more > 1 ? ran.slice(0, stepsNamedMax) : ran;
  const rest = more > 1 ? [`${more} more steps`] : [];
  return `meanwhile ran ${listed([...named, ...rest])}`;
}

function danglingReferences(phase: Phase): readonly Weighed[] {
  if (phase.dangling.length === 0) {
    return [];
  }
  const first = phase.dangling[0];
  const example =
    first === undefined
      ? ''
      : ` The first is order ${keyInRun(first.from)}, which names ${shortTarget(first.to)}.`;
  return [
    {
      weight: 1e5 + phase.dangling.length,
      moment: {
        fromMs: originMs(phase),
        toMs: originMs(phase),
        title:
          `${counted(phase.dangling.length, 'order')} without the picture ` +
          `in ${inPhase(phase)}`,
        why: `Files cross the link apart from the records, and these came too late.${example}`,
      },
    },
  ];
}

/** "file 9b1ec7d0…" for `file` and 64 hex digits. */
function shortTarget(target: string): string {
  const digits = target.lastIndexOf(' ') + 9;
  return target.length <= digits ? target : `${target.slice(0, digits)}…`;
}

function slowSteps(phase: Phase): readonly Weighed[] {
  return phase.steps
    .filter((step) => {
      const tookMs = step.endMs - step.startMs;
      const expectedMs = step.expectedMs;
      return (
        step.outcome === 'failed' ||
        (step.critical &&
          expectedMs !== null &&
          tookMs > expectedMs * slowFactor &&
          tookMs - expectedMs > slowMs)
      );
    })
    .map((step) => {
      const tookMs = step.endMs - step.startMs;
      const failed = step.outcome === 'failed';
      const expected =
        step.expectedMs === null ? '' : ` Expected were ${formatMeasured(step.expectedMs)}.`;
      return {
        weight: (failed ? 1e8 : 0) + tookMs,
        moment: {
          fromMs: originMs(phase) + step.startMs,
          toMs: originMs(phase) + step.endMs,
          title: failed
            ? `${step.id} failed in ${inPhase(phase)}`
            : `${step.id} took ${formatMeasured(tookMs)} in ${inPhase(phase)}`,
          why: `${step.note === '' ? 'It gave no reason' : sentence(step.note)}.${expected}`,
        },
      };
    });
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).replace(/\.$/, '');
}

/** The longest run of bins whose p99 is twice the baseline's, outside of outages. */
function slowAnswers(report: Measured): readonly Weighed[] {
  const { timeline, phases } = report;
  const baseline = phases.find((phase) => phase.name === 'steady');
  const values = timeline.latency.flatMap((bin) => (bin === null ? [] : [bin[1]]));
  const usualMs = baseline?.measured.latencyMs.p99 ?? median(values);
  if (usualMs <= 0) {
    return [];
  }
  const runs = slowRuns(report, usualMs * 2);
  const longest = runs.sort((a, b) => b.toBin - b.fromBin - (a.toBin - a.fromBin))[0];
  if (longest === undefined || (longest.toBin - longest.fromBin) * timeline.binMs < 1000) {
    return [];
  }
  const fromMs = longest.fromBin * timeline.binMs;
  const toMs = longest.toBin * timeline.binMs;
  const highMs = median(
    timeline.latency
      .slice(longest.fromBin, longest.toBin)
      .flatMap((bin) => (bin === null ? [] : [bin[1]])),
  );
  const during = timeline.recoveries.find((item) => item.fromMs < toMs && item.toMs > fromMs);
  const phase = phases.find((item) => item.startMs <= fromMs && fromMs < item.endMs);
  const where = phase === undefined ? '' : ` in ${inPhase(phase)}`;
  const busy = phase === undefined ? '' : whatWasBusy(phase);
  return [
    {
      weight: toMs - fromMs,
      moment: {
        fromMs,
        toMs,
        title:
          `p99 rose from ${formatMilliseconds(usualMs)} to ` +
          `${formatMilliseconds(highMs)}${where}`,
        why:
          during === undefined
            ? joined('No recovery was under way.', busy)
            : joined(
                `${sentence(during.label)} was under way at the time, and shares the writer and ` +
                  'the machine.',
                busy,
              ),
      },
    },
  ];
}

function slowRuns(report: Measured, limitMs: number): { fromBin: number; toBin: number }[] {
  const { timeline, phases } = report;
  const runs: { fromBin: number; toBin: number }[] = [];
  let fromBin: number | null = null;
  const bins = largest([timeline.latency.length]);
  for (let bin = 0; bin <= bins; bin += 1) {
    const atMs = bin * timeline.binMs;
    const inOutage = phases.some((phase) => {
      const startMs = originMs(phase);
      return isFault(phase) && atMs >= startMs && atMs < startMs + phase.measured.rtoMs;
    });
    const slow = !inOutage && (timeline.latency[bin]?.[1] ?? 0) > limitMs;
    if (slow && fromBin === null) {
      fromBin = bin;
    }
    if (!slow && fromBin !== null) {
      runs.push({ fromBin, toBin: bin });
      fromBin = null;
    }
  }
  return runs;
}
