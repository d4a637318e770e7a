/** How many machines a group has: nodes of a cluster, or virtual machines. */
import { z } from 'zod';
import { integer } from './fields.ts';
import type { Fill, Surroundings, Tell } from './kind.ts';

export interface GroupSize {
  readonly min: number;
  readonly max: number;
  readonly desired: number;
}

/** EKS: nodes of one managed node group, before a quota is raised. */
const machinesMax = 450;

export interface WrittenSize {
  readonly min: number;
  readonly max: number;
  readonly desired?: number | undefined;
}

export interface WrittenGroup extends WrittenSize {
  readonly standby?: WrittenSize | undefined;
}

/** `noun` is what there are so many of: `nodes`. */
export function groupSize(noun: string) {
  const size = {
    min: integer(0, machinesMax, noun).describe(`Never fewer ${noun}.`),
    max: integer(0, machinesMax, noun).describe(`Never more ${noun}.`),
    desired: integer(0, machinesMax, noun).optional().describe('At the start. Default: min.'),
  };
  return {
    ...size,
    standby: z
      .strictObject(size)
      .optional()
      .describe('Size in a standby region. Default: what the strategy needs.'),
  };
}

/** The size that a group has in a standby region before it is needed. */
export function standbySize(group: WrittenGroup, around: Surroundings): WrittenSize {
  if (group.standby !== undefined) return group.standby;
  if (around.strategy === 'warm-standby') {
    return { min: Math.min(1, group.desired ?? group.min), max: group.max };
  }
  if (around.strategy === 'active-active') return group;
  return { min: 0, max: group.max };
}

const standbyReasons = {
  'backup-restore': 'backup-restore runs nothing before it is restored',
  'pilot-light': 'pilot-light keeps compute at zero until it is needed',
  'warm-standby': 'warm-standby keeps a small working copy',
  'active-active': 'active-active runs the same in every region',
} as const;

export function checkGroup(
  group: WrittenGroup,
  around: Surroundings,
  tell: Tell,
  noun: string,
): void {
  checkSize(group, [], tell);
  if (group.max === 0) tell(['max'], `allows no ${noun} at all`, 'write 1 or more');
  if (group.standby === undefined) return;
  checkSize(group.standby, ['standby'], tell);
  if (group.standby.max < group.min && group.standby.min <= group.standby.max) {
    tell(
      ['standby', 'max'],
      `is below the ${group.min} ${noun}s that a region needs to serve: it could not scale up`,
      `write ${group.min} or more`,
    );
  }
  if (around.strategy === 'warm-standby' && group.standby.min === 0 && group.min > 0) {
    tell(
      ['standby', 'min'],
      'is zero, but warm-standby keeps a working copy',
      "write 1 or more, or use strategy: 'pilot-light'",
    );
  }
}

function checkSize(written: WrittenSize, field: readonly string[], tell: Tell): void {
  const { min, max, desired } = written;
  if (min > max) {
    tell(
      [...field, 'min'],
      `is more than the max of ${max}`,
      `write min: ${max} or less, or max: ${min} or more`,
    );
  } else if (desired !== undefined && (desired < min || desired > max)) {
    tell(
      [...field, 'desired'],
      `is not between min and max`,
      `write ${min} to ${max}, or leave it out`,
    );
  }
}

/** `at` is where the group is written in its component. */
export function fillGroup(
  group: WrittenGroup,
  around: Surroundings,
  fill: Fill,
  at: readonly string[],
): { readonly active: GroupSize; readonly standby: GroupSize } {
  const standby = standbySize(group, around);
  const filled = fill(
    [...at, 'standby'],
    group.standby === undefined ? undefined : standby,
    { min: standby.min, max: standby.max },
    standbyReasons[around.strategy],
  );
  const desired = fill([...at, 'desired'], group.desired, group.min, 'starts at min');
  return {
    active: { min: group.min, max: group.max, desired },
    standby: { min: filled.min, max: filled.max, desired: standby.desired ?? filled.min },
  };
}
