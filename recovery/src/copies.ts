import type { Kind } from '@outrigger/model';
import type { Draft, FacetInput, FactCheck } from './facet.ts';
import { inZoneOrder, isLost, type Move } from './situation.ts';
import type { ControlPlane, RetryPolicy } from './step.ts';
import type { DataTopology, Member } from './topology.ts';

/** Copies data or waits for machines. */
export const slow: RetryPolicy = { attemptsMax: 5, backoff: 'long' };
export function rds(region: string): ControlPlane[] {
  return [{ service: 'rds', region }];
}

/** Everyone else follows the new writer; one of them, in its region, synchronously. */
export function followers(input: FacetInput<Kind>, data: DataTopology, move: Move): Draft[] {
  const { situation, platform } = input;
  const others = inZoneOrder(platform, data.members).filter(
    (member) => member.id !== move.target.id && !isLost(member, situation),
  );
  const drafts: Draft[] = [];
  for (const member of others) {
    const follows = member.state === 'standby' || (situation.planned && member.state !== 'absent');
    if (follows) drafts.push(follow(member, move));
  }
  const partner = partnerToMake(input, data, move);
  if (partner === null) return drafts;
  // Before a planned move it was made already, as a copy of the old writer.
  if (situation.planned) return [...drafts, follow(partner, move)];
  return [...drafts, attach(partner, move.target, true, true)];
}

/** The second copy that the new writer's region lacks, where there is a place for one. */
export function partnerToMake(
  { situation, platform }: FacetInput<Kind>,
  data: DataTopology,
  { target }: Move,
): Member | null {
  const near = inZoneOrder(platform, data.members).filter(
    (member) =>
      member.id !== target.id && member.region === target.region && !isLost(member, situation),
  );
  if (near.some(({ state }) => state !== 'absent')) return null;
  return near[0] ?? null;
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

export function attach(
  member: Member,
  source: Member,
  synchronous: boolean,
  background: boolean,
): Draft {
  return {
    name: background ? 'attach-replication' : nameFor('attach', member),
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
export function mend(members: readonly Member[], source: Member): Draft[] {
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
    drafts.push(overwriteApproval(diverged, names));
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

/** It has what the writer lacks, or lacks what it should have: nobody feeds it, or too late. */
export function isHurt(member: Member, writer: Member, { inSync }: DataTopology): boolean {
  if (member.state === 'diverged') return true;
  if (member.state !== 'standby') return false;
  if (member.region === writer.region && member.zone !== null) return !inSync.includes(member.id);
  return member.streams === false;
}

export function mendInPlace(input: FacetInput<Kind>, data: DataTopology): Draft[] {
  const { platform, situation } = input;
  const source = data.members.find((member) => member.id === data.writer);
  if (source === undefined) return [];
  const hurt = inZoneOrder(platform, data.members).filter(
    (member) =>
      member.id !== source.id && !isLost(member, situation) && isHurt(member, source, data),
  );
  return mend(hurt, source);
}

/** A person, always: no figure tells what a diverged copy is worth. */
export function overwriteApproval(members: readonly Member[], after: readonly string[]): Draft {
  return {
    name: 'approve',
    verb: 'approve',
    region: members[0]?.region ?? '',
    arguments: { why: 'overwrite', policy: 'ask', members: members.map((member) => member.id) },
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
