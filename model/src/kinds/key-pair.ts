import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { pattern } from '../fields.ts';
import { allRegions, defineKind } from '../kind.ts';

/** The public half of an SSH key, in each region. The private half is never here. */
export interface KeyPair extends ComponentBase {
  readonly kind: 'key-pair';
  /** OpenSSH's format; null: its Terraform asks for it. */
  readonly publicKey: string | null;
}

export const keyPair = defineKind({
  kind: 'key-pair',
  title: 'SSH key pair of EC2',
  scope: 'each region',
  schema: z.strictObject({
    kind: z.literal('key-pair'),
    publicKey: pattern(
      /^ssh-(ed25519|rsa) [A-Za-z0-9+/]+=*( [^\n]*)?$/,
      'is not a public key that EC2 takes',
      "write the one line of a .pub file: 'ssh-ed25519 AAAA…'",
    )
      .optional()
      .describe('The one line of a .pub file. Default: asked for when it is built.'),
    ...commonFields,
  }),
  references: {},
  regionReferences: [],
  name: { lengthMax: 255, because: "EC2's limit for key pairs" },
  check: () => {},
  resolve: (written, around, fill, name): KeyPair => ({
    kind: 'key-pair',
    ...fillBase(name, allRegions(around), written),
    publicKey: fill(
      ['publicKey'],
      written.publicKey,
      null,
      'whose key it is changes more often than the platform',
    ),
  }),
});
