import type { z } from 'zod';
import type { Role, Strategy } from './platform.ts';

/** A region as far as a component needs to know it. */
export interface RegionOutline {
  readonly name: string;
  readonly role: Role;
  readonly zones: number;
}

/** A component as it was written: its shape is checked, its defaults are not filled. */
export interface WrittenComponent {
  readonly kind: string;
}

/** What a kind may know of the platform around one of its components. */
export interface Surroundings {
  readonly platform: string;
  readonly strategy: Strategy;
  readonly regions: readonly RegionOutline[];
  /** Every component that has a sound shape. */
  readonly components: ReadonlyMap<string, WrittenComponent>;
}

/** Tells a problem at a field of the component that is checked. */
export type Tell = (field: Field, wrong: string, mend: string) => void;

type Field = readonly (string | number)[];

/** What was written, or else the default: which is noted with its reason for `check --explain`. */
export interface Fill {
  <T>(field: Field, written: T | undefined, fallback: T, reason: string): T;
  /** In ms; noted as people write it. */
  duration(field: Field, written: number | undefined, fallback: number, reason: string): number;
  /** In bytes; noted as people write it. */
  bytes(field: Field, written: number | undefined, fallback: number, reason: string): number;
}

/**
 * One kind of component. `references` are data: a field (a name, a list of names, or a record with
 * names as its values) and the kinds that it may point to. `resolve` is called only when the whole
 * platform is sound.
 */
export interface KindDefinition<K extends string, Schema extends z.ZodType, Resolved> {
  readonly kind: K;
  /** What it is, for people: "RDS for PostgreSQL". */
  readonly title: string;
  /** Whether AWS has it once for all regions, or one in each region. */
  readonly scope: 'each region' | 'global';
  readonly schema: Schema;
  readonly references: { readonly [field: string]: readonly string[] };
  /** Fields that hold region names: a name, a list, or a record with names as its keys. */
  readonly regionReferences: readonly string[];
  /** Fields whose entries or keys label blocks of Terraform: `entries`, `jobs.*.policies`. */
  readonly labels?: readonly string[];
  /** The longest name that AWS or Kubernetes takes for it. */
  readonly name: { readonly lengthMax: number; readonly because: string };
  readonly check: (
    written: z.output<Schema>,
    around: Surroundings,
    tell: Tell,
    name: string,
  ) => void;
  readonly resolve: (
    written: z.output<Schema>,
    around: Surroundings,
    fill: Fill,
    name: string,
  ) => Resolved;
}

/** Keeps the literal types of a definition. */
export function defineKind<const K extends string, Schema extends z.ZodType, Resolved>(
  definition: KindDefinition<K, Schema, Resolved>,
): KindDefinition<K, Schema, Resolved> {
  return definition;
}

/** Kubernetes names a service by a DNS label. */
export const dnsLabel = { lengthMax: 63, because: 'a DNS label' } as const;

/** Where the platform serves at the start; other regions only follow. */
export function servingRegions(around: Surroundings): RegionOutline[] {
  return around.regions.filter((region) => region.role !== 'standby');
}

export function startRegion(around: Surroundings): string {
  const primary = around.regions.find((region) => region.role === 'primary');
  return (primary ?? servingRegions(around)[0] ?? around.regions[0])?.name ?? '';
}

export function listOf(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? [names] : names;
}

/** As written; else every region, but under backup-restore those that serve: the rest is built. */
export function runningRegions(
  written: string | readonly string[] | undefined,
  around: Surroundings,
): readonly string[] {
  const all = around.regions.map((region) => region.name);
  if (written !== undefined) {
    const named = listOf(written);
    return all.filter((region) => named.includes(region));
  }
  if (around.strategy !== 'backup-restore') return all;
  return servingRegions(around).map((region) => region.name);
}

/** Every region of the platform, in its order. */
export function allRegions(around: Surroundings): readonly string[] {
  return around.regions.map((region) => region.name);
}
