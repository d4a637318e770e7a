/** What every component may say besides its kind's own fields: what stands already, and patches. */
import { z } from 'zod';
import type { ComponentBase, Existing } from './component.ts';
import { pattern } from './fields.ts';
import type { Tell } from './kind.ts';
import { type Json, toJson } from './problem.ts';

const id = () => z.string().min(1, { error: "is empty\nwrite its id, like 'vpc-0a1b2c3d'" });

export const commonFields = {
  existing: z
    .union(
      [
        z.strictObject({
          id: z.union([id(), z.record(z.string(), id()).meta({ 'x-key-reference': 'region' })]),
        }),
        z.strictObject({ tags: z.record(z.string(), z.string()) }),
      ],
      {
        error:
          'says neither an id nor tags\n' +
          "write { id: 'vpc-0a1b2c3d' }, an id for each region, or { tags: { Name: 'shop' } }",
      },
    )
    .optional()
    .describe('It stands already, found by its id or its tags: read, never created.'),
  terraform: z
    .record(
      pattern(
        /^[a-z][a-z0-9]*(_[a-z0-9]+)+\.[A-Za-z_][\w-]*$/,
        'is not the address of a resource',
        "write its type and its name, like 'aws_db_instance.orders_db'",
      ),
      z.record(z.string(), z.unknown()),
    )
    .meta({ 'x-type': 'TerraformPatches' })
    .optional()
    .describe('Attributes to set in the Terraform that is written, by address of the resource.'),
} as const;

export interface WrittenCommon {
  readonly existing?:
    | { readonly id: string | Readonly<Record<string, string>> }
    | { readonly tags: Readonly<Record<string, string>> }
    | undefined;
  readonly terraform?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** Patches are data: they go into files as they are. */
export function checkPatches({ terraform }: WrittenCommon, tell: Tell): void {
  for (const [address, attributes] of Object.entries(terraform ?? {})) {
    for (const [name, value] of Object.entries(attributes)) {
      if (isJson(value)) continue;
      tell(
        ['terraform', address, name],
        'is not plain data',
        'write texts, numbers, true, false, null, lists and objects only',
      );
    }
  }
}

function isJson(value: unknown): boolean {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && value !== null && Object.values(value).every(isJson);
}

/** What every resolved component has, in the order in which it is read. */
export function fillBase(
  name: string,
  regions: readonly string[],
  written: WrittenCommon,
): ComponentBase {
  return { name, regions, ...fillCommon(regions, written) };
}

export function fillCommon(
  regions: readonly string[],
  { existing, terraform }: WrittenCommon,
): Pick<ComponentBase, 'existing' | 'terraform'> {
  return {
    existing: existing === undefined ? null : existingOf(existing, regions),
    terraform: Object.fromEntries(
      Object.entries(terraform ?? {}).map(([address, attributes]) => [
        address,
        Object.fromEntries(
          Object.entries(attributes).map(([key, value]): [string, Json] => [
            key,
            toJson(value, Number.NEGATIVE_INFINITY),
          ]),
        ),
      ]),
    ),
  };
}

function existingOf(
  existing: NonNullable<WrittenCommon['existing']>,
  regions: readonly string[],
): Existing {
  if ('tags' in existing) return { by: 'tags', tags: existing.tags };
  const { id: ids } = existing;
  if (typeof ids !== 'string') return { by: 'id', ids };
  return { by: 'id', ids: Object.fromEntries(regions.map((region) => [region, ids])) };
}
