/** What a platform says itself about a resource: laid over what its kind would write. */
import { mendName, type Problem, type ResolvedComponent } from '@outrigger/model';
import { blockTreeOf, withBlocks } from './aws/block-tree.ts';
import { argumentsOf } from './aws/generated/arguments.ts';
import type { Block } from './hcl/block.ts';

const meta: readonly string[] = ['count', 'for_each', 'depends_on', 'lifecycle', 'provider'];

export function addressOf({ type, labels }: Block): string {
  return type === 'resource' ? labels.join('.') : `${type}.${labels.join('.')}`;
}

/** Each argument of the patch takes the place of the kind's own, and says where it comes from. */
export function patched(block: Block, { terraform }: Pick<ResolvedComponent, 'terraform'>): Block {
  const patch = block.type === 'resource' ? terraform[addressOf(block)] : undefined;
  if (patch === undefined) return block;
  const body = withBlocks(patch, blockTreeOf(block.labels[0] ?? ''));
  const remark = "Set by the platform's own `terraform:` patch.";
  const remarks = Object.fromEntries(Object.keys(patch).map((name) => [name, remark]));
  return { ...block, body: { ...block.body, ...body }, remarks: { ...block.remarks, ...remarks } };
}

/** What is wrong with a component's patches, given the addresses of all that it writes. */
export function patchProblems(
  component: ResolvedComponent,
  written: ReadonlySet<string>,
): readonly Problem[] {
  return Object.entries(component.terraform).flatMap(([address, patch]): Problem[] => {
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
    const known = (argumentsOf[type] ?? '').split(' ');
    return Object.keys(patch)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: `${path}.${name}`,
        value: patch[name] ?? null,
        wrong: meta.includes(name)
          ? 'is not an argument of the resource, but one of Terraform itself'
          : `is no argument of ${type} (provider 6.66)`,
        mend: mendName(name, known),
        line: null,
      }));
  });
}
