import { type Body, nested } from '../hcl/block.ts';
import { blockTrees } from './generated/blocks.ts';
import { wafStatementTree } from './waf-statement.ts';

/** Which arguments are blocks, and which of theirs. */
export interface BlockTree {
  readonly [argument: string]: BlockTree;
}

const read = new Map<string, BlockTree>();

/** `aws_vpc`, `data.aws_vpc`; a type that has no blocks has an empty tree. */
export function blockTreeOf(type: string): BlockTree {
  const known = read.get(type);
  if (known !== undefined) return known;
  const text = (blockTrees[type] ?? '').replaceAll('*', wafStatementTree);
  const tree = readTree(text.match(/[a-z0-9_]+|[()]/g) ?? []);
  read.set(type, tree);
  return tree;
}

function readTree(words: readonly string[]): BlockTree {
  const root: { [argument: string]: BlockTree } = {};
  const around = [root];
  let last = root;
  for (const word of words) {
    if (word === '(') around.push(last);
    else if (word === ')') around.pop();
    else {
      const parent: { [argument: string]: BlockTree } = around.at(-1) ?? root;
      last = {};
      parent[word] = last;
    }
  }
  return root;
}

/** What is typed as plain data becomes arguments and blocks, as the provider wants them. */
export function withBlocks(body: object, tree: BlockTree): Body {
  const entries = Object.entries(body).map(([name, value]): [string, Body[string]] => {
    const inner = tree[name];
    if (inner === undefined || value === undefined) return [name, value];
    if (value === null) return [name, undefined];
    const several: readonly object[] = Array.isArray(value) ? value : [value];
    return [name, nested(...several.map((one) => withBlocks(one, inner)))];
  });
  return Object.fromEntries(entries);
}
