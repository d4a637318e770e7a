import type { z } from 'zod';
import type { DataBase } from './component.ts';
import type { Fill, Surroundings, Tell, WrittenComponent } from './kind.ts';
import { accessAnalyzer } from './kinds/access-analyzer.ts';
import { alarms } from './kinds/alarms.ts';
import { aurora } from './kinds/aurora.ts';
import { cdn } from './kinds/cdn.ts';
import { certificate } from './kinds/certificate.ts';
import { containerRegistry } from './kinds/container-registry.ts';
import { dns } from './kinds/dns.ts';
import { documentdb } from './kinds/documentdb.ts';
import { dynamodb } from './kinds/dynamodb.ts';
import { events } from './kinds/events.ts';
import { fileStore } from './kinds/file-store.ts';
import { firewall } from './kinds/firewall.ts';
import { globalAccelerator } from './kinds/global-accelerator.ts';
import { keyPair } from './kinds/key-pair.ts';
import { keys } from './kinds/keys.ts';
import { kubernetesCluster } from './kinds/kubernetes-cluster.ts';
import { loadBalancer } from './kinds/load-balancer.ts';
import { machineImage } from './kinds/machine-image.ts';
import { network } from './kinds/network.ts';
import { objectStore } from './kinds/object-store.ts';
import { pipeline } from './kinds/pipeline.ts';
import { postgres } from './kinds/postgres.ts';
import { secrets } from './kinds/secrets.ts';
import { service } from './kinds/service.ts';
import { virtualMachines } from './kinds/virtual-machines.ts';
import { workforceIdentity } from './kinds/workforce-identity.ts';

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
  'virtual-machines': virtualMachines,
  'machine-image': machineImage,
  'key-pair': keyPair,
  documentdb,
  dynamodb,
  cdn,
  certificate,
  firewall,
  keys,
  secrets,
  alarms,
  events,
  'workforce-identity': workforceIdentity,
  'access-analyzer': accessAnalyzer,
  pipeline,
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

/** Written in every region at once: nothing of it is promoted, and nothing moves with it. */
export function isWrittenEverywhere(kind: Kind): boolean {
  return kind === 'object-store' || kind === 'dynamodb';
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
