import { argumentTrees } from './generated/arguments.ts';

/** What may stand under a name. */
export type Argument =
  | { readonly is: 'value'; readonly type: ValueType; readonly in: readonly ('list' | 'map')[] }
  | { readonly is: 'block'; readonly inner: Arguments };

/** null: the provider's bindings say nothing of the shape. */
export type ValueType = 'text' | 'number' | 'switch' | null;

export type Arguments = ReadonlyMap<string, Argument>;

const types: Readonly<Record<string, ValueType>> = { s: 'text', n: 'number', b: 'switch' };

/** What may be written in a resource; a type that nothing writes has nothing. */
export function argumentsOf(type: string): Arguments {
  const root = new Map<string, Argument>();
  const around = [root];
  const words = (argumentTrees[type] ?? '').matchAll(/(\w+)=([[{]*)(\w)|(\w+)\(|\)/g);
  for (const [, name, marks = '', letter = '', block] of words) {
    const own = around.at(-1) ?? root;
    if (name !== undefined) {
      const holders = [...marks].map((mark) => (mark === '[' ? 'list' : 'map'));
      own.set(name, { is: 'value', type: types[letter] ?? null, in: holders });
    } else if (block === undefined) {
      around.pop();
    } else {
      const inner = new Map<string, Argument>();
      own.set(block, { is: 'block', inner });
      around.push(inner);
    }
  }
  return root;
}
