import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MutantHunt } from '../../src/chaos/page.ts';
import { nothingTold, type Told } from './workers.ts';

/** A campaign that is told in pieces, as it stands in its folder. */
export interface CampaignState {
  readonly version: 1;
  readonly seed: number;
  readonly told: Told;
  /** Who told how many of the stories: by the commit of the code that told them. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly commit: string;
  readonly stories: number;
  readonly wallMs: number;
}

/** What a folder can't be used for, and the mend. */
export class StateProblem extends Error {}

export function newState(seed: number): CampaignState {
  return { version: 1, seed, told: nothingTold(), pieces: [] };
}

const campaignFile = 'campaign.json';
const huntFile = 'mutants.json';

/** Null: there is nothing yet. */
export function readState(folder: string): CampaignState | null {
  return readJson(join(folder, campaignFile), isState, 'campaign');
}

export function writeState(folder: string, state: CampaignState): void {
  writeJson(folder, campaignFile, state);
}

/** Null: nobody has looked for mutants yet. */
export function readHunt(folder: string): MutantHunt | null {
  return readJson(join(folder, huntFile), isHunt, 'hunt for mutants');
}

export function writeHunt(folder: string, hunt: MutantHunt): void {
  writeJson(folder, huntFile, hunt);
}

function readJson<T>(path: string, is: (value: unknown) => value is T, what: string): T | null {
  if (!existsSync(path)) return null;
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StateProblem(`${path} is not JSON: ${why}\nmend: name another folder, or remove it`);
  }
  if (is(read)) return read;
  throw new StateProblem(`${path} is no ${what} of this version\nmend: name another folder`);
}

/** Beside the old one, then in its place: whoever is stopped in between leaves the old one. */
function writeJson(folder: string, name: string, value: CampaignState | MutantHunt): void {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

function isHunt(value: unknown): value is MutantHunt {
  if (typeof value !== 'object' || value === null || !('hunted' in value)) return false;
  return 'commit' in value && 'runs' in value && Array.isArray(value.hunted);
}

function isState(value: unknown): value is CampaignState {
  if (typeof value !== 'object' || value === null) return false;
  if (!('version' in value) || value.version !== 1) return false;
  if (!('seed' in value) || typeof value.seed !== 'number' || !('told' in value)) return false;
  const { told } = value;
  if (typeof told !== 'object' || told === null || !('tally' in told)) return false;
  return 'next' in told && typeof told.next === 'number' && 'pieces' in value;
}

/** With this piece told, by this code; a piece of the same code as the last goes on with that. */
export function withPiece(state: CampaignState, told: Told, piece: Piece): CampaignState {
  if (piece.stories === 0) return { ...state, told };
  const pieces = state.pieces.filter(({ commit }) => commit !== piece.commit);
  const same = state.pieces.find(({ commit }) => commit === piece.commit);
  const stories = piece.stories + (same?.stories ?? 0);
  const wallMs = piece.wallMs + (same?.wallMs ?? 0);
  return { ...state, told, pieces: [...pieces, { commit: piece.commit, stories, wallMs }] };
}

/** The commit that is told; `+` when files were changed since. Without Git: not known. */
export function commitNow(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no');
    return `${git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : '+'}`;
  } catch {
    return 'not known';
  }
}
