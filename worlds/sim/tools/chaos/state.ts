import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const file = (folder: string) => join(folder, 'campaign.json');

/** Null: there is nothing yet. */
export function readState(folder: string): CampaignState | null {
  const path = file(folder);
  if (!existsSync(path)) return null;
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StateProblem(`${path} is not JSON: ${why}\nmend: name another folder, or remove it`);
  }
  if (!isState(read)) {
    throw new StateProblem(`${path} is no campaign of this version\nmend: name another folder`);
  }
  return read;
}

/** Beside the old one, then in its place: whoever is stopped in between leaves the old one. */
export function writeState(folder: string, state: CampaignState): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file(folder)}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${file(folder)}.new`, file(folder));
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
