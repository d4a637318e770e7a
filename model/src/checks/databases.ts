import { replicaRegions, usedOf, type WrittenDatabase } from '../data.ts';
import type { Surroundings, Tell } from '../kind.ts';
import { type ClassOffer, versionOffers } from '../offers.ts';

/** Whether an engine runs on the class, and a global database too where it is one. */
export function checkClass(
  written: WrittenDatabase,
  title: string,
  offer: ClassOffer,
  around: Surroundings,
  tell: Tell,
): void {
  const size = usedOf(written.size);
  const field = typeof written.size === 'string' ? ['size'] : ['size', 'used'];
  if (typeof written.size !== 'string' && written.size.asked === size) {
    tell(['size', 'asked'], 'is what is used: nothing stands in for it', `write size: '${size}'`);
  }
  if (!offer.offered.test(size)) {
    tell(
      field,
      `is not a class that ${title} runs on: ${offer.words} (${offer.source})`,
      typeof written.size === 'string'
        ? `write '${offer.example}', or { asked: '${size}', used: '${offer.example}', source: '…' }`
        : `write '${offer.example}'`,
    );
  } else if (replicaRegions(written, around).length > 0 && !offer.global.offered.test(size)) {
    tell(
      field,
      `is not a class that ${title} takes with copies in other regions: ${offer.global.words} ` +
        `(${offer.global.source})`,
      `write '${offer.example}', or replicaIn: []`,
    );
  }
}

/** Whether the engine's version can follow from region to region. */
export function checkGlobalVersion(
  written: WrittenDatabase & { readonly version: string },
  engine: keyof typeof versionOffers,
  around: Surroundings,
  tell: Tell,
): void {
  const { globalFrom, example, source } = versionOffers[engine];
  const [major = 0, minor = 0] = written.version.split('.').map(Number);
  const [fromMajor, fromMinor] = globalFrom;
  const isOld = major < fromMajor || (major === fromMajor && minor < fromMinor);
  if (!isOld || replicaRegions(written, around).length === 0) return;
  tell(
    ['version'],
    `has no copies in other regions (${source})`,
    `write '${example}', or replicaIn: []`,
  );
}
