/** What refers to what in parsed Terraform: inside a module, and from one to another. */
import type { Parsed, ParsedModule } from './hcl.ts';

type Modules = ReadonlyMap<string, ParsedModule>;

const reference =
  /(?<![\w.])((?:data\.|ephemeral\.)?(?:aws|helm)_[a-z0-9_]+\.[A-Za-z_][\w-]*|local\.[\w-]+|var\.[\w-]+)/g;

/** Every text that is anywhere in a value. */
export function textsIn(value: Parsed | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: Parsed) => textsIn(inner));
}

/** What the expressions in a value refer to. */
export function referencesIn(value: Parsed | undefined): string[] {
  return textsIn(value).flatMap((text) =>
    [...text.matchAll(/\$\{([^}]*(?:\}[^}$]*)?)\}/g)].flatMap(([, inner = '']) =>
      [...inner.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').matchAll(reference)].map(([found]) => found),
    ),
  );
}

/** `us-east-1/data aws_db_instance.orders_db: aws_kms_key.gone`, for each that leads nowhere. */
export function danglingReferences(modules: Modules): string[] {
  return [...modules.values()].flatMap(({ folder, blocks, locals }) => {
    const known = new Set([...blocks.keys(), ...[...locals.keys()].map((key) => `local.${key}`)]);
    const all: [string, Parsed][] = [
      ...blocks,
      ...[...locals].map(([key, value]): [string, Parsed] => [`local.${key}`, value]),
    ];
    return all.flatMap(([address, body]) =>
      referencesIn(body)
        .filter((found) => !known.has(found))
        .map((found) => `${folder} ${address}: ${found}`),
    );
  });
}

/** As docs/deploy.md has them, each in every region before the next. */
const order = ['bootstrap', 'global', 'network', 'data', 'peering', 'cluster', 'edge', 'add-ons'];

function rankOf(folder: string): number {
  return order.indexOf(folder.split('/').at(-1) ?? '');
}

/** A parameter's region and name, by the module that it is read or written in. */
function parametersIn({ folder, blocks }: ParsedModule, prefix: string): string[] {
  return [...blocks]
    .filter(([address]) => address.startsWith(`${prefix}aws_ssm_parameter.`))
    .map(([, body]) => `${String(body.region ?? folder.split('/')[0])} ${String(body.name)}`);
}

/** Parameters that are written twice, that nobody writes, and that are read before they are. */
export function parameterProblems(modules: Modules): string[] {
  const written = new Map<string, string>();
  const problems: string[] = [];
  for (const module of modules.values()) {
    for (const key of parametersIn(module, '')) {
      if (written.has(key)) problems.push(`${key} is written twice`);
      written.set(key, module.folder);
    }
  }
  for (const module of modules.values()) {
    for (const key of parametersIn(module, 'data.')) {
      const from = written.get(key);
      if (from === undefined) problems.push(`${module.folder} reads ${key}, which nobody writes`);
      else if (!mayRead(module.folder, from))
        problems.push(`${module.folder} reads ${key} of ${from}`);
    }
  }
  return problems;
}

/** What is applied before it; no region reads another. */
function mayRead(reader: string, writer: string): boolean {
  const [region, layer] = reader.split('/');
  const [from, own] = writer.split('/');
  const crosses = layer !== undefined && own !== undefined && region !== from;
  return rankOf(writer) < rankOf(reader) && !crosses;
}
