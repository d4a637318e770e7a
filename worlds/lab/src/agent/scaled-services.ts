import { existsSync } from 'node:fs';
import { readJson, writeJsonAtomically } from '../processes/state-folder.ts';

/** Services that a recovery has scaled up: on disk, so that a restarted agent starts them too. */
export interface ScaledServices {
  readonly names: ReadonlySet<string>;
  /** The zone ran before: clients may be served elsewhere while it starts. */
  readonly comesBack: boolean;
  set(component: string, replicas: number): void;
}

export function scaledServices(file: string): ScaledServices {
  const comesBack = existsSync(file);
  const names = new Set((readJson(file) ?? []) as string[]);
  if (!comesBack) writeJsonAtomically(file, []);
  return {
    names,
    comesBack,
    set(component, replicas) {
      if (replicas > 0) names.add(component);
      else names.delete(component);
      writeJsonAtomically(file, [...names]);
    },
  };
}
