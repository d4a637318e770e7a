import { checkClusters } from './checks/clusters.ts';
import { checkExisting, checkWriterStands } from './checks/existing.ts';
import { checkImages } from './checks/images.ts';
import {
  checkNames,
  checkNetworkName,
  checkPlatformName,
  checkRegionNames,
  takenByRegions,
} from './checks/names.ts';
import { checkPlaceholders } from './checks/placeholders.ts';
import { checkReferences, type Named } from './checks/references.ts';
import { checkRepeats } from './checks/repeats.ts';
import { checkReplicas } from './checks/replicas.ts';
import { checkRoles } from './checks/roles.ts';
import { checkSubnetsFit } from './checks/subnets.ts';
import { checkPatches } from './common.ts';
import type { Fill, Surroundings, WrittenComponent } from './kind.ts';
import {
  checkComponent,
  isKind,
  type Kind,
  kinds,
  type ResolvedComponent,
  resolveComponent,
  type WrittenOf,
} from './kinds.ts';
import { linesIn, repeatedKeys } from './locate.ts';
import { mendName } from './near.ts';
import { checkObjectives, resolveObjectives } from './objectives.ts';
import type { Platform, Strategy } from './platform.ts';
import { strategies } from './platform.ts';
import {
  comparePlaces,
  formatPath,
  type Json,
  type Path,
  type Problem,
  toJson,
  valueAt,
} from './problem.ts';
import { formatBytes, formatDuration } from './quantities.ts';
import { read, type TellAt } from './read.ts';
import { checkRegions, resolveRegion, zoneNames } from './regions.ts';
import {
  frameSchema,
  objectivesSchema,
  regionSchema,
  type WrittenFrame,
  type WrittenObjectives,
  type WrittenRegion,
} from './schema.ts';

/** What was not written, and why it is what it is. */
export interface Default {
  readonly path: string;
  /** As people write it: durations and sizes have their unit. */
  readonly value: Json;
  readonly reason: string;
}

