/** What was built, as HashiCorp's own parser reads it: tests look at this and never at text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import { terraformFor } from '@outrigger/components';
import { type Platform, resolve } from '@outrigger/model';
import { type RecoveryState, startState } from '@outrigger/recovery';
import type { TerraformBuild } from '@outrigger/terraform';
import type { Written } from './made.ts';

export type Parsed = string | number | boolean | null | readonly Parsed[] | ParsedMap;
export interface ParsedMap {
  readonly [key: string]: Parsed;
}

/** A root module: each block by its address, `data.` and `ephemeral.` in front where it is one. */
export interface ParsedModule {
  readonly folder: string;
  readonly blocks: ReadonlyMap<string, ParsedMap>;
  readonly locals: ReadonlyMap<string, Parsed>;
  /** Where its provider is. */
  readonly region: string;
  /** Where its state lies; empty: beside it. */
  readonly backend: ParsedMap;
  /** Addresses that Terraform forgets, and those that it takes over, by the id of what is there. */
  readonly removed: readonly string[];
  readonly imported: ReadonlyMap<string, string>;
}

function fileOf(example: string): string {
  return join(import.meta.dirname, '..', example, 'platform.ts');
}

/** As it is written, before anything is checked or filled. */
export async function writtenExample(name: string): Promise<Written> {
  const { default: written } = await import(fileOf(name));
  return written;
}

export async function loadExample(name: string): Promise<Platform> {
  const file = fileOf(name);
  const written = await writtenExample(name);
  const resolution = resolve(written, { source: readFileSync(file, 'utf8') });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

export function build(platform: Platform, state?: RecoveryState): TerraformBuild {
  return terraformFor(platform, state ?? startState(platform));
}

export async function parseBuild(built: TerraformBuild): Promise<Map<string, ParsedModule>> {
  const texts = new Map<string, string>();
  for (const { path, text } of built.files) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    texts.set(folder, `${texts.get(folder) ?? ''}${text}\n`);
  }
  const modules = [...texts].map(
    async ([folder, text]): Promise<[string, ParsedModule]> => [folder, await parsed(folder, text)],
  );
  return new Map(await Promise.all(modules));
}

/** Platforms that differ a little have most of their modules in common. */
const known = new Map<string, Promise<ParsedModule>>();

function parsed(folder: string, text: string): Promise<ParsedModule> {
  const key = `${folder}\n${text}`;
  const found = known.get(key) ?? parseModule(folder, text);
  known.set(key, found);
  return found;
}

async function parseModule(folder: string, text: string): Promise<ParsedModule> {
  const file: Record<string, Parsed> = await parse(`${folder}/all.tf`, text);
  return moduleOf(folder, file);
}

function moduleOf(folder: string, file: Record<string, Parsed>): ParsedModule {
  const blocks = new Map<string, ParsedMap>();
  const add = (prefix: string, found: Parsed | undefined) => {
    for (const [type, named] of Object.entries(mapOf(found))) {
      for (const [name, bodies] of Object.entries(mapOf(named))) {
        const [body] = listOf(bodies);
        const address = `${prefix}${type}.${name}`;
        if (blocks.has(address) || listOf(bodies).length > 1) {
          throw new Error(`${folder} has ${address} twice`);
        }
        blocks.set(address, mapOf(body));
      }
    }
  };
  add('', file.resource);
  add('data.', file.data);
  add('ephemeral.', file.ephemeral);
  for (const [name, bodies] of Object.entries(mapOf(file.variable))) {
    blocks.set(`var.${name}`, mapOf(listOf(bodies)[0]));
  }
  const locals = listOf(file.locals).flatMap((body) => Object.entries(mapOf(body)));
  const imported = listOf(file.import).map((body): [string, string] => [
    bare(String(at(body, 'to'))),
    String(at(body, 'id')),
  ]);
  return {
    folder,
    blocks,
    locals: new Map(locals),
    region: String(at(file.provider, 'aws.region')),
    backend: mapOf(listOf(at(file.terraform, 'backend.s3'))[0]),
    removed: listOf(file.removed).map((body) => bare(String(at(body, 'from')))),
    imported: new Map(imported),
  };
}

/** The parser writes an expression as a template: `${aws_vpc.main}`. */
export function bare(text: string): string {
  return /^\$\{(.*)\}$/s.exec(text)?.[1] ?? text;
}

export function mapOf(value: Parsed | undefined): ParsedMap {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as ParsedMap) : {};
}

export function listOf(value: Parsed | undefined): readonly Parsed[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** `scaling_config.min_size` of a block; blocks inside are looked through, the first of them. */
export function at(value: Parsed | undefined, path: string): Parsed | undefined {
  let found: Parsed | undefined = value;
  for (const part of path.split('.')) {
    const inner = Array.isArray(found) && !/^\d+$/.test(part) ? listOf(found)[0] : found;
    found = Array.isArray(inner) ? inner[Number(part)] : mapOf(inner)[part];
  }
  return found;
}
