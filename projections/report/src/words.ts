import { invariantCounts, lowerRate } from './facts.ts';
import type { DrillReport, Phase } from './types.ts';

/** How a phase is called in a sentence: "zone loss", "failback". */
export function phaseWords(name: string): string {
  return name === 'steady' ? 'steady state' : name.replaceAll('-', ' ');
}

/** The same at the start of a line: "Zone loss". */
export function phaseTitle(name: string): string {
  return capitalised(phaseWords(name));
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What happened, for the headline: "A region was lost". Unknown faults are told by their name. */
const faultSentences: { readonly [name: string]: string } = {
  'region-loss': 'A region was lost',
  'zone-loss': 'A zone was lost',
  partition: 'A region was cut off',
  'witness-loss': 'The witness was lost',
  frozen: 'A region stood still',
  cut: 'A link was cut',
  'slow-link': 'The link became slow',
  'process-crash': 'A process crashed',
};

export function faultSentence(phase: Phase): string {
  const [place = ''] = phase.what.split(' ');
  if (phase.fault === 'frozen' && place !== regionOfZone(place)) return 'A zone stood still';
  return faultSentences[phase.name] ?? faultSentences[phase.fault ?? ''] ?? phaseTitle(phase.name);
}

/** The mark over the timeline: "region lost", "failback". */
export function eventWords(phase: Phase): string {
  return phase.name.endsWith('-loss') && phase.fault !== null
    ? phaseWords(phase.name).replace(/ loss$/, ' lost')
    : phaseWords(phase.name);
}

/** "us-east-1 killed" of "us-east-1 killed, all of it". */
export function shortWhat(phase: Phase): string {
  return phase.what.split(',')[0] ?? phase.what;
}

/** "the region loss", "failback": with the article where English wants one. */
export function inPhase(phase: Pick<Phase, 'name'>): string {
  return `the ${phaseWords(phase.name)}`;
}

/** `orders-db/promote` → `promote`; `detect us-east-1` → `detect`. */
export function stepVerb(id: string): string {
  const slash = id.lastIndexOf('/');
  const tail = slash < 0 ? id : id.slice(slash + 1);
  return tail.split(' ')[0] ?? tail;
}

/** The region of a zone's name: `us-east-1a` → `us-east-1`. Other names are their own region. */
export function regionOfZone(zone: string): string {
  return /\d[a-z]$/.test(zone) ? zone.slice(0, -1) : zone;
}

/** "10 of 10 held"; "7 held, 3 had nothing to judge" where not all were asked. */
export function invariantWords(invariants: DrillReport['invariants']): string {
  const { held, unasked } = invariantCounts(invariants);
  if (invariants.length === 0) return 'none was checked';
  if (unasked === 0) return `${held} of ${invariants.length} held`;
  return `${held} held, ${unasked} had nothing to judge`;
}

/** A lower rate asks less of a machine: its figures stand beside none of the default. */
export function lowerRateWords(report: DrillReport): string | null {
  const rate = lowerRate(report);
  if (rate === null) return null;
  return (
    `Clients sent ${rate.sent} requests a second, not the default of ${rate.usual}: ` +
    'these figures are not to be compared with those of the default.'
  );
}
