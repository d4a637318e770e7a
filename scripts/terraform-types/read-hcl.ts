/** What is committed as Terraform, read by HashiCorp's own parser: one entry a block. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import type { Section } from './bindings.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonMap;
export interface JsonMap {
  readonly [key: string]: Json;
}

/** A resource, a data source or an ephemeral resource as it stands in a file. */
export interface Written {
  /** `eks-failover us-east-1/network` */
  readonly place: string;
  readonly section: Section;
  readonly type: string;
  readonly name: string;
  readonly body: JsonMap;
  /** Paths of the arguments that are written as blocks: `scaling_config`, `rule.action`. */
  readonly blocks: ReadonlySet<string>;
}

const sections: { readonly [word: string]: Section } = {
  resource: 'resources',
  data: 'data',
  ephemeral: 'ephemeral',
};

/** Every block of every `.tf` file below a folder, in the order of their paths. */
export async function readFolder(folder: string, title: string): Promise<readonly Written[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tf'))
    .sort();
  const read = files.map((file) =>
    readText(readFileSync(join(folder, file), 'utf8'), `${title} ${dirname(file)}`),
  );
  return (await Promise.all(read)).flat();
}

export async function readText(text: string, place: string): Promise<readonly Written[]> {
  const file: JsonMap = await parse(`${place}.tf`, text);
  const forms = blocksIn(text);
  // The bindings are AWS's: what charts need is not theirs to judge.
  const own = (word: string) =>
    Object.entries(mapOf(file[word])).filter(([type]) => type.startsWith('aws_'));
  return Object.entries(sections).flatMap(([word, section]) =>
    own(word).flatMap(([type, named]) =>
      Object.entries(mapOf(named)).flatMap(([name, bodies]) =>
        listOf(bodies).map((body) => {
          const blocks = forms.get(`${word} ${type} ${name}`) ?? new Set<string>();
          return { place, section, type, name, body: withPaths(mapOf(body)), blocks };
        }),
      ),
    ),
  );
}

/**
 * Paths of blocks by the block that they are in. The parser gives a block and a list of maps alike,
 * so this is read from the lines, which `terraform fmt` holds in order.
 */
function blocksIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  let own = new Set<string>();
  let open: string[] = [];
  let endOfText: string | null = null;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (endOfText !== null) {
      if (line === endOfText) endOfText = null;
      continue;
    }
    endOfText = /<<-?(\w+)$/.exec(line)?.[1] ?? null;
    const outer = /^(\w+)((?: "[^"]*")*) \{\}?$/.exec(line);
    if (outer !== null && open.length === 0) {
      const [, word = '', labels = ''] = outer;
      own = new Set();
      found.set(`${word}${labels.replaceAll('"', '')}`, own);
      if (!line.endsWith('}')) open = [''];
    } else if (outer !== null && !open.includes('(')) {
      const path = [...open.slice(1), outer[1]].join('.');
      // Terraform's own block is none of the provider's.
      if (!/^lifecycle\b/.test(path)) own.add(path);
      if (!line.endsWith('}')) open.push(outer[1] ?? '');
    } else {
      // Inside brackets no block can be: all that counts is where they end.
      if (/^[\]})]/.test(line)) open.pop();
      if (/[[{(]$/.test(line)) open.push('(');
    }
  }
  return found;
}

/** `depends_on` and `ignore_changes` name paths, which the parser writes as templates. */
function withPaths(body: JsonMap): JsonMap {
  const bare = (paths: Json | undefined) =>
    listOf(paths).map((path) => /^\$\{(.*)\}$/s.exec(String(path))?.[1] ?? path);
  const { depends_on, lifecycle, ...rest } = body;
  const [inner] = listOf(lifecycle).map(mapOf);
  const ignored = bare(inner?.ignore_changes);
  return {
    ...rest,
    ...(depends_on === undefined ? {} : { depends_on: bare(depends_on) }),
    ...(inner === undefined
      ? {}
      : { lifecycle: ignored.length === 0 ? inner : { ...inner, ignore_changes: ignored } }),
  };
}

export function mapOf(value: Json | undefined): JsonMap {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as JsonMap) : {};
}

export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
