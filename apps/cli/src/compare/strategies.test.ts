import { componentsOf, type Platform, resolve, type Strategy } from '@outrigger/model';
import { expect, test } from 'vitest';
import eksFailover from '../../../../examples/eks-failover/platform.ts';
import peccy from '../../../../examples/peccy/platform.ts';
import { movedTo, variantsOf } from './strategies.ts';

function resolved(written: unknown): Platform {
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

function variant(written: unknown, strategy: Strategy): Platform {
  const found = variantsOf(written, resolved(written)).find((each) => each.strategy === strategy);
  if (found?.platform == null) throw new Error(JSON.stringify(found));
  return found.platform;
}

/** Nodes of each group in a standby region. */
function waiting(platform: Platform) {
  const groups = componentsOf(platform, 'kubernetes-cluster')[0]?.nodeGroups ?? {};
  return Object.fromEntries(
    Object.values(groups).map(({ name, standby }) => [name, standby.desired]),
  );
}

test('a platform’s own strategy is as it was written', () => {
  expect(variant(eksFailover, 'warm-standby')).toEqual(resolved(eksFailover));
});

test('a colder strategy lets go of what was written for a warmer one', () => {
  expect(waiting(variant(eksFailover, 'pilot-light'))).toEqual({ apps: 0, monitoring: 0 });
  const restored = variant(eksFailover, 'backup-restore');
  expect(componentsOf(restored, 'kubernetes-cluster')[0]?.regions).toEqual(['us-east-1']);
  expect(componentsOf(restored, 'postgres')[0]?.replicaIn).toEqual([]);
});

test('a warmer one keeps what waits anyway', () => {
  expect(waiting(variant(peccy, 'warm-standby'))).toEqual({ manage: 2, web: 1, app: 1 });
});

test('active-active serves from both, and all of it is there', () => {
  const both = variant(eksFailover, 'active-active');
  expect(Object.values(both.regions).map(({ role }) => role)).toEqual(['primary', 'peer']);
  expect(componentsOf(both, 'global-accelerator')[0]?.dial).toEqual({
    'us-east-1': 100,
    'us-west-2': 100,
  });
});

test('each is judged against the platform’s own objectives', () => {
  for (const { platform } of variantsOf(eksFailover, resolved(eksFailover))) {
    expect(platform?.objectives).toEqual(resolved(eksFailover).objectives);
  }
});

test('after a move the other region writes', () => {
  const [database] = componentsOf(movedTo(resolved(eksFailover), 'us-west-2'), 'postgres');
  expect(database).toMatchObject({ writerIn: 'us-west-2', replicaIn: [] });
});
