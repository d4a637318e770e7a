import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { importsOf } from './imports.ts';

/** The repository as the rules see it: plain data, so that a rule can be fed a bad one. */
export interface Repository {
  readonly packages: readonly Package[];
  readonly files: readonly SourceFile[];
}

export interface Package {
  /** `@outrigger/model` */
  readonly name: string;
  /** `model`, `worlds/lab` */
  readonly folder: string;
  /** Path of the one entry, from the repository's root. */
  readonly entry: string;
  /** Names of all workspace packages that its package.json mentions. */
  readonly dependencies: readonly string[];
}

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `export … from`: the file passes on what another file has. */
  readonly reExport: boolean;
}

const skippedFolders = new Set(['node_modules', 'testdata', 'reports', 'dist', 'coverage']);
const isSource = (name: string) => /\.(ts|mts|js|mjs|cjs)$/.test(name);

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, imports: importsOf(text) };
}

export function readRepository(root: string): Repository {
  const paths = [...walk(root)].map((path) => relative(root, path).split(sep).join('/'));
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return {
    packages: paths
      .filter((path) => path.endsWith('/package.json'))
      .map((path) => readPackage(path, read(path))),
    files: paths.filter(isSource).map((path) => sourceFile(path, read(path))),
  };
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name) && !entry.name.startsWith('.')) yield* walk(path);
    } else if (entry.isFile() && (isSource(entry.name) || entry.name === 'package.json')) {
      yield path;
    }
  }
}

interface Manifest {
  readonly name: string;
  readonly exports?: { readonly '.': string };
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
}

function readPackage(path: string, text: string): Package {
  const manifest: Manifest = JSON.parse(text);
  const folder = path.slice(0, -'/package.json'.length);
  const mentioned = { ...manifest.dependencies, ...manifest.devDependencies };
  return {
    name: manifest.name,
    folder,
    entry: `${folder}/${(manifest.exports?.['.'] ?? './index.ts').replace(/^\.\//, '')}`,
    dependencies: Object.keys(mentioned).filter((name) => name.startsWith('@outrigger/')),
  };
}
