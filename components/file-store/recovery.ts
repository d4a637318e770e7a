import {
  type Contribution,
  type ControlPlane,
  type DataTopology,
  type Draft,
  type FacetInput,
  gibOf,
  isHurt,
  isLost,
  lossApproval,
  type Member,
  type Move,
  overwriteApproval,
  type RecoveryFacet,
  rebuild,
  sizeNotes,
  transfer,
} from '@outrigger/recovery';

/**
 * Files are copied one way, later. A failover detaches the copy, which makes it writable; the way
 * home keeps what only the old side has, copies back, and hands over while writes are held.
 */
export const recovery: RecoveryFacet<'file-store'> = {
  hasWriter: true,
  steps: (input): Contribution => {
    const { situation, component, data } = input;
    const move = situation.moves[component.name];
    if (data === null) return { drafts: [] };
    // A zone's loss leaves it alone: it spans the zones of its region.
    if (move === undefined || move.writer?.id === move.target.id) {
      return { drafts: situation.intent === 'failback' ? mendInPlace(input, data) : [] };
    }
    if (situation.planned) return { drafts: planned(input, data, move) };
    if (move.target.state === 'absent') {
      return { drafts: restored(input, move), notes: sizeNotes(component) };
    }
    return { drafts: unplanned(input, move) };
  },
};

/**
 * A handover starts only when the copy is at most this far behind, in ms: a condition of the plan,
 * which is the same in every world, and no world's duration. So it stands here, and not among
 * timings. EFS's guide: most changes are replicated within a minute.
 */
const lagMsMax = 60_000;

function efs(region: string): ControlPlane {
  return { service: 'elasticfilesystem', region };
}

function unplanned({ situation }: FacetInput<'file-store'>, move: Move): Draft[] {
  const { target } = move;
  const approval = move.lossless ? [] : [lossApproval(situation.objective, target)];
  return [
    ...approval,
    {
      name: 'detach-replication',
      verb: 'detach-replication',
      region: target.region,
      arguments: { member: target.id, fromMember: move.writer?.id ?? null },
      // One way: once detached it can't follow again without a copy, so the fence comes first.
      needs: ['approved', 'fenced'],
      provides: ['writable', 'verified'],
      check: [{ fact: 'writable', is: 'equal', value: true }],
      retry: { attemptsMax: 5, backoff: 'short' },
      // Called in the region that takes over, for its own configuration only: the other is gone.
      controlPlanes: [efs(target.region)],
      mayLoseData: !move.lossless,
      doneWhen: 'replica writable',
    },
  ];
}

/** From its newest backup: a file system is built at once, and filled once that is approved. */
function restored({ component, situation }: FacetInput<'file-store'>, move: Move): Draft[] {
  const { target } = move;
  const gib = gibOf(component);
  return [
    lossApproval(situation.objective, target),
    rebuild(situation, [efs(target.region)], 'Terraform has built an empty file system'),
    {
      name: 'restore',
      verb: 'restore',
      region: target.region,
      arguments: { member: target.id, fromMember: move.writer?.id ?? null, gib },
      after: ['rebuild'],
      needs: ['approved', 'fenced'],
      provides: ['writable', 'verified'],
      check: [{ fact: 'writable', is: 'equal', value: true }],
      retry: { attemptsMax: 5, backoff: 'long' },
      controlPlanes: [{ service: 'backup', region: target.region }],
      mayLoseData: true,
      doneWhen: `all ${gib} GiB of the newest backup are there`,
    },
  ];
}

function planned(input: FacetInput<'file-store'>, data: DataTopology, move: Move): Draft[] {
  const { situation } = input;
  const { writer, target } = move;
  if (writer === null) return [];
  const drafts: Draft[] = [];
  const overwrite = target.state === 'diverged';
  if (overwrite) {
    if (!target.salvaged) drafts.push(salvage(target, writer));
    const after = drafts.map((draft) => draft.name);
    drafts.push(overwriteApproval([target], after));
  }
  if (target.state !== 'standby') drafts.push(reverse(target, writer, overwrite));
  drafts.push({
    name: 'verify-standby',
    verb: 'verify',
    region: target.region,
    arguments: { member: target.id, source: writer.id, lagMsMax },
    after: drafts.map((draft) => draft.name),
    provides: ['prepared'],
    check: [
      { fact: 'streaming', is: 'equal', value: true },
      { fact: 'lagMs', is: 'at-most', value: lagMsMax },
    ],
    retry: { attemptsMax: 5, backoff: 'long' },
    doneWhen: 'at most a minute behind',
  });
  drafts.push(transfer(move, writer, [efs(writer.region), efs(target.region)]));
  const others = data.members.filter(
    (member) =>
      member.id !== target.id && member.state !== 'diverged' && !isLost(member, situation),
  );
  for (const member of others) drafts.push(copyBack(member, target, others.length > 1));
  return drafts;
}

/** Copies that have what the source lacks, or get nothing any more: kept, then copied to again. */
function mendInPlace({ situation }: FacetInput<'file-store'>, data: DataTopology): Draft[] {
  const source = data.members.find((member) => member.id === data.writer);
  if (source === undefined) return [];
  const hurt = data.members.filter(
    (member) =>
      member.id !== source.id && !isLost(member, situation) && isHurt(member, source, data),
  );
  const diverged = hurt.filter((member) => member.state === 'diverged');
  const salvages = diverged
    .filter((member) => !member.salvaged)
    .map((member) => ({ ...salvage(member, source), name: `salvage-${member.region}` }));
  const approvals =
    diverged.length === 0
      ? []
      : [
          overwriteApproval(
            diverged,
            salvages.map(({ name }) => name),
          ),
        ];
  const copies = hurt.map((member) => ({
    ...reverse(member, source, member.state === 'diverged'),
    name: `attach-replication-${member.region}`,
  }));
  return [...salvages, ...approvals, ...copies];
}

function salvage(member: Member, winner: Member): Draft {
  return {
    name: 'salvage',
    verb: 'salvage',
    region: member.region,
    arguments: { member: member.id, winner: winner.id },
    check: [{ fact: 'salvaged', is: 'equal', value: true }],
    retry: { attemptsMax: 5, backoff: 'long' },
    controlPlanes: [efs(member.region)],
    doneWhen: 'files kept, what the writer lacks is listed',
  };
}

/** The replication of before the failure, turned round: what was the source is now the copy. */
function reverse(member: Member, source: Member, overwrite: boolean): Draft {
  return {
    name: 'attach-replication',
    verb: 'attach-replication',
    region: member.region,
    arguments: { member: member.id, source: source.id, overwrite, synchronous: false },
    after: overwrite ? ['approve'] : [],
    needs: overwrite ? ['approved'] : [],
    provides: ['prepared'],
    check: following,
    retry: { attemptsMax: 5, backoff: 'long' },
    controlPlanes: [efs(member.region), efs(source.region)],
    mayLoseData: overwrite,
    doneWhen: 'has what came after it',
  };
}

function copyBack(member: Member, source: Member, several: boolean): Draft {
  return {
    ...reverse(member, source, false),
    name: several ? `reverse-replication-${member.region}` : 'reverse-replication',
    needs: ['served'],
    provides: [],
    background: true,
  };
}

const following = [
  { fact: 'streaming', is: 'equal', value: true },
  { fact: 'replayedPast', is: 'equal', value: true },
] as const;
