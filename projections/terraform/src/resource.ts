import type { AwsDataSources, AwsEphemerals, AwsResources } from '@outrigger/model';
import { blockTreeOf, withBlocks } from './aws/block-tree.ts';
import { type Block, type Body, nested } from './hcl/block.ts';
import { type Expression, hcl, template, type Value } from './hcl/value.ts';

type Resources = AwsResources<Expression>;
type DataSources = AwsDataSources<Expression>;
type Ephemerals = AwsEphemerals<Expression>;

export type ResourceType = keyof Resources;
export type DataType = keyof DataSources;
export type EphemeralType = keyof Ephemerals;

/** A block that others refer to: `aws_vpc.main`, `data.aws_partition.current`. */
export interface Addressed<Attribute extends string> extends Block {
  readonly address: string;
  /** What can be read of it: for the compiler, never there. */
  readonly reads?: (attribute: Attribute) => void;
}

/** What stands in a block beside the provider's own arguments. */
export interface Meta {
  readonly count?: number | Expression;
  readonly for_each?: Expression;
  readonly depends_on?: readonly Addressed<never>[] | undefined;
  readonly lifecycle?: Lifecycle | undefined;
}

export interface Lifecycle {
  readonly create_before_destroy?: boolean;
  readonly prevent_destroy?: boolean;
  /** Names or paths of arguments: `scaling_config[0].desired_size`. */
  readonly ignore_changes?: readonly string[];
  readonly precondition?: Condition | readonly Condition[];
  readonly postcondition?: Condition | readonly Condition[];
}

export interface Condition {
  readonly condition: Expression;
  readonly error_message: string;
}

export interface Notes {
  /** Why it is there; above it. */
  readonly comment?: string;
  /** Why an argument is as it is, by its path: `lifecycle.ignore_changes`. */
  readonly remarks?: { readonly [path: string]: string };
  /** Rules of Checkov that it breaks on purpose, each with its reason. */
  readonly accepted?: { readonly [rule: string]: string };
}

export function resource<T extends ResourceType>(
  type: T,
  name: string,
  body: Resources[T]['written'] & Meta,
  notes: Notes = {},
): Addressed<Resources[T]['read']> {
  const address = `${type}.${name}`;
  return { type: 'resource', labels: [type, name], body: bodyOf(type, body), address, ...notes };
}

export function data<T extends DataType>(
  type: T,
  name: string,
  body: DataSources[T]['written'] & Meta,
  notes: Notes = {},
): Addressed<DataSources[T]['read']> {
  const address = `data.${type}.${name}`;
  const written = bodyOf(`data.${type}`, body);
  return { type: 'data', labels: [type, name], body: written, address, ...notes };
}

/** Exists while Terraform runs, and stands in no state. */
export function ephemeral<T extends EphemeralType>(
  type: T,
  name: string,
  body: Ephemerals[T]['written'] & Meta,
  notes: Notes = {},
): Addressed<Ephemerals[T]['read']> {
  const address = `ephemeral.${type}.${name}`;
  const written = bodyOf(`ephemeral.${type}`, body);
  return { type: 'ephemeral', labels: [type, name], body: written, address, ...notes };
}

/** `ref(vpc, 'id')` is `aws_vpc.main.id`. */
export function ref<Attribute extends string>(
  block: Addressed<Attribute>,
  attribute: Attribute,
): Expression {
  return hcl(`${block.address}.${attribute}`);
}

/** A part of what can be read: `refInto(cluster, 'identity', '[0].oidc[0].issuer')`. */
export function refInto<Attribute extends string>(
  block: Addressed<Attribute>,
  attribute: Attribute,
  path: string,
): Expression {
  return hcl(`${block.address}.${attribute}${path}`);
}

/** What a person has to say when it is applied, or may. */
export function variable(
  name: string,
  body: {
    readonly type: 'string' | 'number' | 'bool' | 'list(string)';
    readonly description: string;
    readonly default?: Value;
    readonly validation?: Condition;
  },
): Addressed<never> {
  const { validation, type, ...rest } = body;
  const written: Body = {
    description: rest.description,
    type: hcl(type),
    ...('default' in rest ? { default: rest.default } : {}),
    ...(validation === undefined ? {} : { validation: nested({ ...validation }) }),
  };
  return { type: 'variable', labels: [name], body: written, address: `var.${name}` };
}

/** What a person reads after an apply. */
export function output(name: string, value: Value, description: string): Block {
  return { type: 'output', labels: [name], body: { description, value } };
}

/** Terraform forgets it, and it stays where it is. */
export function removed(address: string, comment: string): Block {
  const lifecycle = nested({ destroy: false });
  return { type: 'removed', labels: [], body: { from: hcl(address), lifecycle }, comment };
}

/**
 * Terraform takes over what somebody else has made; once it has, this does nothing. It is looked
 * for in the provider's region unless the id names another (provider guide, enhanced region
 * support), so a resource that says its region has it in the id as well.
 */
export function imported(to: Addressed<never>, id: string | Expression, comment: string): Block {
  const { region } = to.body;
  const place = typeof region === 'string' ? template`${id}@${region}` : id;
  return { type: 'import', labels: [], body: { to: hcl(to.address), id: place }, comment };
}

function bodyOf(type: string, body: object): Body {
  const { count, for_each, depends_on, lifecycle, ...own }: Meta = body;
  return {
    ...(count === undefined ? {} : { count }),
    ...(for_each === undefined ? {} : { for_each }),
    ...withBlocks(own, blockTreeOf(type)),
    ...(depends_on === undefined || depends_on.length === 0
      ? {}
      : { depends_on: depends_on.map(({ address }) => hcl(address)) }),
    ...(lifecycle === undefined ? {} : { lifecycle: nested(lifecycleOf(lifecycle)) }),
  };
}

function lifecycleOf({ ignore_changes, precondition, postcondition, ...rest }: Lifecycle): Body {
  const conditions = (written: Condition | readonly Condition[] | undefined) =>
    written === undefined ? undefined : nested(...[written].flat().map((one) => ({ ...one })));
  return {
    ...rest,
    ...(ignore_changes === undefined ? {} : { ignore_changes: ignore_changes.map(hcl) }),
    precondition: conditions(precondition),
    postcondition: conditions(postcondition),
  };
}
