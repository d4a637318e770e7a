import { dirname, normalize } from 'node:path/posix';
import type { Import, Package, Repository, SourceFile } from './repository.ts';

/** One thing wrong: where, what, and what to do instead. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly wrong: string;
  readonly mend: string;
}

export type Check = (repository: Repository) => readonly Violation[];

/** From the bottom up. A package depends on lower layers only, except inside `apps`. */
const layers = ['model', 'recovery', 'projections', 'components', 'worlds', 'apps'];
/** What compiles without Node; tests, and tools beside `src`, may use it. */
const pureCode = /^((model|recovery|projections\/[^/]+|worlds\/sim)\/src|components)\//;

const layerOf = (path: string) => path.split('/')[0] ?? '';
const heightOf = (path: string) => layers.indexOf(layerOf(path));
const isTest = (path: string) => /\.test\.ts$|\.bench\.ts$/.test(path);

export function packageOf(repository: Repository, path: string): Package | undefined {
  return repository.packages.find(({ folder }) => path.startsWith(`${folder}/`));
}

/** The file that an import means, or null when it is not one of ours. */
export function targetOf(repository: Repository, from: SourceFile, specifier: string) {
  if (specifier.startsWith('.')) return normalize(`${dirname(from.path)}/${specifier}`);
  return repository.packages.find(({ name }) => name === specifier)?.entry ?? null;
}

function eachImport(
  repository: Repository,
  visit: (file: SourceFile, found: Import) => { wrong: string; mend: string } | null,
): Violation[] {
  return repository.files.flatMap((file) =>
    file.imports.flatMap((found) => {
      const told = visit(file, found);
      return told === null ? [] : [{ path: file.path, line: found.line, ...told }];
    }),
  );
}

function mayDependOn(from: string, to: string): boolean {
  const [height, target] = [heightOf(from), heightOf(to)];
  // bench, docs, examples, scripts and tidy are no layer: nothing is below them or above them.
  if (height < 0 || target < 0) return true;
  if (layerOf(from) === 'apps' && layerOf(to) === 'apps') return true;
  return target < height;
}

/** Arrows point down only, by what package.json says. */
export const dependenciesPointDown: Check = ({ packages }) =>
  packages.flatMap((from) =>
    from.dependencies.flatMap((name) => {
      const to = packages.find((candidate) => candidate.name === name);
      if (to === undefined || mayDependOn(from.folder, to.folder)) return [];
      return [
        {
          path: `${from.folder}/package.json`,
          line: 1,
          wrong: `${from.name} depends on ${name}, which is not below it`,
          mend: `move what both need down; the layers are ${layers.join(' < ')}`,
        },
      ];
    }),
  );

/** Arrows point down only, by what is really imported, tests included. */
export const importsPointDown: Check = (repository) =>
  eachImport(repository, (file, { specifier }) => {
    const to = targetOf(repository, file, specifier);
    const inside = packageOf(repository, file.path);
    const other = to === null ? undefined : packageOf(repository, to);
    if (inside === undefined || other === undefined || inside === other) return null;
    if (mayDependOn(inside.folder, other.folder)) return null;
    return {
      wrong: `${inside.name} imports ${other.name}, which is not below it`,
      mend: `take it as an argument, or let a layer above bring the two together`,
    };
  });

/** A package is used through its one entry. */
export const noDeepImports: Check = (repository) =>
  eachImport(repository, (file, { specifier }) => {
    if (/^@outrigger\/[^/]+\//.test(specifier)) {
      return {
        wrong: `'${specifier}' reaches past the entry of a package`,
        mend:
          `import '${specifier.split('/').slice(0, 2).join('/')}', and export there what is ` +
          'needed',
      };
    }
    const to = targetOf(repository, file, specifier);
    if (!specifier.startsWith('.') || to === null) return null;
    const other = packageOf(repository, to);
    if (other === undefined || other === packageOf(repository, file.path)) return null;
    // A test or a bench may take an example as its input; examples are no layer, nothing is built
    // on them.
    const takesExamples = isTest(file.path) || file.path.startsWith('bench/');
    if (heightOf(other.folder) < 0 && takesExamples) return null;
    return {
      wrong: `'${specifier}' reaches into ${other.name} by path`,
      mend: `import '${other.name}', and name it in package.json`,
    };
  });

const componentKind = (path: string) => /^components\/([^/]+)\/[^/]+$/.exec(path)?.[1];

