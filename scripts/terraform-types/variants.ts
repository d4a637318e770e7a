/**
 * What no example has: of each kind one component that stands already, found by its id and by its
 * tags, what costs so much that no example takes it, and a platform that keeps backups alone. Built
 * by the command, as a user would.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder, type Written } from './read-hcl.ts';

const root = join(import.meta.dirname, '../..');
const examples = join(root, 'examples');
const outrigger = join(root, 'apps/cli/bin/outrigger.mjs');

interface Component {
  readonly kind: string;
}

interface Platform {
  readonly strategy: string;
  readonly objectives: object;
  readonly regions: { readonly [name: string]: unknown };
  readonly components: { readonly [name: string]: Component };
}

interface Variant {
  readonly title: string;
  readonly platform: Platform;
}

/** Every block of every variant; `home` is a folder to build into. */
export async function readVariants(home: string): Promise<readonly Written[]> {
  const found: Written[] = [];
  for (const { title, platform } of await variants()) {
    const folder = build(platform, home, title);
    found.push(...(await readFolder(join(folder, 'terraform'), title)));
  }
  return found;
}

async function platformOf(example: string): Promise<Platform> {
  const { default: platform } = await import(join(examples, example, 'platform.ts'));
  return platform;
}

/** A component that stands already in the tests, with an id as its kind takes it. */
interface Standing {
  readonly example: string;
  readonly component: string;
  /** Of each region in the platform's order, or one for all. */
  readonly id: string | readonly string[];
}

async function variants(): Promise<readonly Variant[]> {
  const { rows } = await import(join(examples, 'testing/existing.ts'));
  const byKind = new Map<string, Standing>(Object.entries(rows));
  const all: Variant[] = [];
  for (const [kind, { example, component, id }] of byKind) {
    const platform = await platformOf(example);
    const regions = Object.keys(platform.regions);
    const ids =
      typeof id === 'string' ? id : Object.fromEntries(regions.map((name, at) => [name, id[at]]));
    const standing = (existing: object) => withFields(platform, component, { existing });
    all.push({ title: `${kind} by id`, platform: standing({ id: ids }) });
    all.push({ title: `${kind} by tags`, platform: standing({ tags: { Name: component } }) });
  }
  const wall = byKind.get('firewall');
  if (wall === undefined) throw new Error('no firewall stands already in the tests');
  const platform = await platformOf(wall.example);
  const shielded = withFields(platform, wall.component, { shield: 'advanced' });
  all.push({ title: 'firewall with Shield Advanced', platform: shielded });
  all.push({ title: 'backups alone', platform: backedUp(await platformOf('eks-failover')) });
  return all;
}

function withFields(platform: Platform, component: string, fields: object): Platform {
  const changed = { ...platform.components[component], ...fields } as Component;
  return { ...platform, components: { ...platform.components, [component]: changed } };
}

/** Where no region follows, AWS makes the passwords. */
function backedUp(platform: Platform): Platform {
  const components = Object.entries(platform.components).map(([name, { kind, ...fields }]) => [
    name,
    { ...fields, kind, replicaIn: undefined },
  ]);
  return {
    ...platform,
    strategy: 'backup-restore',
    objectives: {
      'zone-loss': { rpo: '0s', rto: '10m' },
      'region-loss': { rpo: '24h', rto: '24h' },
    },
    components: Object.fromEntries(components),
  };
}

/** The folder of what was built. */
function build(platform: Platform, home: string, title: string): string {
  const name = title.replaceAll(/\W+/g, '-');
  const file = join(home, `${name}.json`);
  writeFileSync(file, JSON.stringify(platform));
  const out = join(home, name);
  const ran = spawnSync(process.execPath, [outrigger, 'build', file, '--out', out], {
    encoding: 'utf8',
  });
  if (ran.status === 0) return out;
  throw new Error(`${title}: outrigger build ended with ${ran.status}: ${ran.stderr}`);
}
