import type { Kind } from '@outrigger/model';
import type { Contribution, Draft, FacetInput, FactCheck } from './facet.ts';
import type { PlanObjective } from './request.ts';
import { inZoneOrder, isLost, type Move } from './situation.ts';
import type { ControlPlane, RetryPolicy } from './step.ts';
import type { DataTopology, Member } from './topology.ts';

/** Quick and safe to repeat: what stands on the way to the first served client. */
export const patient: RetryPolicy = { attemptsMax: 5, backoff: 'short' };
/** Copies data or waits for machines. */
export const slow: RetryPolicy = { attemptsMax: 5, backoff: 'long' };
/** Inside a handover clients wait: better back soon than late. */
export const brisk: RetryPolicy = { attemptsMax: 2, backoff: 'short' };

/**
 * A planned move starts only below this lag, in ms, so that draining it hardly counts in the pause.
 * Aurora's guide calls a lag of under one second typical for a global database.
 */
export const databaseLagMsMax = 1000;

/** How a person is asked before data may be lost, by the objective's words. */
export function lossPolicy(
  objective: PlanObjective | null,
): 'ask' | 'lag-within-rpo' | 'pre-approved' {
  if (objective?.approval === 'pre-approved') return 'pre-approved';
  if (objective?.approval === 'when data may be lost') return 'lag-within-rpo';
  return 'ask';
}

export function lossApproval(objective: PlanObjective | null, target: Member): Draft {
  const policy = lossPolicy(objective);
  const within: FactCheck[] =
    policy === 'lag-within-rpo' && objective !== null
      ? [{ fact: 'lagMs', is: 'at-most', value: objective.rpoMs }]
      : [];
  return {
    name: 'approve',
    verb: 'approve',
    region: target.region,
    zone: target.zone,
    arguments: { why: 'may-lose-data', policy, member: target.id, rpoMs: objective?.rpoMs ?? null },
    provides: ['approved'],
    check: within,
    mayLoseData: true,
    doneWhen: policy === 'ask' ? 'a person says yes' : 'lag ≤ RPO, or yes',
  };
}

export function overwriteApproval(
  objective: PlanObjective | null,
  members: readonly Member[],
  after: readonly string[],
): Draft {
  const policy = objective?.approval === 'pre-approved' ? 'pre-approved' : 'ask';
  return {
    name: 'approve',
    verb: 'approve',
    region: members[0]?.region ?? '',
    arguments: { why: 'overwrite', policy, members: members.map((member) => member.id) },
    after,
    provides: ['approved'],
    check: [],
    mayLoseData: true,
    doneWhen: 'a person says yes',
  };
}

/** `rejoin-us-east-1a`: where the member lives, after what is done to it. */
export function nameFor(verb: string, member: Member): string {
  return `${verb}-${member.zone ?? member.region}`;
}

/** PostgreSQL and Aurora: a writer, standbys, a log position, and RDS's control plane on AWS. */
export function databaseSteps(input: FacetInput<Kind>): Contribution {
  const { situation, component, data } = input;
  if (data === null) return { drafts: [] };
  const move = situation.moves[component.name];
  if (move === undefined) {
    return situation.intent === 'failover'
      ? { drafts: [stillWrites(data)], notes: missing(input, data) }
      : { drafts: mendInPlace(input, data) };
  }
  if (situation.planned) return plannedMove(input, data, move);
  if (move.writer?.id === move.target.id) return { drafts: newEpochInPlace(move) };
  return unplannedMove(input, data, move);
}

function rds(region: string): ControlPlane[] {
  return [{ service: 'rds', region }];
}

function stillWrites(data: DataTopology): Draft {
  const writer = data.members.find((member) => member.id === data.writer);
  return {
    name: 'verify',
    verb: 'verify',
    ...(writer === undefined ? {} : { region: writer.region, zone: writer.zone }),
    arguments: { member: data.writer },
    provides: ['verified'],
    check: [{ fact: 'canaryRead', is: 'equal', value: true }],
    retry: patient,
    doneWhen: 'canary read back',
  };
}

/** Nobody moves, but a copy less is left: whoever reads the plan should know. */
function missing({ component, situation }: FacetInput<Kind>, data: DataTopology): string[] {
  const lost = data.members.filter(
    (member) => member.state !== 'absent' && isLost(member, situation),
  );
  if (lost.length === 0) return [];
  const ids = lost.map((member) => member.id).join(', ');
  return [`${component.name} writes on without ${ids}`];
}

function promote(move: Move): Draft {
  return {
    name: 'promote',
    verb: 'promote',
    region: move.target.region,
    zone: move.target.zone,
    arguments: {
      member: move.target.id,
      fromMember: move.writer?.id ?? null,
      lossless: move.lossless,
    },
    needs: ['approved', 'fenced'],
    provides: ['writable'],
    check: owns(move.target),
    retry: patient,
    controlPlanes: rds(move.target.region),
    mayLoseData: !move.lossless,
    doneWhen: 'accepts a write',
  };
}

