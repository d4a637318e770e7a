/**
 * What no example has: of each kind one component that stands already, found by its id and by its
 * tags, and what costs so much that no example takes it. Built by the command, as a user would.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder, type Written } from './read-hcl.ts';

const root = join(import.meta.dirname, '../..');
const examples = join(root, 'examples');
const outrigger = join(root, 'apps/cli/bin/outrigger.mjs');

interface Component {
  readonly kind: string;
}

interface Platform {
  readonly regions: { readonly [name: string]: unknown };
  readonly components: { readonly [name: string]: Component };
}

interface Variant {
  readonly title: string;
  /** The first of them that `outrigger build` takes is judged: not every kind takes each. */
  readonly platforms: readonly Platform[];
}

/** Every block of every variant; `home` is a folder to build into. */
export async function readVariants(home: string): Promise<readonly Written[]> {
  const found: Written[] = [];
  for (const { title, platforms } of await variants()) {
    const folder = platforms.map((platform) => build(platform, home, title)).find(Boolean);
    if (folder === undefined || folder === null) throw new Error(`${title} cannot be built`);
    found.push(...(await readFolder(join(folder, 'terraform'), title)));
  }
  return found;
}

async function variants(): Promise<readonly Variant[]> {
  const names = readdirSync(examples).filter((name) => !/\.|^testing$/.test(name));
  const seen = new Set<string>();
  const all: Variant[] = [];
  for (const name of names) {
    const { default: platform }: { default: Platform } = await import(
      join(examples, name, 'platform.ts')
    );
    for (const [component, { kind }] of Object.entries(platform.components)) {
      if (seen.has(kind)) continue;
      seen.add(kind);
      const changed = (fields: object) => withFields(platform, component, fields);
      const ids = Object.keys(platform.regions).map((region) => [region, `${component}-0a1`]);
      const byId = [Object.fromEntries(ids), `${component}-0a1`].map((id) =>
        changed({ existing: { id } }),
      );
      all.push({ title: `${name}: ${component} by id`, platforms: byId });
      const byTags = changed({ existing: { tags: { Name: component } } });
      all.push({ title: `${name}: ${component} by tags`, platforms: [byTags] });
      if (kind !== 'firewall') continue;
      const platforms = [changed({ shield: 'advanced' })];
      all.push({ title: `${name}: ${component} with Shield Advanced`, platforms });
    }
  }
  return all;
}

function withFields(platform: Platform, component: string, fields: object): Platform {
  const changed = { ...platform.components[component], ...fields } as Component;
  return { ...platform, components: { ...platform.components, [component]: changed } };
}

/** The folder of what was built; null where the command refuses the platform. */
function build(platform: Platform, home: string, title: string): string | null {
  const name = title.replaceAll(/\W+/g, '-');
  const file = join(home, `${name}.json`);
  writeFileSync(file, JSON.stringify(platform));
  const out = join(home, name);
  const ran = spawnSync(process.execPath, [outrigger, 'build', file, '--out', out], {
    encoding: 'utf8',
  });
  if (ran.status === 0) return out;
  if (ran.status === 2) return null;
  throw new Error(`${title}: outrigger build ended with ${ran.status}: ${ran.stderr}`);
}
