import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { regionsKnown, replicaRegions } from '../data.ts';
import { componentName, domain, pattern } from '../fields.ts';
import {
  allRegions,
  defineKind,
  type Surroundings,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';
import { listNames } from '../near.ts';
import { isWrittenObjectStore } from './object-store.ts';

/** CloudFront in front of a bucket, which nobody else can read. */
export interface Cdn extends ComponentBase {
  readonly kind: 'cdn';
  /** An object-store. */
  readonly from: string;
  /** Names that clients use; none: CloudFront's own. */
  readonly names: readonly string[];
  /** A certificate; null: CloudFront's own name needs none. */
  readonly certificate: string | null;
  /** What is answered to `/`. */
  readonly index: string;
  /** Whether a region's copy of the bucket answers reads while the first one fails. */
  readonly originFailover: boolean;
  /** CloudFront's name of what part of the world it serves from. */
  readonly priceClass: 'PriceClass_100' | 'PriceClass_200' | 'PriceClass_All';
}

const schema = z.strictObject({
  kind: z.literal('cdn'),
  from: componentName().describe('The bucket that it serves.'),
  names: z.array(domain()).optional().describe("Names that clients use. Default: CloudFront's."),
  certificate: componentName().optional().describe('For these names.'),
  index: pattern(
    /^[\w.-]+(\/[\w.-]+)*$/,
    'is not the key of an object',
    "write one without a slash in front, like 'index.html'",
  )
    .optional()
    .describe('What is answered to /. Default index.html.'),
  originFailover: z
    .boolean()
    .optional()
    .describe("Whether the bucket's replica answers reads too. Default: where it has one."),
  priceClass: z
    .enum(['PriceClass_100', 'PriceClass_200', 'PriceClass_All'])
    .optional()
    .describe('From where in the world it serves. Default PriceClass_100.'),
  ...commonFields,
});

type WrittenCdn = z.output<typeof schema>;

function hasReplica(written: WrittenCdn, around: Surroundings): boolean {
  const store = around.components.get(written.from);
  if (!isWrittenObjectStore(store)) return false;
  return regionsKnown(store, around) && replicaRegions(store, around).length > 0;
}

/** What a certificate is for; nothing where there is none of this name. */
function namesOf(name: string | undefined, around: Surroundings): readonly string[] {
  const found = around.components.get(name ?? '');
  if (found?.kind !== 'certificate' || !('domain' in found)) return [];
  const more = 'alternatives' in found ? found.alternatives : [];
  return [found.domain, ...(Array.isArray(more) ? more : [])].map(String);
}

/** A star is one label (ACM user guide, certificate characteristics). */
function covers(own: string, name: string): boolean {
  return own === name || (own.startsWith('*.') && name.replace(/^[^.]+/, '*') === own);
}

function isWrittenCdn(component: WrittenComponent): component is WrittenCdn {
  return component.kind === 'cdn';
}

/** CloudFront developer guide, alternate domain names: one distribution has a name. */
function checkTaken({ names = [] }: WrittenCdn, own: string, around: Surroundings, tell: Tell) {
  for (const [name, other] of around.components) {
    if (name === own) return;
    if (!isWrittenCdn(other)) continue;
    names.forEach((one, index) => {
      if (other.names?.includes(one) !== true) return;
      const wrong = `is a name of ${name} already, and CloudFront takes each once`;
      tell(['names', index], wrong, 'give it another name, or leave it out');
    });
  }
}

function check(written: WrittenCdn, around: Surroundings, tell: Tell, own: string): void {
  checkTaken(written, own, around, tell);
  const { names = [], certificate } = written;
  if (names.length > 0 && certificate === undefined) {
    tell(
      ['names'],
      'are names of yours, and CloudFront asks for a certificate for them',
      "add certificate: a component of kind 'certificate', or leave names out",
    );
  }
  names.forEach((name, index) => {
    const covered = namesOf(certificate, around);
    if (covered.length === 0 || covered.some((own) => covers(own, name))) return;
    tell(
      ['names', index],
      `is not a name that ${certificate} is for, and CloudFront asks for one that is`,
      `add it to its alternatives; it is for ${listNames(covered)}`,
    );
  });
  if (names.length === 0 && certificate !== undefined) {
    tell(['certificate'], 'is for names, and there are none', "add names: ['www.example.com']");
  }
  if (written.originFailover === true && !hasReplica(written, around)) {
    const wrong = `needs a second bucket, but ${written.from} has no replica`;
    tell(['originFailover'], wrong, `give ${written.from} a replicaIn, or leave it out`);
  }
}

export const cdn = defineKind({
  kind: 'cdn',
  title: 'CloudFront',
  scope: 'global',
  schema,
  references: { from: ['object-store'], certificate: ['certificate'] },
  regionReferences: [],
  name: { lengthMax: 63, because: 'a label' },
  check,
  resolve: (written, around, fill, name): Cdn => {
    const replica = hasReplica(written, around);
    return {
      kind: 'cdn',
      ...fillBase(name, allRegions(around), written),
      from: written.from,
      names: fill(['names'], written.names, [], "CloudFront's own name needs no certificate"),
      certificate: written.certificate ?? null,
      index: fill(['index'], written.index, 'index.html', 'the usual name'),
      originFailover: fill(
        ['originFailover'],
        written.originFailover,
        replica,
        replica ? 'reads go on while a region is lost' : 'the bucket has no replica',
      ),
      priceClass: fill(
        ['priceClass'],
        written.priceClass,
        'PriceClass_100',
        'North America and Europe, the cheapest; write another for clients elsewhere',
      ),
    };
  },
});
