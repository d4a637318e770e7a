import type { ControlClient } from '../control/client.ts';
import type { DatabaseLayout, DatabaseMemberLayout, LabLayout } from '../layout.ts';
import { portFrom } from '../layout.ts';
import { type PostgresNode, replicationUser, slotName, type Upstream } from '../postgres/types.ts';
import type { ProcessIdentity } from '../processes/identity.ts';
import type { ClusterRecord, DatabaseRecord } from '../witness/record.ts';
import type { ClusterView } from './cluster-view.ts';
import type { VoterClient } from './lease.ts';

/** What a database member of this zone is given: who it is, and whom it can ask. */
export interface MemberContext {
  readonly layout: LabLayout;
  readonly database: DatabaseLayout;
  readonly member: DatabaseMemberLayout;
  readonly node: PostgresNode;
  readonly stateFile: string;
  readonly salvageFolder: string;
  readonly replicationPassword: string;
  readonly applicationPassword: string;
  readonly controlToken: string;
  readonly view: ClusterView;
  readonly witness: ControlClient;
  readonly voters: readonly VoterClient[];
  /** Another zone's agent, through the link when it is in another region. */
  readonly agent: (zone: string) => ControlClient;
  readonly now: () => number;
  /** Records what the member starts, from its first moment on: whoever ends the zone finds it. */
  readonly onProcess: (program: MemberProgram, identity: ProcessIdentity | null) => void;
}

/** What a member starts: its server, what makes its cluster, the server on what is salvaged. */
export type MemberProgram = 'postgres' | 'initdb' | 'salvage';

export function memberLayout(context: MemberContext, id: string): DatabaseMemberLayout {
  const found = context.database.members.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${context.database.component} has no member ${id}`);
  return found;
}

export function databaseRecordOf(context: MemberContext, record: ClusterRecord): DatabaseRecord {
  const found = record.databases[context.database.component];
  if (found === undefined) throw new Error(`no record of ${context.database.component}`);
  return found;
}

/** How this member reaches the one that it follows: at home directly, else through the link. */
export function upstreamOf(context: MemberContext, writerId: string): Upstream {
  const writer = memberLayout(context, writerId);
  return {
    host: '127.0.0.1',
    port: portFrom(context.layout, context.member.region, writer.region, writer.postgresPort),
    user: replicationUser,
    password: context.replicationPassword,
    slot: slotName(context.member.id),
    applicationName: context.member.id,
  };
}

/** The writer keeps the log for a follower from the moment that its slot exists. */
export async function ensureSlot(context: MemberContext, writerId: string): Promise<void> {
  const writer = memberLayout(context, writerId);
  const answer = await context
    .agent(writer.zone)
    .call(
      'POST',
      `/database/${context.database.component}/slot`,
      { slot: slotName(context.member.id) },
      2_000,
    );
  if (answer.kind !== 'answered') throw new Error(`${writerId} made no slot: ${answer.why}`);
}
