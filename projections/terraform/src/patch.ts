/** What a platform says itself about a resource: laid over what its kind would write. */
import { type Json, mendName, type Problem, type ResolvedComponent } from '@outrigger/model';
import { type Argument, type Arguments, argumentsOf, type ValueType } from './aws/argument-tree.ts';
import { type BlockTree, blockTreeOf, withBlocks } from './aws/block-tree.ts';
import { type Block, type Body, blocksIn, isNested, nested } from './hcl/block.ts';

type JsonMap = { readonly [name: string]: Json };

const meta: readonly string[] = ['count', 'for_each', 'depends_on', 'lifecycle', 'provider'];

export function addressOf({ type, labels }: Block): string {
  return type === 'resource' ? labels.join('.') : `${type}.${labels.join('.')}`;
}

/** Each argument of the patch takes the place of the kind's own, and says where it comes from. */
export function patched(block: Block, { terraform }: Pick<ResolvedComponent, 'terraform'>): Block {
  const patch = block.type === 'resource' ? terraform[addressOf(block)] : undefined;
  if (patch === undefined) return block;
  const { body, said } = laidOver(block.body, patch, blockTreeOf(block.labels[0] ?? ''), '');
  const remark = "Set by the platform's own `terraform:` patch.";
  const remarks = Object.fromEntries(said.map((path) => [path, remark]));
  return { ...block, body, remarks: { ...block.remarks, ...remarks } };
}

/** A block that there is once keeps what the patch doesn't name; a list takes the place of all. */
function laidOver(
  own: Body,
  patch: JsonMap,
  tree: BlockTree,
  path: string,
): { readonly body: Body; readonly said: readonly string[] } {
  const said: string[] = [];
  const fresh = Object.entries(patch).map(([name, value]): [string, Body[string]] => {
    const inner = tree[name];
    const before = own[name];
    const [only, ...more] = isNested(before) ? blocksIn(before) : [];
    if (inner === undefined || only === undefined || more.length > 0 || !isJsonMap(value)) {
      said.push(`${path}${name}`);
      return [name, withBlocks({ [name]: value }, tree)[name]];
    }
    const merged = laidOver(only.body, value, inner, `${path}${name}.`);
    said.push(...merged.said);
    return [name, nested(merged.body)];
  });
  return { body: { ...own, ...Object.fromEntries(fresh) }, said };
}

/**
 * RDS user guide, storage autoscaling: the threshold is a tenth above the disk or more. It is
 * written beside what the patch says.
 */
export function diskProblems(
  block: Block,
  { name, terraform }: Pick<ResolvedComponent, 'name' | 'terraform'>,
): readonly Problem[] {
  const { allocated_storage: disk, max_allocated_storage: most } = block.body;
  if (block.type !== 'resource' || terraform[addressOf(block)] === undefined) return [];
  if (typeof disk !== 'number' || typeof most !== 'number' || most === 0) return [];
  const least = Math.ceil((disk * 11) / 10);
  if (most >= least) return [];
  const path = `components.${name}.terraform['${addressOf(block)}'].allocated_storage`;
  const wrong = `is too near to max_allocated_storage, ${most}: RDS asks for ${least} or more`;
  const mend = "write storage: '… GiB' in its place, or max_allocated_storage beside it";
  return [{ path, value: disk, wrong, mend, line: null }];
}

/** What is wrong with a component's patches, given the addresses of all that it writes. */
export function patchProblems(
  component: Pick<ResolvedComponent, 'name' | 'terraform'>,
  written: ReadonlySet<string>,
): readonly Problem[] {
  return Object.entries(component.terraform).flatMap(([address, patch]): readonly Problem[] => {
    const path = `components.${component.name}.terraform['${address}']`;
    if (!written.has(address)) {
      const wrong = `${component.name} writes no resource of this address`;
      const mend =
        written.size === 0
          ? 'leave it out: what stands already is not written'
          : mendName(address, [...written]);
      return [{ path, value: null, wrong, mend, line: null }];
    }
    const type = address.split('.')[0] ?? '';
    return bodyProblems(patch, { within: type, known: argumentsOf(type), path });
  });
}

interface Place {
  /** Of what they are arguments: `aws_vpc`, `scaling_config`. */
  readonly within: string;
  readonly known: Arguments;
  readonly path: string;
}

function bodyProblems(body: JsonMap, { within, known, path }: Place): readonly Problem[] {
  return Object.entries(body).flatMap(([name, value]): readonly Problem[] => {
    const place = `${path}.${name}`;
    const argument = known.get(name);
    if (argument === undefined) {
      const wrong = meta.includes(name)
        ? 'is not an argument of the resource, but one of Terraform itself'
        : `is no argument of ${within} (provider 6.66)`;
      const mend = mendName(name, [...known.keys()]);
      return [{ path: place, value, wrong, mend, line: null }];
    }
    // What is null is as good as left out.
    if (value === null) return [];
    if (isSecret(name, argument)) return [secretProblem(place)];
    if (argument.is === 'value') return valueProblems(value, argument.in, argument.type, place);
    const blocks = Array.isArray(value) ? value : [value];
    return blocks.flatMap((block: Json): readonly Problem[] =>
      isJsonMap(block)
        ? bodyProblems(block, { within: name, known: argument.inner, path: place })
        : [mistyped(place, block, 'a map of arguments')],
    );
  });
}

/** Of the provider: what it marks as sensitive or write-only, as far as people would write it. */
const secret = /^(client_secret|(master_)?password|private_key|secret_(binary|string)|token)$|_wo$/;

function isSecret(name: string, argument: Argument): boolean {
  return argument.is === 'value' && argument.type === 'text' && secret.test(name);
}

/** Its value is not repeated: it may be in a log by now. */
function secretProblem(path: string): Problem {
  const wrong = 'is a secret: here it would stand in the code, and most stand in the state too';
  const mend = 'leave it out, and change it if it is real; Secrets Manager holds passwords';
  return { path, value: null, wrong, mend, line: null };
}

const words = { text: 'a text', number: 'a number', switch: 'true or false' } as const;
const typesOf = { text: 'string', number: 'number', switch: 'boolean' } as const;

function valueProblems(
  value: Json,
  [holder, ...inside]: readonly ('list' | 'map')[],
  type: ValueType,
  path: string,
): readonly Problem[] {
  if (holder === 'list') {
    if (!Array.isArray(value)) return [mistyped(path, value, 'a list')];
    return value.flatMap((one: Json, index) =>
      valueProblems(one, inside, type, `${path}[${index}]`),
    );
  }
  if (holder === 'map') {
    if (!isJsonMap(value)) return [mistyped(path, value, 'a map')];
    return Object.entries(value).flatMap(([key, one]) =>
      valueProblems(one, inside, type, `${path}.${key}`),
    );
  }
  if (type === null || typeof value === typesOf[type]) return [];
  return [mistyped(path, value, words[type])];
}

function mistyped(path: string, value: Json, wanted: string): Problem {
  return { path, value, wrong: `is not ${wanted}`, mend: `write ${wanted}`, line: null };
}

function isJsonMap(value: Json): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
