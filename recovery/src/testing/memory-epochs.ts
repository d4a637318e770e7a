import type { Verb } from '../action.ts';

/** What changes who writes: it is recorded by whoever keeps the journal. */
const takesOver: ReadonlySet<Verb> = new Set([
  'promote',
  'detach-replication',
  'transfer',
  'restore',
]);

/** What is known of epochs: nothing late of an older one is obeyed. */
export class Epochs {
  /** By region: the newest that it has obeyed. */
  private readonly obeyed = new Map<string, number>();
  private begun = 0;

  /** Who keeps the journal hears of each run that begins. */
  begins(epoch: number): void {
    this.begun = Math.max(this.begun, epoch);
  }

  hears(region: string, epoch: number): void {
    this.obeyed.set(region, epoch);
  }

  heard(): Iterable<number> {
    return this.obeyed.values();
  }

  /** Why a region does not obey this epoch any more; null when it does. */
  whyNotIn(region: string, epoch: number): string | null {
    const newest = this.obeyed.get(region) ?? 0;
    return epoch < newest ? `epoch ${newest} was seen` : null;
  }

  /** Who may write is decided where the newest epoch is known, wherever the action acts. */
  whyNotBy(verb: Verb, epoch: number, store: { readonly epoch: number }): string | null {
    if (epoch < store.epoch) return `epoch ${store.epoch} owns it`;
    if (epoch < this.begun && takesOver.has(verb)) {
      return `a run of epoch ${this.begun} has begun since`;
    }
    return null;
  }
}