/** A component knows no other component: what spans them belongs to the engine or the model. */
export const componentsStandAlone: Check = (repository) =>
  eachImport(repository, (file, { specifier }) => {
    const own = componentKind(file.path);
    const other = componentKind(targetOf(repository, file, specifier) ?? '');
    if (own === undefined || other === undefined || own === other) return null;
    return {
      wrong: `the component ${own} imports the component ${other}`,
      mend: 'move what both need into a file of components/ itself, or into the model',
    };
  });

/** A projection knows no other projection, a world no other world. */
export const siblingsStandAlone: Check = (repository) =>
  eachImport(repository, (file, { specifier }) => {
    const own = packageOf(repository, file.path);
    const other = packageOf(repository, targetOf(repository, file, specifier) ?? '');
    if (own === undefined || other === undefined || own === other) return null;
    const layer = layerOf(own.folder);
    if (layer !== layerOf(other.folder) || !['projections', 'worlds'].includes(layer)) return null;
    return {
      wrong: `${own.name} imports ${other.name}, which stands beside it`,
      mend: 'let an app bring the two together, or move what both need down',
    };
  });

/** Every component folder has the same files, so that one knows where to look. */
export const componentsHaveTheSameFiles: Check = ({ files }) => {
  const folders = new Map<string, Set<string>>();
  for (const { path } of files) {
    const kind = componentKind(path);
    if (kind === undefined || isTest(path)) continue;
    const names = folders.get(kind) ?? new Set();
    folders.set(kind, names.add(path.slice(path.lastIndexOf('/') + 1)));
  }
  const all = new Set([...folders.values()].flatMap((names) => [...names]));
  return [...folders].flatMap(([kind, names]) =>
    [...all]
      .filter((name) => !names.has(name))
      .map((name) => ({
        path: `components/${kind}`,
        line: 1,
        wrong: `it has no ${name}, which other kinds have`,
        mend: `add ${name}; a facet that the kind has not is an explicit none`,
      })),
  );
};

/** Only the entry of a package passes on what other files have. */
export const noBarrels: Check = (repository) =>
  eachImport(repository, (file, { specifier, reExport }) => {
    if (!reExport || packageOf(repository, file.path)?.entry === file.path) return null;
    return {
      wrong: `it passes on '${specifier}'`,
      mend: 'export it from where it is, or from the entry of the package',
    };
  });

/** Pure packages have no Node; their tests may. */
export const pureWithoutNode: Check = (repository) =>
  eachImport(repository, (file, { specifier }) => {
    if (!pureCode.test(file.path) || isTest(file.path)) return null;
    if (!specifier.startsWith('node:')) return null;
    return {
      wrong: `a pure package imports '${specifier}'`,
      mend: 'take what it gives as an argument; a world or an app has it',
    };
  });

/** An example is what a user would write: it needs the model and nothing else. */
export const examplesNeedTheModelOnly: Check = (repository) =>
  eachImport(repository, (file, { specifier }) => {
    if (!/^examples\/[^/]+\/platform\.ts$/.test(file.path)) return null;
    if (specifier === '@outrigger/model') return null;
    return {
      wrong: `an example imports '${specifier}'`,
      mend: `write it as a user would, with '@outrigger/model' only`,
    };
  });

const controllerCode = /^(worlds\/lab\/src\/(controller|adapters)|recovery)\//;
const faultCode = 'worlds/lab/src/faults/';

/** The controller learns of a fault only as it would in life: by no chain of imports. */
export const controllerCannotReachFaults: Check = (repository) => {
  const byPath = new Map(repository.files.map((file) => [file.path, file]));
  return repository.files
    .filter(({ path }) => controllerCode.test(path) && !isTest(path))
    .flatMap((file) => {
      const chain = chainTo(repository, byPath, file);
      if (chain === null) return [];
      return [
        {
          path: file.path,
          line: 1,
          wrong: `it reaches the faults: ${chain.join(' → ')}`,
          mend: 'break the chain: whoever injects a fault hands the controller nothing of it',
        },
      ];
    });
};

function chainTo(
  repository: Repository,
  byPath: ReadonlyMap<string, SourceFile>,
  start: SourceFile,
): readonly string[] | null {
  const chains: string[][] = [[start.path]];
  const seen = new Set([start.path]);
  for (let chain = chains.shift(); chain !== undefined; chain = chains.shift()) {
    const file = byPath.get(chain.at(-1) ?? '');
    for (const { specifier } of file?.imports ?? []) {
      const to = file === undefined ? null : targetOf(repository, file, specifier);
      if (to === null || seen.has(to)) continue;
      seen.add(to);
      if (to.startsWith(faultCode)) return [...chain, to];
      chains.push([...chain, to]);
    }
  }
  return null;
}
