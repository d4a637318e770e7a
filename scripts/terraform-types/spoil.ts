/** Copies of a block with one thing wrong each: a comparison that takes them for right is blind. */
import { type Json, mapOf, type Written } from './read-hcl.ts';

export interface Spoiled {
  readonly what: string;
  readonly copy: Written;
}

export function spoiledCopies(written: Written): readonly Spoiled[] {
  const { body, blocks } = written;
  const [first] = Object.keys(body).filter((name) => !ownOfTerraform.test(name));
  const [block] = [...blocks].filter((path) => !path.includes('.'));
  return [
    ...(first === undefined ? [] : [renamed(written, first)]),
    ...(block === undefined ? [] : [asArgument(written, block), withStranger(written, block)]),
    { what: 'an argument too many', copy: { ...written, body: { ...body, spoiled: true } } },
    ...retyped(written),
  ];
}

const ownOfTerraform = /^(count|for_each|depends_on|lifecycle)$/;

function renamed(written: Written, name: string): Spoiled {
  const { [name]: value = null, ...rest } = written.body;
  return { what: `${name} misspelt`, copy: { ...written, body: { ...rest, [`${name}x`]: value } } };
}

function asArgument(written: Written, block: string): Spoiled {
  const blocks = new Set([...written.blocks].filter((path) => path !== block));
  return { what: `${block} as an argument`, copy: { ...written, blocks } };
}

function withStranger(written: Written, block: string): Spoiled {
  const inner = [written.body[block] ?? []].flat().map(
    (one): Json => ({
      ...mapOf(one),
      spoiled: true,
    }),
  );
  const copy = { ...written, body: { ...written.body, [block]: inner } };
  return { what: `an argument too many in ${block}`, copy };
}

/** A switch or a number as a text, which Terraform would take, but no careful person writes. */
function retyped(written: Written): readonly Spoiled[] {
  const found = Object.entries(written.body).find(
    ([name, value]) => !ownOfTerraform.test(name) && /^(number|boolean)$/.test(typeof value),
  );
  if (found === undefined) return [];
  const [name, value] = found;
  const copy = { ...written, body: { ...written.body, [name]: String(value) } };
  return [{ what: `${name} as a text`, copy }];
}
