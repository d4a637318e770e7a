import { type DataComponent, dataComponents, type Platform, type Problem } from '@outrigger/model';

/**
 * `recovery-state.json`: where the data is, by what recovery has journaled. It is committed beside
 * the platform, and an input of everything that is built: what a failover has moved is not moved
 * back by the next apply.
 */
export interface RecoveryState {
  readonly schemaVersion: 1;
  readonly data: { readonly [component: string]: DataState };
}

export interface DataState {
  readonly writerIn: string;
  /** How often another region has become the writer; after a failover and the way home, 2. */
  readonly moves: number;
  /** Regions whose copies follow the writer now; after a failover there may be none. */
  readonly followers: readonly string[];
  readonly copies: { readonly [region: string]: CopyState };
}

export interface CopyState {
  /** 1: as it was first built. What can't be demoted is made anew, under the next number. */
  readonly generation: number;
  /** The copy that it was made as a replica of; null: it was made as the source of others. */
  readonly madeFrom: { readonly region: string; readonly generation: number } | null;
}

/** Before anything has happened. */
export function startState(platform: Platform): RecoveryState {
  const data = dataComponents(platform).map((component) => [component.name, startOf(component)]);
  return { schemaVersion: 1, data: Object.fromEntries(data) };
}

function startOf({ writerIn, replicaIn }: DataComponent): DataState {
  const source = { region: writerIn, generation: 1 };
  const copies = [writerIn, ...replicaIn].map((region): [string, CopyState] => [
    region,
    { generation: 1, madeFrom: region === writerIn ? null : source },
  ]);
  return { writerIn, moves: 0, followers: replicaIn, copies: Object.fromEntries(copies) };
}

type Read =
  | { readonly ok: true; readonly state: RecoveryState }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What was written in the file; all that is wrong with it is told at once. */
export function readRecoveryState(written: unknown, platform: Platform): Read {
  const problems: Problem[] = [];
  const tell = (path: string, value: unknown, wrong: string, mend: string): void => {
    problems.push({
      path,
      value: value === undefined ? null : plain(value),
      wrong,
      mend,
      line: null,
    });
  };
  const top = recordOf(written);
  if (top?.schemaVersion !== 1) {
    const mend = 'write schemaVersion: 1, or use the release that wrote it';
    tell('schemaVersion', top?.schemaVersion, 'is no version that this release reads', mend);
    return { ok: false, problems };
  }
  const start = startState(platform);
  const found = recordOf(top.data) ?? {};
  const data: Record<string, DataState> = { ...start.data };
  for (const [name, value] of Object.entries(found)) {
    const known = start.data[name];
    if (known === undefined) {
      const mend = `write one of these: ${Object.keys(start.data).join(', ')}`;
      tell(`data.${name}`, value, 'is no component that holds data', mend);
      continue;
    }
    data[name] = readData(`data.${name}`, value, known, tell);
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, state: { schemaVersion: 1, data } };
}

type TellAt = (path: string, value: unknown, wrong: string, mend: string) => void;

function readData(path: string, value: unknown, start: DataState, tell: TellAt): DataState {
  const written = recordOf(value) ?? {};
  const regions = Object.keys(start.copies);
  const known = `write one of these: ${regions.join(', ')}`;
  const isRegion = (region: unknown): region is string =>
    typeof region === 'string' && regions.includes(region);
  const { writerIn, followers = [] } = written;
  const { moves = writerIn === start.writerIn ? 0 : 1 } = written;
  if (!isRegion(writerIn)) {
    tell(`${path}.writerIn`, writerIn, 'is no region that has a copy', known);
  }
  const isCount = typeof moves === 'number' && Number.isInteger(moves) && moves >= 0;
  if (!isCount) {
    tell(`${path}.moves`, moves, 'is no number of moves', 'write a whole number from 0');
  }
  const following = Array.isArray(followers) ? followers : [followers];
  following.forEach((region, index) => {
    if (isRegion(region) && region !== writerIn) return;
    const wrong = isRegion(region) ? 'is where the writer is' : 'is no region that has a copy';
    tell(`${path}.followers[${index}]`, region, wrong, known);
  });
  const copies: Record<string, CopyState> = { ...start.copies };
  for (const [region, copy] of Object.entries(recordOf(written.copies) ?? {})) {
    if (isRegion(region))
      copies[region] = readCopy(`${path}.copies.${region}`, copy, isRegion, tell);
    else tell(`${path}.copies.${region}`, copy, 'is no region that has a copy', known);
  }
  return {
    writerIn: String(writerIn),
    moves: isCount ? moves : 0,
    followers: following.filter(isRegion),
    copies,
  };
}

function readCopy(
  path: string,
  value: unknown,
  isRegion: (region: unknown) => boolean,
  tell: TellAt,
): CopyState {
  const written = recordOf(value) ?? {};
  const generation = readGeneration(`${path}.generation`, written.generation, tell);
  if (written.madeFrom === null || written.madeFrom === undefined) {
    return { generation, madeFrom: null };
  }
  const from = recordOf(written.madeFrom) ?? {};
  if (!isRegion(from.region)) {
    const mend = 'write the region of the copy that it was made from, or madeFrom: null';
    tell(`${path}.madeFrom.region`, from.region, 'is no region that has a copy', mend);
  }
  const at = `${path}.madeFrom.generation`;
  const of = readGeneration(at, from.generation, tell);
  return { generation, madeFrom: { region: String(from.region), generation: of } };
}

function readGeneration(path: string, value: unknown, tell: TellAt): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  tell(path, value, 'is no generation', 'write a whole number from 1');
  return 1;
}

function recordOf(value: unknown): { readonly [key: string]: unknown } | null {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? Object.fromEntries(Object.entries(value)) : null;
}

function plain(value: unknown): Problem['value'] {
  return JSON.parse(JSON.stringify(value));
}
