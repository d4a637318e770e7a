import { replicaRegions, type WrittenDatabase } from '../data.ts';
import { isVouchedFor, usedOf } from '../figures.ts';
import type { Surroundings, Tell } from '../kind.ts';
import type { ClassOffer } from '../offers.ts';
import { lackOf, past } from './offers.ts';

/** Whether an engine runs on the class, and a global database too where it is one. */
export function checkClass(
  written: WrittenDatabase,
  title: string,
  offer: ClassOffer,
  around: Surroundings,
  tell: Tell,
): void {
  if (isVouchedFor(written.size)) return;
  const size = usedOf(written.size);
  const lack = lackOf(size);
  const field = typeof written.size === 'string' ? ['size'] : ['size', 'used'];
  if (typeof written.size !== 'string' && written.size.asked === size) {
    tell(['size', 'asked'], 'is what is used: nothing stands in for it', `write size: '${size}'`);
  }
  if (!offer.offered.test(size) || lack !== null) {
    const known = lack ?? `${offer.words} (${offer.source})`;
    const retired = `{ asked: '${size}', used: '${offer.example}', source: '…' }`;
    const instead = lack === null ? retired : past(size);
    tell(
      field,
      `is not a class that ${title} runs on: ${known}`,
      typeof written.size === 'string'
        ? `write '${offer.example}', or ${instead}`
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
