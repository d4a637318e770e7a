/** What is in the cloud, as far as Terraform knows, and what a plan of a build would do to it. */
import { at, listOf, mapOf, type Parsed, type ParsedMap, type ParsedModule } from './hcl.ts';

/** By folder and address: `us-east-1/data aws_db_instance.orders_db`. */
export interface Cloud {
  readonly managed: ReadonlyMap<string, ParsedMap>;
  /** What a recovery has made, as Terraform will call it, and the region that it stands in. */
  readonly made: ReadonlyMap<string, string>;
}

export const nothing: Cloud = { managed: new Map(), made: new Map() };

type Modules = ReadonlyMap<string, ParsedModule>;

export type CloudChange = { readonly key: string; readonly source: string } & (
  | { readonly change: 'made'; readonly region: string }
  | { readonly change: 'gone' }
  | { readonly change: 'set'; readonly argument: string; readonly value: Parsed }
);

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

export function changed({ managed, made }: Cloud, changes: readonly CloudChange[]): Cloud {
  const next = { managed: new Map(managed), made: new Map(made) };
  for (const change of changes) {
    const { key } = change;
    if (change.change === 'made') {
      next.made.set(key, change.region);
      continue;
    }
    const body = next.managed.get(key);
    if (body === undefined) throw new Error(`the table names ${key}, which is not there`);
    if (change.change === 'set')
      next.managed.set(key, { ...body, [change.argument]: change.value });
    else {
      next.managed.delete(key);
      next.made.delete(key);
    }
  }
  return next;
}

