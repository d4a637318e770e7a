import { z } from 'zod';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { componentName, pattern, regionName, regionNames } from '../fields.ts';
import { allRegions, defineKind, listOf, type Surroundings, startRegion } from '../kind.ts';

/** An AMI of one's own, copied to each region: its id differs there, its bytes do not. */
export interface MachineImage extends ComponentBase {
  readonly kind: 'machine-image';
  /** Its name in EC2; of several that a `*` fits, the newest is taken. */
  readonly image: string;
  /** Where it is built. */
  readonly builtIn: string;
  readonly copiedTo: readonly string[];
  readonly encrypted: boolean;
  /** The object-store that keeps what it is built from; null: none. */
  readonly storedIn: string | null;
}

const schema = z.strictObject({
  kind: z.literal('machine-image'),
  image: pattern(
    // EC2 API reference, CreateImage: 3 to 128 of these; the star is ours, for a version.
    /^[\w()[\] ./\-'@*]{3,128}$/,
    'is not a name that EC2 takes for an image',
    "use 3 to 128 letters, digits and ()[] ./-'@_, and * for what changes: 'shop-web-*'",
  )
    .meta({ examples: ['shop-web-*'] })
    .describe("Its name in EC2, like 'shop-web-*': the newest that fits."),
  builtIn: regionName().optional().describe('Where it is built. Default: the primary.'),
  copiedTo: regionNames().optional().describe('Default: every other region.'),
  storedIn: componentName().optional().describe('The bucket that keeps what it is built from.'),
  ...commonFields,
});

type WrittenImage = z.output<typeof schema>;

function copies(written: WrittenImage, around: Surroundings): readonly string[] {
  const home = written.builtIn ?? startRegion(around);
  const named = written.copiedTo === undefined ? null : listOf(written.copiedTo);
  return allRegions(around).filter(
    (region) => region !== home && (named === null || named.includes(region)),
  );
}

export const machineImage = defineKind({
  kind: 'machine-image',
  title: 'AMI, copied between regions',
  scope: 'each region',
  schema,
  references: { storedIn: ['object-store'] },
  regionReferences: ['builtIn', 'copiedTo'],
  name: { lengthMax: 63, because: 'a label' },
  check: (written: WrittenImage, around, tell) => {
    if (written.copiedTo === undefined || around.strategy === 'backup-restore') return;
    const home = written.builtIn ?? startRegion(around);
    const missing = allRegions(around).filter(
      (region) => region !== home && !copies(written, around).includes(region),
    );
    if (missing.length === 0) return;
    tell(
      ['copiedTo'],
      `leaves ${missing.join(', ')} without the image: no machine could start there`,
      'leave it out, then every other region has it',
    );
  },
  resolve: (written, around, fill, name): MachineImage => {
    const builtIn = fill(
      ['builtIn'],
      written.builtIn,
      startRegion(around),
      'the region that serves at the start',
    );
    const copiedTo = fill(
      ['copiedTo'],
      written.copiedTo === undefined ? undefined : copies(written, around),
      copies(written, around),
      'a machine starts from an image of its own region only',
    );
    return {
      kind: 'machine-image',
      ...fillBase(
        name,
        allRegions(around).filter((region) => region === builtIn || copiedTo.includes(region)),
        written,
      ),
      image: written.image,
      builtIn,
      copiedTo,
      encrypted: fill(['encrypted'], undefined, true, 'data is encrypted at rest, always'),
      storedIn: fill(['storedIn'], written.storedIn, null, 'EC2 keeps the image itself'),
    };
  },
});
