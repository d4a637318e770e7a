import type { Kind } from '@outrigger/model';
import { attach, followers, mend, mendInPlace, partnerToMake, rds, slow } from './copies.ts';
import type { Contribution, Draft, FacetInput, FactCheck, Milestone } from './facet.ts';
import { gibOf, sizeNotes } from './rebuilding.ts';
import type { PlanObjective } from './request.ts';
import { inZoneOrder, isLost, type Move } from './situation.ts';
import type { ControlPlane, RetryPolicy } from './step.ts';
import type { DataTopology, Member } from './topology.ts';

/** Quick and safe to repeat: what stands on the way to the first served client. */
export const patient: RetryPolicy = { attemptsMax: 5, backoff: 'short' };
/** Inside a handover clients wait: better back soon than late. */
export const brisk: RetryPolicy = { attemptsMax: 2, backoff: 'short' };

/**
 * A planned move starts only at this lag or below, in ms, so that draining it hardly counts in the
 * pause: a condition of the plan, which is the same in every world, and no world's duration. So it
 * stands here, and not among timings. Aurora's guide calls a lag of under one second typical for a
 * global database.
 */
const databaseLagMsMax = 1000;

/** How a person is asked before data may be lost, by the objective's words. */
export function lossPolicy(objective: PlanObjective | null): 'ask' | 'lag-within-rpo' {
  return objective?.approval === 'when data may be lost' ? 'lag-within-rpo' : 'ask';
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
function newEpochInPlace(move: Move, held: readonly Milestone[] = []): Draft[] {
  const { needs = [], ...inPlace } = promote(move);
  return [
    { ...inPlace, needs: [...needs, ...held], doneWhen: 'accepts a write under the new epoch' },
    canary(move, 'promote'),
  ];
}

/** A copy from its newest backup: made at once, and nobody's writer until that is approved. */
function restore({ target }: Move): Draft {
  return {
    name: 'restore',
    verb: 'restore',
    region: target.region,
    zone: target.zone,
    arguments: { member: target.id },
    needs: ['network'],
    check: [{ fact: 'restored', is: 'equal', value: true }],
    retry: slow,
    controlPlanes: rds(target.region),
    doneWhen: 'an instance runs from the newest backup',
  };
}

/** It may write once all of its data is loaded: until then each first read waits for a bucket. */
function promoteRestored(move: Move, gib: number): Draft {
  const { arguments: given, ...promoted } = promote(move);
  return {
    ...promoted,
    arguments: { ...given, gib },
    after: ['restore'],
    retry: slow,
    doneWhen: `${gib} GiB loaded, accepts a write`,
  };
}

function unplannedMove(input: FacetInput<Kind>, data: DataTopology, move: Move): Contribution {
  const { component, situation } = input;
  const isRestored = move.target.state === 'absent';
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
  if (isRestored) drafts.push(restore(move), promoteRestored(move, gibOf(component)));
  else drafts.push(promote(move));
  drafts.push(canary(move, 'promote'));
  const followed = followers(input, data, move);
  const alone = !followed.some((draft) => draft.arguments?.synchronous === true);
  const notes = [
    ...(isRestored ? sizeNotes(component) : []),
    ...(alone
      ? [`${component.name} has no second copy in ${move.target.region} when this is done`]
      : []),
  ];
  return { drafts: [...drafts, ...followed], notes };
}

function plannedMove(input: FacetInput<Kind>, data: DataTopology, move: Move): Contribution {
  const { platform, situation } = input;
  const { writer, target } = move;
  if (writer === null) return { drafts: [] };
  const hurt = inZoneOrder(platform, data.members).filter(
    (member) =>
      (member.state === 'diverged' || member.streams === false) && !isLost(member, situation),
  );
  if (writer.id === target.id) {
    return { drafts: [...mendInPlace(input, data), ...newEpochInPlace(move, ['held'])] };
  }
  const drafts = mend(hurt, writer);
  // The second copy too: else what is written first after the move would be in one zone alone.
  for (const member of [target, partnerToMake(input, data, move)]) {
    if (member?.state === 'absent') drafts.push(attach(member, writer, false, false));
  }
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
