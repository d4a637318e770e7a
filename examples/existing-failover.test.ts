/** A store that stands already, after a failover: nobody is sent to what was left behind. */
import { type Platform, resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { applied, changed, nothing, planned } from './testing/cloud.ts';
import { stateAfter } from './testing/failover-state.ts';
import { changesIn, type Move, phases } from './testing/failover-table.ts';
import { build, type ParsedModule, parseBuild, writtenExample } from './testing/hcl.ts';

const [from, to] = ['us-east-1', 'eu-west-1'];

async function standing(example: string, name: string, existing: object): Promise<Platform> {
  const written = structuredClone(await writtenExample(example));
  Object.assign(written.components?.[name] ?? {}, { existing });
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

async function readAfter(existing: object) {
  const platform = await standing('net-diagram', 'orders-db', existing);
  const read = phases.map(async (phase) => {
    const modules = await parseBuild(build(platform, stateAfter(platform, { from, to }, phase)));
    const standing = modules.get(`${from}/data`)?.blocks.get('data.aws_db_instance.orders_db');
    const follower = modules.get(`${to}/data`)?.blocks;
    const source =
      follower?.get('aws_db_instance.orders_db_2') ?? follower?.get('aws_db_instance.orders_db');
    return [
      standing?.db_instance_identifier ?? standing?.tags,
      String(source?.replicate_source_db).replace(/^.*:db:/, ''),
    ];
  });
  return Promise.all(read);
}

const made = 'net-diagram-orders-db-us-east-1-2';

test('what a recovery has made is read in place of the instance with the id', async () => {
  expect(await readAfter({ id: { [from]: 'orders-prod' } })).toEqual([
    ['orders-prod', 'orders-prod'],
    [made, 'orders-prod'],
    [made, made],
  ]);
});

test('and in place of the one with the tags, which both may have', async () => {
  const tags = { Name: 'orders' };
  const read = (await readAfter({ tags })).map(([standing]) => standing);
  expect(read).toEqual([tags, made, made]);
});

interface Life {
  readonly modules: ReadonlyMap<string, ParsedModule>;
  /** What an apply would do in this phase, of all whose address names the store. */
  readonly plan: readonly string[];
}

/** From the first apply on; what stands already is no resource, and AWS changes it unseen. */
async function lives(platform: Platform, label: string, { from, to }: Move): Promise<Life[]> {
  const first = await parseBuild(build(platform));
  const lived: Life[] = [{ modules: first, plan: [] }];
  let cloud = applied(nothing, first);
  for (const phase of phases) {
    const modules = await parseBuild(build(platform, stateAfter(platform, { from, to }, phase)));
    const changes = changesIn(platform, { from, to }, phase).filter(
      ({ change, key }) => change === 'made' || cloud.managed.has(key),
    );
    const left = changed(cloud, changes);
    const plan = planned(left, modules).filter((line) => line.includes(label));
    lived.push({ modules, plan });
    cloud = applied(left, modules);
  }
  return lived;
}

/** What is read of a store and what of it is ours: by region and address, with all that it says. */
function partsOf({ modules }: Life, label: string): readonly string[] {
  return [...modules.values()].flatMap(({ folder, blocks }) =>
    [...blocks].flatMap(([address, body]) =>
      address.includes(label) ? [`${folder} ${address} ${JSON.stringify(body)}`] : [],
    ),
  );
}

const stores = [
  ['ec2-monitored', 'records', 'us-east-2', 'us-west-1', 'shop'],
  ['net-diagram', 'documents', 'us-east-1', 'eu-west-1', 'shop'],
  ['eks-failover', 'pictures-store', 'us-east-1', 'us-west-2', 'fs-0a1'],
] as const;

test.each(stores)(
  '%s: %s stands in both regions, and no move changes a byte of it',
  async (example, name, home, away, id) => {
    const label = name.replaceAll('-', '_');
    const ways = [{ id: { [home]: id, [away]: id } }, { tags: { Name: name } }];
    for (const existing of ways) {
      const platform = await standing(example, name, existing);
      const lived = await lives(platform, label, { from: home, to: away });
      const [normal, ...moved] = lived.map((life) => partsOf(life, label));
      expect(normal?.length).toBeGreaterThan(0);
      for (const parts of moved) expect(parts).toEqual(normal);
      for (const { plan } of lived) expect(plan).toEqual([]);
    }
  },
);

test.each(stores)(
  '%s: %s stands where it is written alone: a move makes and ends nothing',
  async (example, name, home, away, id) => {
    const label = name.replaceAll('-', '_');
    const platform = await standing(example, name, { id: { [home]: id } });
    const lived = await lives(platform, label, { from: home, to: away });
    // All that refers to it where it stands, by the same name as ever.
    const homeOf = (life: Life) =>
      partsOf(life, label).filter((part) => part.startsWith(`${home}/`));
    const [normal, ...moved] = lived;
    if (normal === undefined) throw new Error('no life');
    expect(homeOf(normal).some((part) => part.includes(`"${id}"`))).toBe(true);
    for (const life of moved) {
      expect(homeOf(life)).toEqual(homeOf(normal));
      expect(life.plan.filter((line) => !/ password_wo_version$/.test(line))).toEqual([]);
    }
  },
);