function owns(member: Member): FactCheck[] {
  return [
    { fact: 'writable', is: 'equal', value: true },
    { fact: 'epoch', is: 'equal', value: { run: 'epoch' } },
    { fact: 'member', is: 'equal', value: member.id },
  ];
}

function canary(move: Move, after: string): Draft {
  return {
    name: 'verify',
    verb: 'verify',
    region: move.target.region,
    zone: move.target.zone,
    arguments: { member: move.target.id },
    after: [after],
    provides: ['verified'],
    check: [
      { fact: 'canaryRead', is: 'equal', value: true },
      { fact: 'epoch', is: 'equal', value: { run: 'epoch' } },
    ],
    retry: patient,
    doneWhen: 'canary read back',
  };
}

/** Its writer is well, but the platform has one epoch: it takes the new one where it is. */
function newEpochInPlace(move: Move): Draft[] {
  return [
    { ...promote(move), doneWhen: 'accepts a write under the new epoch' },
    canary(move, 'promote'),
  ];
}

function unplannedMove(input: FacetInput<Kind>, data: DataTopology, move: Move): Contribution {
  const { situation } = input;
  const drafts: Draft[] = [];
  if (!move.lossless) drafts.push(lossApproval(situation.objective, move.target));
  if (move.writer !== null) {
    drafts.push({
      name: 'fence',
      verb: 'fence',
      region: move.writer.region,
      zone: move.writer.zone,
      arguments: { member: move.writer.id, forMember: move.target.id },
      needs: ['approved'],
      provides: ['fenced'],
      check: [{ fact: 'fenced', is: 'one-of', value: ['killed', 'lease', 'platform'] }],
      retry: patient,
      doneWhen: 'old writer killed, or its lease + margin passed',
    });
  }
  drafts.push(promote(move), canary(move, 'promote'));
  const followed = followers(input, data, move);
  const alone = !followed.some((draft) => draft.arguments?.synchronous === true);
  const notes = alone
    ? [`${input.component.name} has no second copy in ${move.target.region} when this is done`]
    : [];
  return { drafts: [...drafts, ...followed], notes };
}

/** Everyone else follows the new writer; one of them, in its region, synchronously. */
function followers(input: FacetInput<Kind>, data: DataTopology, move: Move): Draft[] {
  const { situation, platform } = input;
  const others = inZoneOrder(platform, data.members).filter(
    (member) => member.id !== move.target.id && !isLost(member, situation),
  );
  const drafts: Draft[] = [];
  for (const member of others) {
    const follows = member.state === 'standby' || (situation.planned && member.state !== 'absent');
    if (follows) drafts.push(follow(member, move));
  }
  const near = (member: Member) => member.region === move.target.region;
  if (!others.some((member) => near(member) && member.state !== 'absent')) {
    const empty = others.find((member) => near(member) && member.state === 'absent');
    if (empty !== undefined) drafts.push(attach(empty, move.target, true, true));
  }
  return drafts;
}

function streams(synchronous: boolean): FactCheck[] {
  const checks: FactCheck[] = [
    { fact: 'streaming', is: 'equal', value: true },
    { fact: 'replayedPast', is: 'equal', value: true },
  ];
  if (synchronous) checks.push({ fact: 'synchronous', is: 'equal', value: true });
  return checks;
}

/**
 * A healthy member gets another source. Nothing is overwritten: one that is ahead of the new writer
 * refuses, and is then mended by a failback, which salvages first.
 */
function follow(member: Member, move: Move): Draft {
  const synchronous = member.region === move.target.region;
  return {
    name: nameFor('follow', member),
    verb: 'rejoin',
    region: member.region,
    zone: member.zone,
    arguments: { member: member.id, source: move.target.id, overwrite: false, synchronous },
    needs: ['served'],
    check: streams(synchronous),
    retry: slow,
    controlPlanes: rds(member.region),
    background: true,
    doneWhen: 'replays what came after it',
  };
}

function attach(member: Member, source: Member, synchronous: boolean, background: boolean): Draft {
  return {
    name: 'attach-replication',
    verb: 'attach-replication',
    region: member.region,
    zone: member.zone,
    arguments: { member: member.id, source: source.id, overwrite: false, synchronous },
    ...(background ? { needs: ['served' as const] } : { provides: ['prepared' as const] }),
    check: streams(synchronous),
    retry: slow,
    controlPlanes: rds(member.region),
    background,
    doneWhen: synchronous ? 'a synchronous standby streams' : 'a standby streams',
  };
}

