/** A platform before a failover, after it, and after the way home. */
import { dataComponents, isWrittenEverywhere, type Platform } from '@outrigger/model';
import { type CopyState, type RecoveryState, startState } from '@outrigger/recovery';
import { applied, type Cloud, changed, nothing } from './cloud.ts';
import { changesIn, type Move, type Phase, phases } from './failover-table.ts';
import { build, type ParsedModule, parseBuild } from './hcl.ts';

/** Where the data is after each phase; an instance of RDS can't be demoted, so it is made anew. */
export function stateAfter(platform: Platform, { from, to }: Move, phase: Phase): RecoveryState {
  const isHome = phase === 'failed back';
  const moving = dataComponents(platform).filter(({ kind }) => !isWrittenEverywhere(kind));
  const data = moving.map((component) => {
    const source = (region: string, generation: number) => ({ region, generation });
    const first: CopyState = { generation: 1, madeFrom: null };
    const second: CopyState = { generation: 1, madeFrom: source(from, 1) };
    const isNew = component.kind === 'postgres' && phase !== 'failed over';
    const copies = {
      [from]: isNew ? { generation: 2, madeFrom: source(to, 1) } : first,
      [to]: isNew && isHome ? { generation: 2, madeFrom: source(from, 2) } : second,
    };
    const followers = { 'failed over': [], 'follows again': [from], 'failed back': [to] }[phase];
    const writerIn = isHome ? from : to;
    return [component.name, { writerIn, moves: isHome ? 2 : 1, followers, copies }] as const;
  });
  const start = startState(platform);
  return { ...start, data: { ...start.data, ...Object.fromEntries(data) } };
}

/** A time in the life of a platform: its text, and the cloud before that is applied and after. */
export interface Time {
  readonly state: RecoveryState;
  readonly modules: ReadonlyMap<string, ParsedModule>;
  readonly left: Cloud;
  readonly cloud: Cloud;
}

/** From its first region to its second and back, each text applied when AWS has done its part. */
export async function lived(platform: Platform): Promise<ReadonlyMap<'normal' | Phase, Time>> {
  const [from = '', to = ''] = Object.keys(platform.regions);
  const move = { from, to };
  const told = new Map<'normal' | Phase, Time>();
  let before = nothing;
  for (const phase of ['normal', ...phases] as const) {
    const isNormal = phase === 'normal';
    const state = isNormal ? startState(platform) : stateAfter(platform, move, phase);
    const modules = await parseBuild(build(platform, state));
    const left = isNormal ? before : changed(before, changesIn(platform, move, phase));
    const cloud = applied(left, modules);
    told.set(phase, { state, modules, left, cloud });
    before = cloud;
  }
  return told;
}
