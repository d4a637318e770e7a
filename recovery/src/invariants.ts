import type { JournalRecord } from './journal.ts';
import { replay } from './replay.ts';
import { heldRules, type Replaced, ToldRun } from './told-run.ts';

/** Whether a rule was kept, in words and a figure; the same shape as in a drill's report. */
export interface InvariantResult {
  readonly name: string;
  readonly title: string;
  readonly held: boolean;
  /** "7 of 7", "0 ms". */
  readonly figure: string;
  readonly detail: string;
  /** How often there was something to judge. Held, and asked 0 times: it says nothing. */
  readonly asked: number;
}

/** A stretch in which one member acknowledged writes under one epoch: first to last ack, ms. */
export interface WritingSeen {
  readonly component: string;
  readonly member: string;
  readonly epoch: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** An effect as the world saw it. */
export interface EffectSeen {
  readonly run: string;
  readonly step: string;
  readonly epoch: number;
  readonly atMs: number;
  /** Whether the journal already said so when it happened. */
  readonly journaled: boolean;
}

export interface Evidence {
  /** The records of each run, in the order of the runs. */
  readonly runs: readonly (readonly JournalRecord[])[];
  readonly writings?: readonly WritingSeen[];
  readonly effects?: readonly EffectSeen[];
}

/** The rules that every run keeps, in every world, checked from what was written and seen. */
export function checkInvariants(evidence: Evidence): readonly InvariantResult[] {
  const told: ToldRun[] = [];
  const unread: string[] = [];
  const replaced: Replaced = new Set();
  for (const records of evidence.runs) {
    const replayed = replay(records);
    const first = records[0];
    const run = first === undefined ? null : ToldRun.of(first, replaced);
    if (replayed.state === undefined) unread.push(replayed.refused);
    else if (run !== null) {
      for (const record of records) run.add(record);
      told.push(run);
    }
  }
  return [
    oneWriter(told, evidence.writings ?? []),
    ...stepRulesOf(told),
    writesReleased(told),
    journalFirst(told, unread, evidence.effects ?? []),
  ];
}

function oneWriter(told: readonly ToldRun[], writings: readonly WritingSeen[]): InvariantResult {
  const approved = new Set(told.flatMap((run) => [...run.twoWritersApproved]));
  let worst = { ms: 0, detail: '' };
  let held = true;
  for (const [index, one] of writings.entries()) {
    for (const other of writings.slice(index + 1)) {
      if (one.component !== other.component || one.member === other.member) continue;
      const ms = Math.min(one.toMs, other.toMs) - Math.max(one.fromMs, other.fromMs);
      if (ms <= 0) continue;
      const allowed = approved.has(one.component);
      held &&= allowed;
      if (ms <= worst.ms) continue;
      const both = `${one.member} and ${other.member} both wrote ${one.component}`;
      worst = { ms, detail: allowed ? `${both}; a person approved that` : both };
    }
  }
  return {
    name: 'one-writer',
    title: 'Never two writers',
    held,
    figure: `${Math.round(worst.ms)} ms`,
    detail: worst.detail,
    asked: writings.length,
  };
}

/** Each rule over all runs. */
function stepRulesOf(told: readonly ToldRun[]): readonly InvariantResult[] {
  return heldRules(told).map(({ asked, broken, name, title }) => ({
    name,
    title,
    held: broken.length === 0,
    figure: `${asked - broken.length} of ${asked}`,
    detail: broken.join('; '),
    asked,
  }));
}

function writesReleased(told: readonly ToldRun[]): InvariantResult {
  let held = 0;
  const left: string[] = [];
  for (const one of told) {
    const released = one.releasedWrites();
    if (released === null) continue;
    held += 1;
    if (!released) left.push(`${one.run} left writes held`);
  }
  return {
    name: 'writes-released',
    title: 'Writes are never left held',
    held: left.length === 0,
    figure: `${held - left.length} of ${held}`,
    detail: left.join('; '),
    asked: held,
  };
}

function journalFirst(
  told: readonly ToldRun[],
  unread: readonly string[],
  effects: readonly EffectSeen[],
): InvariantResult {
  const wrong = effects.filter(({ journaled }) => !journaled);
  const detail = [
    ...unread.map((why) => `a journal can't be replayed: ${why}`),
    ...wrong.map(({ run, step }) => `${step} of ${run} took effect before it was journaled`),
  ];
  const count = told.length + unread.length;
  return {
    name: 'journal-before-effect',
    title: 'Every effect was journaled first',
    held: detail.length === 0,
    figure:
      effects.length > 0
        ? `${effects.length - wrong.length} of ${effects.length}`
        : `${told.length} of ${count}`,
    detail: detail.join('; '),
    asked: effects.length > 0 ? effects.length : count,
  };
}