export type Resolution =
  | { readonly ok: true; readonly platform: Platform; readonly defaults: readonly Default[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface ResolveOptions {
  /** Text of the file that was read, so that problems can name a line. */
  readonly source?: string;
}

/** What could be read of the input, each part on its own. */
interface Draft {
  readonly frame: WrittenFrame | null;
  readonly objectives: WrittenObjectives | null;
  readonly strategy: Strategy | null;
  readonly regionNames: readonly string[];
  /** Those with a sound shape. */
  readonly regions: ReadonlyMap<string, WrittenRegion>;
  readonly named: readonly Named[];
  /** Those with a sound shape. */
  readonly components: ReadonlyMap<string, WrittenOf<Kind>>;
}

/**
 * Completes and checks what a user wrote. All problems are told at once, in the order of the
 * platform. Never throws for any JSON.
 */
export function resolve(input: unknown, options: ResolveOptions = {}): Resolution {
  const found: { readonly path: Path; readonly problem: Problem }[] = [];
  const lineOf = linesIn(options.source ?? '');
  const tell: TellAt = (path, wrong, mend) => {
    const problem = {
      path: formatPath(path),
      value: toJson(valueAt(input, path)),
      wrong,
      mend,
      line: lineOf(path),
    };
    found.push({ path, problem });
  };
  for (const { path, line, firstLine } of repeatedKeys(options.source ?? '')) {
    const problem = {
      path: formatPath(path),
      // Two things are written there: neither alone is wrong.
      value: null,
      wrong: `this name is written twice, first in line ${firstLine}; only the last one counts`,
      mend: 'rename or remove one of the two',
      line,
    };
    found.push({ path, problem });
  }
  const draft = readDraft(input, tell);
  checkDraft(input, draft, tell);
  if (found.length > 0) {
    found.sort((one, other) => comparePlaces(input, one.path, other.path));
    return { ok: false, problems: found.map(({ problem }) => problem) };
  }
  const { frame, objectives } = draft;
  if (frame === null || objectives === null) throw new Error('unread, but no problem was told');
  return { ok: true, ...complete(draft, frame, objectives) };
}

/**
 * The platform as far as it is completed in spite of its problems, for those who look for more of
 * them; null: a part of it cannot be read. What it refers to may not be there.
 */
export function completed(input: unknown): Platform | null {
  const draft = readDraft(input, () => {});
  const { frame, objectives, named, components } = draft;
  const isRead = components.size === named.length && surroundings(draft) !== null;
  if (!isRead || frame === null || objectives === null) return null;
  return complete(draft, frame, objectives).platform;
}

/** Every default with its reason; none for a platform with problems, which `resolve` tells. */
export function explain(input: unknown): readonly Default[] {
  const resolution = resolve(input);
  return resolution.ok ? resolution.defaults : [];
}

function readDraft(input: unknown, tell: TellAt): Draft {
  const frame = read(frameSchema, input, [], tell);
  const promised = valueAt(input, ['objectives']);
  // What is no object at all was told with the frame.
  const objectives = isRecord(promised)
    ? read(objectivesSchema, promised, ['objectives'], tell)
    : null;
  const strategy = strategies.find((name) => name === valueAt(input, ['strategy'])) ?? null;
  const regions = new Map<string, WrittenRegion>();
  const regionNames = keysOf(valueAt(input, ['regions']));
  for (const name of regionNames) {
    const region = read(regionSchema, valueAt(input, ['regions', name]), ['regions', name], tell);
    if (region !== null) regions.set(name, region);
  }
  const named: Named[] = [];
  const components = new Map<string, WrittenOf<Kind>>();
  for (const name of keysOf(valueAt(input, ['components']))) {
    const path = ['components', name];
    const written = valueAt(input, path);
    const kind = readKind(written, path, tell);
    named.push({ name, kind, written });
    if (kind === null) continue;
    const component = read(kinds[kind].schema, written, path, tell);
    if (component !== null) components.set(name, component);
  }
  return { frame, objectives, strategy, regionNames, regions, named, components };
}

function keysOf(value: unknown): string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readKind(written: unknown, path: Path, tell: TellAt): Kind | null {
  if (!isRecord(written)) {
    tell(path, 'is not a component', "write its fields in { }, like { kind: 'service', … }");
    return null;
  }
  const kind = valueAt(written, ['kind']);
  if (isKind(kind)) return kind;
  const known = Object.keys(kinds);
  if (kind === undefined) {
    tell([...path, 'kind'], 'is missing', mendName('', known));
  } else {
    const name = typeof kind === 'string' ? kind : '';
    tell([...path, 'kind'], 'no kind has this name', mendName(name, known));
  }
  return null;
}

function checkDraft(input: unknown, draft: Draft, tell: TellAt): void {
  const name = valueAt(input, ['name']);
  const { frame, objectives, strategy, regions, regionNames, named, components } = draft;
  if (typeof name === 'string') checkPlatformName(name, tell);
  checkRegionNames(regionNames, tell);
  const written = valueAt(input, ['components']);
  if (isRecord(written) && named.length === 0) {
    const wrong = 'nothing is described: there would be nothing to draw, to build or to recover';
    tell(['components'], wrong, 'describe at least one component, such as a database or a service');
  }
  const kindOf = new Map(named.map((component) => [component.name, component.kind]));
  checkNames(
    named.map((component) => component.name),
    ['components'],
    (name) => kindOf.get(name),
    takenByRegions(regionNames),
    tell,
  );
  checkNetworkName(components, tell);
  for (const [name, component] of components) {
    if (component.kind !== 'kubernetes-cluster') continue;
    const groups = Object.keys(component.nodeGroups);
    checkNames(groups, ['components', name, 'nodeGroups'], () => null, new Map(), tell);
  }
  checkRegions(regions, tell);
  const isWritten = frame !== null || regionNames.length > 0;
  if (isWritten && regions.size === regionNames.length) checkRoles(regions, strategy, tell);
  checkReferences(named, regionNames, tell);
  checkRepeats(named, tell);
  checkPlaceholders(named, tell);
  const around = surroundings(draft);
  if (around !== null) {
    for (const [name, component] of components) {
      const tellField: Parameters<typeof checkComponent>[3] = (field, wrong, mend) =>
        tell(['components', name, ...field], wrong, mend);
      checkComponent(component.kind, component, around, tellField, name);
      const isOne = kinds[component.kind].scope === 'global';
      checkExisting(component, { name, kind: component.kind, isOne }, around, tellField);
      checkWriterStands(component, around, tellField);
      checkPatches(component, tellField);
    }
    checkImages(around, tell);
    checkClusters(around, tell);
    checkSubnetsFit(regions, around, tell);
    checkReplicas(around, tell);
  }
  if (objectives !== null) checkObjectives(objectives, regionNames.length, strategy, around, tell);
}

/** null while strategy and regions are not sound, or nobody serves: the rest can't be judged. */
function surroundings(draft: Draft): Surroundings | null {
  const { strategy, regions, regionNames, components } = draft;
  if (strategy === null || regions.size < regionNames.length) return null;
  if (![...regions.values()].some((region) => region.role !== 'standby')) return null;
  const written: ReadonlyMap<string, WrittenComponent> = components;
  return {
    platform: draft.frame?.name ?? '',
    strategy,
    regions: [...regions].map(([name, region]) => ({
      name,
      role: region.role,
      zones: zoneNames(name, region.zones).length,
    })),
    components: written,
  };
}

/** Takes what was written; notes what was not. */
function fillWith(note: (field: Path, value: unknown, reason: string) => void): Fill {
  const fillShown =
    <T>(show: (value: T) => unknown) =>
    (field: Path, written: T | undefined, fallback: T, reason: string): T => {
      if (written !== undefined) return written;
      note(field, show(fallback), reason);
      return fallback;
    };
  const fill = <T>(field: Path, written: T | undefined, fallback: T, reason: string): T =>
    fillShown<T>((value) => value)(field, written, fallback, reason);
  return Object.assign(fill, {
    duration: fillShown(formatDuration),
    bytes: fillShown(formatBytes),
  });
}

function complete(
  draft: Draft,
  frame: WrittenFrame,
  objectives: WrittenObjectives,
): { platform: Platform; defaults: readonly Default[] } {
  const around = surroundings(draft);
  if (around === null) throw new Error('a platform without problems has regions and a strategy');
  const defaults: Default[] = [];
  const note = (path: Path, value: unknown, reason: string): void => {
    defaults.push({ path: formatPath(path), value: toJson(value), reason });
  };
  const fillAt = (at: Path): Fill =>
    fillWith((field, value, reason) => note([...at, ...field], value, reason));
  const resolvedObjectives = resolveObjectives(
    objectives,
    draft.regions.size,
    fillAt(['objectives']),
  );
  const regions = [...draft.regions].map(([name, region]) =>
    resolveRegion(name, region, (field, value, reason) =>
      note(['regions', name, ...field], value, reason),
    ),
  );
  const components: ResolvedComponent[] = [...draft.components].map(([name, component]) =>
    resolveComponent(component.kind, component, around, fillAt(['components', name]), name),
  );
  if (!components.some((component) => component.kind === 'network')) {
    const at = ['components', 'network'];
    note(at, { kind: 'network' }, 'every platform has one; write it to change it');
    components.push(
      resolveComponent('network', { kind: 'network' }, around, fillAt(at), 'network'),
    );
  }
  const platform: Platform = {
    schemaVersion: 1,
    name: frame.name,
    strategy: frame.strategy,
    objectives: resolvedObjectives,
    regions: Object.fromEntries(regions.map((region) => [region.name, region])),
    components: Object.fromEntries(components.map((component) => [component.name, component])),
  };
  return { platform, defaults };
}
