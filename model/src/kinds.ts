import type { z } from 'zod';
import type { DataBase } from './component.ts';
import type { Fill, Surroundings, Tell, WrittenComponent } from './kind.ts';
import { aurora } from './kinds/aurora.ts';
import { containerRegistry } from './kinds/container-registry.ts';
import { dns } from './kinds/dns.ts';
import { fileStore } from './kinds/file-store.ts';
import { globalAccelerator } from './kinds/global-accelerator.ts';
import { kubernetesCluster } from './kinds/kubernetes-cluster.ts';
import { loadBalancer } from './kinds/load-balancer.ts';
import { network } from './kinds/network.ts';
import { objectStore } from './kinds/object-store.ts';
import { postgres } from './kinds/postgres.ts';
import { service } from './kinds/service.ts';

/** Every kind there is. A new one is a file in `kinds/` and a line here. */
export const kinds = {
  network,
  'kubernetes-cluster': kubernetesCluster,
  service,
  aurora,
  postgres,
  'file-store': fileStore,
  'object-store': objectStore,
  'container-registry': containerRegistry,
  'load-balancer': loadBalancer,
  'global-accelerator': globalAccelerator,
  dns,
} as const;

export type Kind = keyof typeof kinds;
export type ComponentOf<K extends Kind> = ReturnType<(typeof kinds)[K]['resolve']>;
export type ResolvedComponent = { [K in Kind]: ComponentOf<K> }[Kind];
export type WrittenOf<K extends Kind> = z.output<(typeof kinds)[K]['schema']>;

/** The kinds that hold acknowledged writes. */
export type DataKind = { [K in Kind]: ComponentOf<K> extends DataBase ? K : never }[Kind];

export function isKind(text: unknown): text is Kind {
  return typeof text === 'string' && Object.hasOwn(kinds, text);
}

/** Kinds that hold data are those whose copies follow a writer: they have `replicaIn`. */
export function isWrittenData(component: WrittenComponent): component is WrittenOf<DataKind> {
  return (
    isKind(component.kind) && kinds[component.kind].regionReferences.some((f) => f === 'replicaIn')
  );
}

type Definitions = { readonly [K in Kind]: KindFunctions<K> };

interface KindFunctions<K extends Kind> {
  readonly schema: z.ZodType<WrittenOf<K>>;
  readonly check: (written: WrittenOf<K>, around: Surroundings, tell: Tell, name: string) => void;
  readonly resolve: (
    written: WrittenOf<K>,
    around: Surroundings,
    fill: Fill,
    name: string,
  ) => ComponentOf<K>;
}

const definitions: Definitions = kinds;

export function checkComponent<K extends Kind>(
  kind: K,
  written: WrittenOf<K>,
  around: Surroundings,
  tell: Tell,
  name: string,
): void {
  definitions[kind].check(written, around, tell, name);
}

export function resolveComponent<K extends Kind>(
  kind: K,
  written: WrittenOf<K>,
  around: Surroundings,
  fill: Fill,
  name: string,
): ComponentOf<K> {
  return definitions[kind].resolve(written, around, fill, name);
}
