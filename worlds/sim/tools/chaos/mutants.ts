/**
 * Mistakes that somebody could make in the engine, a plan or an adapter, each as a small change of
 * the real source. A text that is not there exactly once is an error: so a mutant never goes stale
 * in silence.
 */
export interface Mutant {
  readonly name: string;
  /** What it does wrong. */
  readonly wrong: string;
  readonly changes: readonly Change[];
}

export interface Change {
  /** From the repository's root. */
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

const engine = 'recovery/src/engine.ts';
const databases = 'recovery/src/databases.ts';

export const mutants: readonly Mutant[] = [
  {
    name: 'fence-removed',
    wrong: 'another is promoted while the old writer may still answer',
    changes: [
      {
        file: databases,
        replace: "  if (move.writer !== null) {\n    drafts.push({\n      name: 'fence',",
        by: "  if (move.writer === undefined) {\n    drafts.push({\n      name: 'fence',",
      },
    ],
  },
  {
    name: 'lease-from-answer',
    wrong: 'a lease counts from when its renewal was answered, not from when it was sent',
    changes: [
      {
        file: 'recovery/src/testing/memory-lease.ts',
        replace: 'const validUntil = sentAt + leaseMs;',
        by: 'const validUntil = answeredAt + leaseMs;',
      },
    ],
  },
  {
    name: 'promote-outside-in-sync',
    wrong: 'a copy that the witness does not call in sync is taken to have everything',
    changes: [
      {
        file: 'recovery/src/situate.ts',
        replace: 'standbys.find((member) => data.inSync.includes(member.id));',
        by: 'standbys.find((member) => member.id !== data.writer);',
      },
      {
        file: 'recovery/src/testing/memory-model.ts',
        replace: 'if (action.arguments.lossless === true && !hasAll',
        by: 'if (action.arguments.lossless === null && !hasAll',
      },
    ],
  },
  {
    name: 'in-sync-after-degrading',
    wrong: 'a writer goes on without a standby, and tells the witness afterwards',
    changes: [
      {
        file: 'recovery/src/testing/memory-truth.ts',
        replace: '    this.record(gone, () => this.goOn(gone));',
        by: '    this.goOn(gone);\n    this.record(gone, () => {});',
      },
    ],
  },
  {
    name: 'journal-after-effect',
    wrong: 'an effect begins before the record that says so is on disk',
    changes: [
      {
        file: 'recovery/src/drive.ts',
        replace: '      if (records.length > 0) {\n',
        by:
          '      for (const effect of effects.splice(0)) {\n' +
          '        if (isWanted(effect, state)) this.begin(effect);\n      }\n' +
          '      if (records.length > 0) {\n',
      },
    ],
  },
  {
    name: 'key-of-the-attempt',
    wrong: 'each attempt at a step has a key of its own',
    changes: [
      {
        file: 'recovery/src/drive.ts',
        replace: 'world.perform(action, { run, step: id, attempt, epoch })',
        by: 'world.perform(action, { run, step: attempt > 1 ? id + attempt : id, attempt, epoch })',
      },
    ],
  },
  {
    name: 'epoch-not-checked',
    wrong: 'an adapter obeys an older epoch',
    changes: [
      {
        file: 'recovery/src/testing/memory-epochs.ts',
        replace: 'return epoch < newest ?',
        by: 'return epoch < 0 ?',
      },
      {
        file: 'recovery/src/testing/memory-epochs.ts',
        replace: 'if (epoch < store.epoch)',
        by: 'if (epoch < 0)',
      },
      {
        file: 'recovery/src/testing/memory-epochs.ts',
        replace: 'if (epoch < this.begun &&',
        by: 'if (epoch < 0 &&',
      },
    ],
  },
  {
    name: 'repeats-before-it-looks',
    wrong: 'a step that was under way is performed again by whoever takes over, unseen',
    changes: [
      {
        file: engine,
        replace:
          "    if (life.is === 'checking') {\n      turn.observe(step, life.attempt);\n" +
          "      turn.wait(step, life.attempt, 'patience');",
        by:
          "    if (life.is === 'checking' && step.action.verb !== 'approve') {\n" +
          '      turn.perform({ position, step, life });',
      },
    ],
  },
  {
    name: 'old-observation',
    wrong: 'a check is met by what was seen before the perform',
    changes: [
      {
        file: 'recovery/src/conditions.ts',
        replace: 'if (observation.at >= context.notBefore) {',
        by: 'if (context.notBefore !== null) {',
      },
    ],
  },
  {
    name: 'traffic-before-capacity',
    wrong: 'a region gets traffic before anything runs there',
    changes: [
      {
        file: 'recovery/src/traffic.ts',
        replace: "['verified', 'writable', 'capacity', 'balanced']",
        by: "['verified', 'writable', 'balanced']",
      },
    ],
  },
  {
    name: 'rejoin-without-salvage',
    wrong: 'a diverged copy is overwritten, and what only it had is gone',
    changes: [
      {
        file: 'recovery/src/copies.ts',
        replace: 'diverged.filter((member) => !member.salvaged);',
        by: 'diverged.filter((member) => member.salvaged);',
      },
    ],
  },
  {
    name: 'unknown-taken-for-failed',
    wrong: 'no answer counts as a failure',
    changes: [
      {
        file: engine,
        replace: 'return look(turn, one, outcome.why, true);',
        by: 'return tryAgain(turn, one, outcome.why);',
      },
    ],
  },
  {
    name: 'unknown-lag-approved',
    wrong: 'nobody is asked when the lag is not known',
    changes: [
      {
        file: 'recovery/src/approval.ts',
        replace: "  if (verdict.kind === 'met') {",
        by: "  if (verdict.kind === 'met' || seen.every(isUnknownLag)) {",
      },
      {
        file: 'recovery/src/approval.ts',
        replace: 'function attemptOf(',
        by:
          'function isUnknownLag(one: Observation): boolean {\n' +
          "  return one.status === 'unknown' || (one.facts.lagMs ?? null) === null;\n}\n\n" +
          'function attemptOf(',
      },
    ],
  },
  {
    name: 'approval-never-lapses',
    wrong: 'a lag of long ago still stands for a yes',
    changes: [
      {
        file: 'recovery/src/approval.ts',
        replace: 'return lostMsMax > Number(step.action.arguments.rpoMs) ? [step] : [];',
        by: 'return lostMsMax < 0 ? [step] : [];',
      },
    ],
  },
  {
    name: 'one-database-left-behind',
    wrong: 'of several databases only the first moves',
    changes: [
      {
        file: 'recovery/src/situate.ts',
        replace:
          '  for (const store of stores) {\n    const writer = writerOf(topology, store);\n' +
          '    if (writer !== null && !affected.includes(store)) {',
        by:
          '  for (const store of stores.slice(0, 1)) {\n' +
          '    const writer = writerOf(topology, store);\n' +
          '    if (writer !== null && !affected.includes(store)) {',
      },
    ],
  },
];
