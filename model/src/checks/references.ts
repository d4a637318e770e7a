import { type Kind, kinds } from '../kinds.ts';
import { mendName } from '../near.ts';
import { type Path, valueAt } from '../problem.ts';
import type { TellAt } from '../read.ts';

/** What is known of every component, also of one whose shape is wrong. */
export interface Named {
  readonly name: string;
  readonly kind: Kind | null;
  readonly written: unknown;
}

/** Names in a field: a name, a list of names, or a record with names as its values. */
export function namesIn(value: unknown): { readonly field: Path; readonly name: string }[] {
  if (typeof value === 'string') return [{ field: [], name: value }];
  if (Array.isArray(value)) {
    return value.flatMap((name, index) =>
      typeof name === 'string' ? [{ field: [index], name }] : [],
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, name]) =>
    typeof name === 'string' ? [{ field: [key], name }] : [],
  );
}

/** Region names in a field: a name, a list, or a record with names as its keys. */
function regionsIn(value: unknown): { readonly field: Path; readonly name: string }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return namesIn(value);
  return Object.keys(value).map((name) => ({ field: [name], name }));
}

export function checkReferences(
  components: readonly Named[],
  regions: readonly string[],
  tell: TellAt,
): void {
  const byName = new Map(components.map((component) => [component.name, component]));
  for (const component of components) {
    if (component.kind === null) continue;
    const definition = kinds[component.kind];
    for (const [field, allowed] of Object.entries(definition.references)) {
      checkField(component, field, allowed, byName, tell);
    }
    for (const field of definition.regionReferences) {
      const written = valueAt(component.written, [field]);
      for (const { field: inside, name } of regionsIn(written)) {
        if (regions.includes(name)) continue;
        const path = ['components', component.name, field, ...inside];
        tell(path, 'no region has this name', mendName(name, regions));
      }
    }
  }
}

function checkField(
  from: Named,
  field: string,
  allowed: readonly string[],
  components: ReadonlyMap<string, Named>,
  tell: TellAt,
): void {
  const mend = (name: string): string => {
    const fitting = [...components.values()].filter(
      (target) => target !== from && target.kind !== null && allowed.includes(target.kind),
    );
    if (fitting.length > 0) {
      return mendName(
        name,
        fitting.map((target) => target.name),
      );
    }
    return `add a component of kind ${allowed.join(' or ')}: there is none`;
  };
  for (const { field: inside, name } of namesIn(valueAt(from.written, [field]))) {
    const path = ['components', from.name, field, ...inside];
    const target = components.get(name);
    if (target === undefined) {
      tell(path, 'no component has this name', mend(name));
    } else if (target === from) {
      tell(path, 'refers to itself', mend(''));
    } else if (target.kind !== null && !allowed.includes(target.kind)) {
      const wrong = `is of kind ${target.kind}, where ${allowed.join(' or ')} is needed`;
      tell(path, wrong, mend(name));
    }
  }
}
