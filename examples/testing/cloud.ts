/** What is in the cloud, as far as Terraform knows, and what a plan of a build would do to it. */
import { at, listOf, mapOf, type Parsed, type ParsedMap, type ParsedModule } from './hcl.ts';

/** By folder and address: `us-east-1/data aws_db_instance.orders_db`. */
export type Cloud = ReadonlyMap<string, ParsedMap>;

type Modules = ReadonlyMap<string, ParsedModule>;

export interface CloudChange {
  readonly key: string;
  /** null: the whole resource is gone; else the argument that has another value now. */
  readonly argument: string | null;
  readonly value: Parsed;
  readonly source: string;
}

/** Every resource, by its key. */
function resourcesOf(modules: Modules): Map<string, ParsedMap> {
  return new Map(
    [...modules.values()].flatMap(({ folder, blocks }) =>
      [...blocks]
        .filter(([address]) => address.startsWith('aws_'))
        .map(([address, body]): [string, ParsedMap] => [`${folder} ${address}`, body]),
    ),
  );
}

export function changed(cloud: Cloud, changes: readonly CloudChange[]): Cloud {
  const next = new Map(cloud);
  for (const { key, argument, value } of changes) {
    const body = next.get(key);
    if (body === undefined) throw new Error(`the table names ${key}, which is not there`);
    if (argument === null) next.delete(key);
    else next.set(key, { ...body, [argument]: value });
  }
  return next;
}

/** After `terraform apply`: as it is written, but for what an apply is told to leave alone. */
export function applied(cloud: Cloud, modules: Modules): Cloud {
  const next = [...resourcesOf(modules)].map(([key, body]): [string, ParsedMap] => {
    const there = cloud.get(key);
    if (there === undefined) return [key, body];
    const kept = ignoredIn(body).flatMap((path) => {
      const name = path.split('[')[0] ?? path;
      const value = there[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    return [key, { ...body, ...Object.fromEntries(kept) }];
  });
  return new Map(next);
}

/**
 * As `terraform plan` would say it: `+` made, `-` destroyed, `~` changed in place. What it forgets
 * or takes over is neither. `heeds: false` is a Terraform that is told to leave nothing alone.
 */
export function planned(cloud: Cloud, modules: Modules, { heeds } = { heeds: true }): string[] {
  const found: string[] = [];
  const wanted = new Set<string>();
  for (const { folder, removed } of modules.values()) {
    for (const address of removed) wanted.add(`${folder} ${address}`);
  }
  const taken = new Set(
    [...modules.values()].flatMap(({ folder, imported }) =>
      imported.map((address) => `${folder} ${address}`),
    ),
  );
  for (const [key, body] of resourcesOf(modules)) {
    wanted.add(key);
    const there = cloud.get(key);
    if (there !== undefined) found.push(...updates(key, body, there, heeds));
    else if (!taken.has(key)) found.push(`+ ${key}`);
  }
  for (const key of cloud.keys()) if (!wanted.has(key)) found.push(`- ${key}`);
  return found.sort();
}

function ignoredIn(body: ParsedMap): string[] {
  return listOf(at(body, 'lifecycle.ignore_changes')).map((path) =>
    String(path).replace(/^\$\{|\}$/g, ''),
  );
}

function updates(key: string, body: ParsedMap, there: ParsedMap, heeds: boolean): string[] {
  const ignored = heeds ? ignoredIn(body) : [];
  // Of an argument that is not written, Terraform keeps what is there.
  return Object.entries(body).flatMap(([name, value]) => {
    if (name === 'lifecycle' || ignored.includes(name)) return [];
    const parts = ignored.filter((path) => path.startsWith(`${name}[0].`));
    const seen = (from: Parsed | undefined): string =>
      parts.length === 0 ? JSON.stringify(from) : JSON.stringify(withoutParts(from, name, parts));
    return seen(value) === seen(there[name]) ? [] : [`~ ${key} ${name}`];
  });
}

function withoutParts(from: Parsed | undefined, name: string, parts: readonly string[]): Parsed {
  const kept = Object.entries(mapOf(listOf(from)[0])).filter(
    ([part]) => !parts.includes(`${name}[0].${part}`),
  );
  return Object.fromEntries(kept);
}