/** Keep what a diverged member alone may hold, ask, then let it follow the writer again. */
function mend(input: FacetInput<Kind>, members: readonly Member[], source: Member): Draft[] {
  const { situation } = input;
  const drafts: Draft[] = [];
  const diverged = members.filter((member) => member.state === 'diverged');
  const salvages = diverged.filter((member) => !member.salvaged);
  for (const member of salvages) {
    drafts.push({
      name: nameFor('salvage', member),
      verb: 'salvage',
      region: member.region,
      zone: member.zone,
      arguments: { member: member.id, winner: source.id },
      check: [{ fact: 'salvaged', is: 'equal', value: true }],
      retry: slow,
      controlPlanes: rds(member.region),
      doneWhen: 'data kept, what the writer lacks is listed',
    });
  }
  if (diverged.length > 0) {
    const names = salvages.map((member) => nameFor('salvage', member));
    drafts.push(overwriteApproval(situation.objective, diverged, names));
  }
  for (const member of members) {
    const overwrite = member.state === 'diverged';
    const synchronous = member.region === source.region;
    drafts.push({
      name: nameFor('rejoin', member),
      verb: 'rejoin',
      region: member.region,
      zone: member.zone,
      arguments: { member: member.id, source: source.id, overwrite, synchronous },
      after: overwrite ? ['approve'] : [],
      needs: overwrite ? ['approved'] : [],
      provides: ['prepared'],
      check: streams(synchronous),
      retry: slow,
      controlPlanes: rds(member.region),
      mayLoseData: overwrite,
      doneWhen: 'replays what came after it',
    });
  }
  return drafts;
}

function mendInPlace(input: FacetInput<Kind>, data: DataTopology): Draft[] {
  const { platform, situation } = input;
  const source = data.members.find((member) => member.id === data.writer);
  if (source === undefined) return [];
  const hurt = inZoneOrder(platform, data.members).filter(
    (member) =>
      member.id !== source.id &&
      !isLost(member, situation) &&
      (member.state === 'diverged' ||
        (member.state === 'standby' &&
          member.region === source.region &&
          !data.inSync.includes(member.id))),
  );
  return mend(input, hurt, source);
}

function plannedMove(input: FacetInput<Kind>, data: DataTopology, move: Move): Contribution {
  const { platform, situation } = input;
  const { writer, target } = move;
  if (writer === null) return { drafts: [] };
  const hurt = inZoneOrder(platform, data.members).filter(
    (member) => member.state === 'diverged' && !isLost(member, situation),
  );
  const drafts = mend(input, hurt, writer);
  if (target.state === 'absent') drafts.push(attach(target, writer, false, false));
  drafts.push({
    name: 'verify-standby',
    verb: 'verify',
    region: target.region,
    zone: target.zone,
    arguments: { member: target.id, source: writer.id, lagMsMax: databaseLagMsMax },
    after: drafts.map((draft) => draft.name),
    provides: ['prepared'],
    check: [
      { fact: 'streaming', is: 'equal', value: true },
      { fact: 'lagMs', is: 'at-most', value: databaseLagMsMax },
    ],
    retry: slow,
    doneWhen: `at most ${databaseLagMsMax / 1000} s behind`,
  });
  drafts.push({
    name: 'verify-writer',
    verb: 'verify',
    region: writer.region,
    zone: writer.zone,
    // A writer that has its pages on disk stops sooner, while writes are held.
    arguments: { member: writer.id, before: 'transfer' },
    needs: ['rehearsed'],
    provides: ['ready-to-move'],
    check: [{ fact: 'canaryRead', is: 'equal', value: true }],
    retry: slow,
    doneWhen: 'canary read back, pages on disk',
  });
  drafts.push(transfer(move, writer, [...rds(writer.region), ...rds(target.region)]));
  drafts.push(canary(move, 'transfer'));
  return { drafts: [...drafts, ...followers(input, data, move)] };
}

/** The handover of one store, and its way back. */
export function transfer(
  move: Move,
  writer: Member,
  controlPlanes: readonly ControlPlane[],
): Draft {
  const { target } = move;
  return {
    name: 'transfer',
    verb: 'transfer',
    region: target.region,
    zone: target.zone,
    arguments: { member: target.id, fromMember: writer.id },
    needs: ['held'],
    provides: ['writable'],
    check: owns(target),
    retry: brisk,
    controlPlanes,
    doneWhen: 'new side has all, accepts a write',
    handover: {
      part: 'moves',
      back: {
        name: 'transfer-back',
        verb: 'transfer',
        region: writer.region,
        zone: writer.zone,
        arguments: { member: writer.id, fromMember: target.id },
        check: owns(writer),
        doneWhen: 'the old side accepts a write again',
      },
    },
  };
}