/** After `terraform apply`: as it is written, but for what an apply is told to leave alone. */
export function applied({ managed, made }: Cloud, modules: Modules): Cloud {
  const next = [...resourcesOf(modules)].map(([key, body]): [string, ParsedMap] => {
    const there = managed.get(key);
    if (there === undefined) return [key, body];
    const left = [
      ...ignoredIn(body).map((path) => path.split('[')[0] ?? path),
      ...waiting(key, body),
      ...Object.keys(there).filter((name) => !(name in body) && isKept(key, name)),
    ];
    const kept = left.flatMap((name) => {
      const value = there[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    return [key, { ...body, ...Object.fromEntries(kept) }];
  });
  return { managed: new Map(next), made };
}

/**
 * Of these Terraform keeps what is there where nothing is written: they are optional and computed.
 * Any other argument that is written no more is taken away, which is a change: to take away
 * `replication_source_identifier` promotes a cluster, `global_cluster_identifier` detaches it.
 * Source: the schemas in terraform-provider-aws, `internal/service`: `rds/cluster.go`,
 * `rds/global_cluster.go`, `rds/instance.go`, `docdb/cluster.go`, `docdb/global_cluster.go`.
 */
const kept: { readonly [type: string]: readonly string[] } = {
  aws_rds_cluster: ['database_name', 'engine_version', 'master_username'],
  aws_rds_global_cluster: ['engine_version'],
  aws_db_instance: ['apply_immediately', 'engine_version'],
  aws_docdb_cluster: ['engine_version', 'master_username'],
  aws_docdb_global_cluster: ['engine_version'],
};

function isKept(key: string, name: string): boolean {
  const [, type = ''] = / (\w+)\./.exec(key) ?? [];
  return (kept[type] ?? []).includes(name);
}

/** RDS user guide, modifying an instance: these wait for its maintenance window unless told. */
function waiting(key: string, body: ParsedMap): readonly string[] {
  const isInstance = key.includes(' aws_db_instance.');
  return isInstance && body.apply_immediately !== true ? ['instance_class', 'multi_az'] : [];
}

/**
 * As `terraform plan` would say it: `+` made, `-` destroyed, `~` changed in place, `!` refused;
 * ` taken away` behind an argument that is there and is not written any more.
 * What it forgets or takes over is none of these. `heeds: false` is a Terraform that is told to
 * leave nothing alone.
 */
export function planned(cloud: Cloud, modules: Modules, { heeds } = { heeds: true }): string[] {
  const found: string[] = [];
  const wanted = new Set<string>();
  for (const { folder, removed } of modules.values()) {
    for (const address of removed) wanted.add(`${folder} ${address}`);
  }
  for (const [key, body] of resourcesOf(modules)) {
    wanted.add(key);
    const there = cloud.managed.get(key);
    if (there !== undefined) found.push(...updates(key, body, there, heeds ? ignoredIn(body) : []));
    else found.push(...takenOver(key, body, cloud, modules));
  }
  for (const key of cloud.managed.keys()) if (!wanted.has(key)) found.push(`- ${key}`);
  return found.sort();
}

/** What the id of an import is, by the type: each type's page in the provider's documentation. */
const identities: { readonly [type: string]: string } = {
  aws_db_instance: 'identifier',
  aws_efs_replication_configuration: 'source_file_system_id',
};

/** An import looks in the region that its id ends in, else in the provider's. */
function takenOver(key: string, body: ParsedMap, { made }: Cloud, modules: Modules): string[] {
  const [folder = '', address = ''] = key.split(' ');
  const module = modules.get(folder);
  const written = module?.imported.get(address);
  if (module === undefined || written === undefined) return [`+ ${key}`];
  const [, id, region = module.region] = /^(.*?)(?:@([\w-]+))?$/.exec(written) ?? [];
  const identity = identities[address.split('.')[0] ?? ''] ?? 'id';
  const standsIn = made.get(key);
  return [
    ...(standsIn === undefined ? [`! ${key} is taken over, and nobody made it`] : []),
    ...(standsIn === undefined || region === standsIn
      ? []
      : [`! ${key} is looked for in ${region}, and stands in ${standsIn}`]),
    ...((body.region ?? module.region) === region ? [] : [`! ${key} would move to ${region}`]),
    ...(id === body[identity] ? [] : [`! ${key} is taken over by ${id}`]),
  ];
}

function ignoredIn(body: ParsedMap): string[] {
  return listOf(at(body, 'lifecycle.ignore_changes')).map((path) =>
    String(path).replace(/^\$\{|\}$/g, ''),
  );
}

/** What Terraform reads itself, and never compares. */
const own: readonly string[] = ['depends_on', 'lifecycle'];

function updates(
  key: string,
  body: ParsedMap,
  there: ParsedMap,
  ignored: readonly string[],
): string[] {
  const names = new Set([...Object.keys(body), ...Object.keys(there)]);
  return [...names].flatMap((name) => {
    // What is only written is in no state.
    if (own.includes(name) || name.endsWith('_wo') || ignored.includes(name)) return [];
    if (!(name in body) && isKept(key, name)) return [];
    const parts = ignored.filter((path) => path.startsWith(`${name}[0].`));
    const seen = (from: Parsed | undefined): string =>
      JSON.stringify(parts.length === 0 ? orNull(from) : withoutParts(from, name, parts));
    if (seen(body[name]) === seen(there[name])) return [];
    return [`~ ${key} ${name}${name in body ? '' : ' taken away'}`];
  });
}

/** The provider doesn't tell an empty text from none. */
function orNull(value: Parsed | undefined): Parsed {
  return value === undefined || value === '' ? null : value;
}

/** Whether each path that a lifecycle leaves alone is needed: without it a plan changes more. */
export function heeded(cloud: Cloud, modules: Modules): { path: string; isNeeded: boolean }[] {
  return [...resourcesOf(modules)].flatMap(([key, body]) => {
    const there = cloud.managed.get(key);
    const ignored = ignoredIn(body);
    return ignored.map((path) => {
      const others = ignored.filter((other) => other !== path);
      const changesWith = (paths: readonly string[]): number =>
        there === undefined ? 0 : updates(key, body, there, paths).length;
      return { path: `${key} ${path}`, isNeeded: changesWith(others) > changesWith(ignored) };
    });
  });
}

function withoutParts(from: Parsed | undefined, name: string, parts: readonly string[]): Parsed {
  const kept = Object.entries(mapOf(listOf(from)[0])).filter(
    ([part]) => !parts.includes(`${name}[0].${part}`),
  );
  return Object.fromEntries(kept);
}
