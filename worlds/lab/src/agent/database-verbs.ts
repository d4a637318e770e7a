import type { Action, Verb } from '@outrigger/recovery';
import pg from 'pg';
import { portFrom } from '../layout.ts';
import type { Query } from '../postgres/client.ts';
import { checkpoint } from '../postgres/replication.ts';
import { salvage } from '../postgres/salvage.ts';
import { applicationDatabase, superuser } from '../postgres/types.ts';
import type { Member } from './member.ts';
import { databaseRecordOf, type MemberContext, memberLayout } from './member-context.ts';
import { memberFacts, writeCanary } from './member-facts.ts';
import { fenceMember, handOver, promoteMember } from './member-promote.ts';
import { noticeDivergence, rejoinMember } from './member-rejoin.ts';
import type { VerbHandler, VerbResult } from './verb-table.ts';

/** What a database's agent does for each verb; the others mean nothing for a database here. */
export function databaseVerb(member: Member, verb: Verb): VerbHandler | null {
  switch (verb) {
    case 'fence':
      return async (action) => {
        const { role } = member.state();
        // It may have acked what nobody else has: that is for a handover to bring over.
        if (action.arguments.unlessWriter === true && role === 'writer') return 'it is the writer';
        await fenceMember(member);
        return { facts: { fenced: 'killed', heldEpoch: member.state().epoch } };
      };
    case 'promote':
      return (action, epoch) => promoteVerb(member, action, epoch);
    case 'transfer':
      return async (action) => {
        const handed = await handOver(member, String(action.arguments.member));
        return typeof handed === 'string' ? handed : { facts: handed };
      };
    case 'rejoin':
    case 'attach-replication':
      return (action) =>
        rejoinMember(member, {
          synchronous: action.arguments.synchronous === true,
          asItIs: action.arguments.asItIs === true,
        });
    case 'salvage':
      return () => salvageVerb(member);
    case 'verify':
      return (action) => verifyVerb(member, action);
    case 'approve':
      return async () => ({ facts: { ...(await memberFacts(member)) } });
    default:
      return null;
  }
}

async function promoteVerb(member: Member, action: Action, epoch: number): Promise<VerbResult> {
  const target = action.arguments.replayTarget;
  const why = await promoteMember(member, {
    epoch,
    replayTarget: typeof target === 'string' ? target : null,
  });
  if (why !== null) return why;
  return { facts: { writable: true, epoch, member: member.context.member.id } };
}

/**
 * Of a standby before a move: how far behind it is. Of a writer: a canary through its proxy; before
 * it hands over, also that what it has changed is on disk.
 */
async function verifyVerb(member: Member, action: Action): Promise<VerbResult> {
  if (typeof action.arguments.source === 'string') {
    return { facts: { ...(await memberFacts(member)) } };
  }
  if (action.arguments.before === 'transfer') await checkpoint(member.context.node);
  const epoch = await writeCanary(member);
  return { facts: { canaryRead: true, epoch } };
}

/**
 * Keeps what a diverged member holds and lists what the winner lacks. One that has not diverged
 * has nothing that the winner lacks.
 */
async function salvageVerb(member: Member): Promise<VerbResult> {
  const { context } = member;
  const record = await context.view.refresh();
  if (record === null) return 'the witness can not be reached';
  const recorded = databaseRecordOf(context, record);
  await noticeDivergence(member, recorded);
  const { role, salvaged } = member.state();
  // It was thawed or healed just now, and hears of its successor in a moment.
  if (role === 'writer' || role === 'promoting') return `${role} still, by its own word`;
  if (role !== 'diverged') return { facts: { salvaged: true, lostWrites: 0 } };
  if (salvaged) return { facts: { salvaged: true } };
  if (recorded.writer === null) return 'nobody writes: there is no winner to compare with';
  await member.kill();
  const winner = await connectTo(context, recorded.writer);
  try {
    const fork = recorded.forks.find((each) => each.epoch > member.state().epoch);
    const kept = await salvage({
      installation: context.node.installation,
      superuserPassword: context.node.superuserPassword,
      // By what it holds, not by who asks: a later run goes on with what an earlier one began.
      name: `${context.member.id}-epoch-${member.state().epoch}`,
      dataFolder: context.node.dataFolder,
      salvageFolder: context.salvageFolder,
      oldestActiveTransactionId: fork?.oldestXid ?? null,
      winner: winner.query,
      onProgram: (identity) => context.onProcess('salvage', identity),
    });
    member.become({ salvaged: true });
    return { facts: { salvaged: true, lostWrites: kept.lost, folder: kept.folder } };
  } finally {
    await winner.close();
  }
}

const queryTimeoutMs = 30_000;

/** The winner through its own proxy and the link, as any client comes. */
async function connectTo(
  context: MemberContext,
  id: string,
): Promise<{ readonly query: Query; readonly close: () => Promise<void> }> {
  const other = memberLayout(context, id);
  const client = new pg.Client({
    host: '127.0.0.1',
    port: portFrom(context.layout, context.member.region, other.region, other.proxyPort),
    user: superuser,
    password: context.node.superuserPassword,
    database: applicationDatabase,
    // Else unqualified names would be looked for in the schema of the superuser's name: outrigger.
    options: '-c search_path=public',
    connectionTimeoutMillis: 5_000,
    query_timeout: queryTimeoutMs,
  });
  client.on('error', () => {});
  await client.connect();
  return {
    query: async <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => {
      const result = await client.query<Row>(text, values === undefined ? [] : [...values]);
      return result.rows;
    },
    close: () => client.end(),
  };
}
