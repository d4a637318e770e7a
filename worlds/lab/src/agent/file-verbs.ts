import type { Action, Json, Verb } from '@outrigger/recovery';
import type { ControlClient } from '../control/client.ts';
import type { ClusterRecord } from '../witness/record.ts';
import type { ClusterView } from './cluster-view.ts';
import type { FileStoreMember } from './file-store-role.ts';
import type { VerbHandler, VerbResult } from './verb-table.ts';

export interface FileVerbContext {
  readonly file: FileStoreMember;
  readonly region: string;
  readonly view: ClusterView;
  readonly witness: ControlClient;
  readonly agents: (region: string) => readonly ControlClient[];
}

/** Clients wait meanwhile: well below the 5 s after which the gateways hold no longer. */
const replicatedWaitMs = 1_500;
const attachedWaitMs = 60_000;

/** What an agent does for each verb on its region's copy of a file store. */
export function fileVerb(context: FileVerbContext, verb: Verb): VerbHandler | null {
  const { file } = context;
  switch (verb) {
    case 'approve':
    case 'verify':
      return async () => ({ facts: factsOf(file) });
    case 'detach-replication':
      return (_, epoch) => take(context, epoch);
    case 'transfer':
      return (action, epoch) => transferVerb(context, action, epoch);
    case 'salvage':
      return () => salvageVerb(context);
    case 'attach-replication':
      return (_, epoch) => attachVerb(context, epoch);
    default:
      return null;
  }
}

export function factsOf(file: FileStoreMember): Record<string, Json> {
  const { role, epoch, salvaged } = file.state();
  const { lagMs, files } = file.store.facts();
  const writable = role === 'source';
  return {
    role,
    epoch,
    salvaged,
    writable,
    lagMs: writable ? 0 : lagMs,
    files,
    streaming: lagMs !== null,
  };
}

/** Recorded before it is so: a region whose claim is refused goes on as a copy. */
async function take(context: FileVerbContext, epoch: number): Promise<VerbResult> {
  const { file, region, witness } = context;
  const answer = await witness.call(
    'POST',
    '/record/file-store',
    { component: file.store.component, epoch, region },
    2_000,
  );
  if (answer.kind !== 'answered') return `the witness did not record it: ${answer.why}`;
  file.detach(epoch);
  return { facts: { ...factsOf(file), member: `${file.store.component}@${region}`, epoch } };
}

/**
 * Both sides' part of a handover: the old one stops and says how much it has, the new one waits.
 */
async function transferVerb(
  context: FileVerbContext,
  action: Action,
  epoch: number,
): Promise<VerbResult> {
  const { file } = context;
  if (action.arguments.part === 'hand-over') {
    file.stop();
    const { instance, sequence } = file.store.position();
    return { facts: { instance, sequence } };
  }
  if (!isSource(file)) {
    const positions = action.arguments.positions as Readonly<Record<string, number>>;
    const isThere =
      file.state().role === 'stopped' ||
      (await file.store.awaitReplicated(positions, replicatedWaitMs));
    // The folder is the region's: another of its agents may have had all and told the witness,
    // whose record then made this one stop following before it had counted to the end.
    if (!isThere && !isSource(file)) return `the copy was not complete in ${replicatedWaitMs} ms`;
  }
  return take(context, epoch);
}

function isSource(file: FileStoreMember): boolean {
  return file.state().role === 'source';
}

async function salvageVerb(context: FileVerbContext): Promise<VerbResult> {
  const { file } = context;
  const { role, salvaged } = file.state();
  if (role !== 'diverged' || salvaged) return { facts: { salvaged: true } };
  const record = await context.view.refresh();
  if (record === null) return 'the witness can not be reached';
  const names = await winnerFiles(context, record);
  if (typeof names === 'string') return names;
  return { facts: { salvaged: true, lostFiles: await file.salvage(names) } };
}

async function winnerFiles(
  context: FileVerbContext,
  record: ClusterRecord,
): Promise<readonly string[] | string> {
  const { component } = context.file.store;
  const winner = record.fileStores[component]?.region;
  if (winner === undefined) return `the witness knows no store ${component}`;
  for (const agent of context.agents(winner)) {
    const answer = await agent.call<{ files: readonly string[] }>(
      'GET',
      `/files/${component}/names`,
      undefined,
      5_000,
    );
    if (answer.kind === 'answered') return answer.body.files;
  }
  return `no agent of ${winner} answers`;
}

async function attachVerb(context: FileVerbContext, epoch: number): Promise<VerbResult> {
  const { file } = context;
  const { role, salvaged } = file.state();
  if (role === 'diverged' && !salvaged)
    return 'it has diverged and was not salvaged: salvage first';
  const record = await context.view.refresh();
  if (record === null) return 'the witness can not be reached';
  const source = record.fileStores[file.store.component]?.region ?? context.region;
  if (source === context.region) return `${source} is where it is written: there is no source`;
  if (role !== 'replica') file.attach(epoch, record);
  const positions = await sourcePositions(context, source);
  if (await file.store.awaitReplicated(positions, attachedWaitMs)) {
    return { facts: { ...factsOf(file), streaming: true, replayedPast: true } };
  }
  return `it did not catch up with ${source}`;
}

async function sourcePositions(
  context: FileVerbContext,
  source: string,
): Promise<Readonly<Record<string, number>>> {
  const answers = await Promise.all(
    context
      .agents(source)
      .map((agent) =>
        agent.call<{ instance: string; sequence: number }>(
          'GET',
          `/files/${context.file.store.component}/position`,
          undefined,
          2_000,
        ),
      ),
  );
  return Object.fromEntries(
    answers.flatMap((answer) =>
      answer.kind === 'answered' ? [[answer.body.instance, answer.body.sequence] as const] : [],
    ),
  );
}
