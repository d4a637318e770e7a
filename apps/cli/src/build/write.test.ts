import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Change, changesIn } from './changes.ts';
import { type Disk, disk } from './disk.ts';
import { manifestName, readManifest } from './manifest.ts';
import { writeChanges } from './write.ts';

type Files = { readonly [path: string]: string };

/** Each has what the others lack, a folder of its own, and a file that all write differently. */
const platforms: { readonly [name: string]: Files } = {
  old: {
    'a.tf': 'old',
    'same.tf': 'same',
    'went.tf': 'went',
    'went/deep/b.tf': 'b',
    'x/c.tf': 'c',
  },
  new: {
    'a.tf': 'new',
    'same.tf': 'same',
    'came.tf': 'came',
    'came/deep/b.tf': 'b',
    'x/d.tf': 'd',
  },
  third: { 'a.tf': 'third', 'same.tf': 'same', 'third/e.tf': 'e', 'x/c.tf': 'other' },
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'outrigger-write-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

class Ended extends Error {}

/** A disk that nothing reaches from a step on, as if the process had been killed before it. */
function endedAt(step: number): { readonly disk: Disk; readonly steps: () => number } {
  let done = 0;
  const counted =
    <Parameters extends readonly unknown[], Result>(act: (...given: Parameters) => Result) =>
    (...given: Parameters): Result => {
      if (done >= step) throw new Ended();
      done += 1;
      return act(...given);
    };
  return {
    steps: () => done,
    disk: {
      makeFolder: counted(disk.makeFolder),
      makeTemporary: counted(disk.makeTemporary),
      write: counted(disk.write),
      move: counted(disk.move),
      remove: counted(disk.remove),
      removeIfEmpty: counted(disk.removeIfEmpty),
    },
  };
}

function build(project: string, name: string, on: Disk = disk): readonly Change[] {
  const folder = join(project, 'shop');
  const manifest = readManifest(folder);
  if (manifest === null) throw new Error('no manifest of ours');
  const wanted = Object.entries(platforms[name] ?? {}).map(([path, text]) => ({ path, text }));
  const changes = changesIn(folder, wanted, manifest, () => true);
  const ours = changes.filter(({ kind }) => !['edited', 'foreign'].includes(kind));
  writeChanges(folder, ours, manifest, on);
  return changes;
}

/** What would happen to each file that is not ours. */
function notOurs(changes: readonly Change[]): readonly string[] {
  return changes
    .filter(({ kind }) => ['edited', 'foreign', 'left'].includes(kind))
    .map(({ path, kind }) => `${path} ${kind}`);
}

/** Every file and every empty folder of a project, the manifest included. */
function filesOf(project: string): Files {
  const all = readdirSync(project, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    all.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isDirectory())
        return [[path.slice(project.length + 1), readFileSync(path, 'utf8')]];
      return readdirSync(path).length === 0 ? [[path.slice(project.length + 1), 'empty']] : [];
    }),
  );
}

/** A project that was built once, and what a build of nothing else leaves. */
function built(name: string): string {
  const project = mkdtempSync(join(root, 'project-'));
  build(project, name);
  return project;
}

/** Calls back with the project as a build leaves it that ends before each of its steps. */
function atEachStep(from: string, to: string, see: (project: string, step: number) => void): void {
  const whole = endedAt(Number.POSITIVE_INFINITY);
  build(built(from), to, whole.disk);
  expect(whole.steps()).toBeGreaterThan(20);
  for (let step = 0; step < whole.steps(); step += 1) {
    const project = built(from);
    expect(() => build(project, to, endedAt(step).disk)).toThrow(Ended);
    see(project, step);
  }
}

test.each(['old', 'new', 'third'])('ended at any step, a build of %s heals', (next) => {
  const clean = filesOf(built(next));
  atEachStep('old', 'new', (project, step) => {
    const changes = build(project, next);
    expect(notOurs(changes), `step ${step}`).toEqual([]);
    expect(filesOf(project), `step ${step}`).toEqual(clean);
  });
});

/** Or at its end, where so little is left to do that it has fewer steps. */
function endEarly(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
}

test('ended at any step, and the next build at another', () => {
  const clean = filesOf(built('old'));
  const steps = endedAt(Number.POSITIVE_INFINITY);
  build(built('new'), 'third', steps.disk);
  atEachStep('old', 'new', (project, first) => {
    // A prime: each first step meets another second one, from the beginning to the end.
    const second = (first * 7) % steps.steps();
    const which = `steps ${first}, ${second}`;
    endEarly(() => build(project, 'third', endedAt(second).disk));
    expect(notOurs(build(project, 'old')), which).toEqual([]);
    expect(filesOf(project), which).toEqual(clean);
  });
});

test('what somebody changed by hand is told and kept all the same', () => {
  atEachStep('old', 'new', (project, step) => {
    const edited = join(project, 'shop/went.tf');
    if (!existsSync(edited)) return;
    writeFileSync(edited, 'by hand');
    writeFileSync(join(project, 'shop/a.tf'), 'by hand');
    expect(notOurs(build(project, 'new')), `step ${step}`).toEqual(['a.tf edited', 'went.tf left']);
    expect(readFileSync(edited, 'utf8')).toBe('by hand');
    expect(readFileSync(join(project, 'shop/a.tf'), 'utf8')).toBe('by hand');
  });
});

test('what a build left that was ended goes, and what is of one that runs stays', () => {
  const project = built('old');
  const start = `.outrigger-build-${hostname().replaceAll(/[^\w.-]/g, '_')}`;
  const running = [
    // The process that started this one runs.
    `${start}-${process.ppid}-Abc123`,
    '.outrigger-build-elsewhere-4194305-Abc123',
    `${start}-4194305-notes`,
  ];
  // Linux gives no pid above 4194304 (proc(5), pid_max), and others none so high.
  const ended = [`${start}-4194305-Abc123`, `${start}-${process.pid}-Abc123`];
  for (const name of [...running, ...ended])
    mkdirSync(join(project, name, 'terraform'), { recursive: true });
  build(project, 'new');
  expect(readdirSync(project).sort()).toEqual([...running, 'shop'].sort());
});

test('the manifest says each file once when a build is done, and both ways while it writes', () => {
  const digests = (project: string) =>
    [...(readManifest(join(project, 'shop')) ?? [])].map(([path, all]) => `${path} ${all.length}`);
  expect(digests(built('old'))).toEqual(
    Object.keys(platforms.old ?? {})
      .sort()
      .map((path) => `${path} 1`),
  );
  const seen = new Set<string>();
  atEachStep('old', 'new', (project) => {
    expect(existsSync(join(project, 'shop', manifestName))).toBe(true);
    for (const line of digests(project)) seen.add(line);
  });
  expect(seen).toContain('a.tf 2');
  expect(seen).toContain('came/deep/b.tf 1');
  expect(seen).not.toContain('same.tf 2');
});
