import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { readJson, writeJsonAtomically } from '../processes/state-folder.ts';

/**
 * What a member is. `diverged`: it may hold acked writes that the winner lacks, so it is not
 * started and not overwritten before its salvage. `stopped`: ended cleanly in a handover, it can
 * follow the new writer as it is.
 */
export const memberRoles = [
  'absent',
  'standby',
  'promoting',
  'writer',
  'stopped',
  'diverged',
] as const;

const memberState = z.object({
  role: z.enum(memberRoles),
  /** The epoch whose timeline its data is on. */
  epoch: z.number().int().nonnegative(),
  /** Id of the member that it follows. */
  upstream: z.string().nullable(),
  /** A salvage kept what it held, so it may be overwritten. */
  salvaged: z.boolean(),
});
export type MemberState = z.output<typeof memberState>;

export const absentMember: MemberState = {
  role: 'absent',
  epoch: 0,
  upstream: null,
  salvaged: false,
};

export function loadMemberState(file: string): MemberState {
  const stored = readJson(file);
  return stored === null ? absentMember : memberState.parse(stored);
}

/**
 * On disk before what it announces is done: a restarted agent never takes an old role for its own.
 */
export function saveMemberState(file: string, state: MemberState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeJsonAtomically(file, state, 0o600);
}
