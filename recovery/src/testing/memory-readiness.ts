import type { MemoryModel } from './memory-model.ts';
import { isZonal, type StoreModel } from './memory-store.ts';

/** Why a region that is admitted under this epoch should not have been: what its data says. */
export function notReadyFor(model: MemoryModel, region: string, epoch: number): readonly string[] {
  const wrong: string[] = [];
  for (const store of model.stores.values()) {
    const writer = store.members.get(store.writer ?? '');
    // Where places go at any time, what was there when it was promoted may be gone again.
    const isThere = model.isFaithful || model.reaches(writer?.region, writer?.zone);
    if (writer === undefined || !isThere) {
      wrong.push(`${region} was admitted before ${store.name} could write`);
    }
  }
  // A late one of an older epoch is admitted in vain: its region is behind, and not ready.
  const isWrong = (store: StoreModel) =>
    isZonal(store) && (model.isFaithful ? store.epoch < epoch : store.epoch !== epoch);
  if ([...model.stores.values()].some(isWrong)) {
    wrong.push(`${region} was admitted under an epoch that a database does not own`);
  }
  return wrong;
}
