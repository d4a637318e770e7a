import type { ComponentQuantities, Quantity } from '@outrigger/components';
import { formatPath } from '@outrigger/model';
import { Refusal } from '../refusal.ts';
import type { Price } from './price-row.ts';
import type { PriceTable } from './price-table.ts';

/** One quantity with its price: what it costs in a month, where both are known. */
export interface BillLine {
  readonly component: string;
  readonly quantity: Quantity;
  /** null: the table has none, so it is not counted. */
  readonly price: Price | null;
  /** null: it has no price, or the platform doesn't say how much of it there is. */
  readonly cost: number | null;
}

/** What is billed in a month. `counted` is a floor as long as something is left out of it. */
export interface Bill {
  readonly lines: readonly BillLine[];
  readonly counted: number;
  /** By `sku in region`, how much is left out because it has no price. */
  readonly unpriced: ReadonlyMap<string, number>;
  /** `sku in region` of what is billed by use, and the platform doesn't say how much is used. */
  readonly byUse: ReadonlySet<string>;
}

export function billOf(quantities: readonly ComponentQuantities[], table: PriceTable): Bill {
  const priceOf = finder(table);
  const lines = quantities.flatMap(({ component, quantities: own }) =>
    own.map((quantity): BillLine => {
      const price = priceOf(quantity);
      const known = price !== null && quantity.amount !== null;
      return { component, quantity, price, cost: known ? price.price * quantity.amount : null };
    }),
  );
  const unpriced = new Map<string, number>();
  const byUse = new Set<string>();
  for (const { quantity, price } of lines) {
    const { amount } = quantity;
    if (amount === null) byUse.add(nameOf(quantity));
    else if (price === null) {
      unpriced.set(nameOf(quantity), (unpriced.get(nameOf(quantity)) ?? 0) + amount);
    }
  }
  const counted = lines.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  return { lines, counted, unpriced, byUse };
}

export function nameOf({ sku, region }: Pick<Quantity, 'sku' | 'region'>): string {
  return `${sku} in ${region}`;
}

/** A region's own price, else the one for all; a price in another unit is told, not guessed at. */
function finder({ prices, shown }: PriceTable): (quantity: Quantity) => Price | null {
  const known = new Map(prices.map((price, index) => [nameOf(price), { price, index }]));
  return (quantity) => {
    const found = known.get(nameOf(quantity)) ?? known.get(nameOf({ ...quantity, region: '*' }));
    if (found === undefined) return null;
    const { price, index } = found;
    if (price.unit === quantity.unit) return price;
    const wrong = `${price.sku} is not counted in this unit`;
    const mend = `write unit: '${quantity.unit}', and the price of one`;
    const path = formatPath([index, 'unit']);
    const problem = { path, value: price.unit, wrong, mend, file: shown, line: null };
    throw new Refusal(`${shown} cannot be used`, [problem]);
  };
}

/**
 * Whether one bill is at most as high as another, whatever the prices and amounts are that nobody
 * knows: it has no more of anything that is left out.
 */
export function isAtMost(one: Bill, other: Bill): boolean {
  const tolerance = 1e-6;
  return (
    one.counted <= other.counted + tolerance &&
    isNoMore(one.unpriced, other.unpriced) &&
    [...one.byUse].every((name) => other.byUse.has(name))
  );
}

/** Of each thing without a price: no more of it. */
export function isNoMore(one: Bill['unpriced'], other: Bill['unpriced']): boolean {
  return [...one].every(([name, amount]) => amount <= (other.get(name) ?? 0));
}

/** What another bill has more: a disaster's, or a second region's. */
export function without(bill: Bill, less: Bill): Pick<Bill, 'counted' | 'unpriced'> {
  const unpriced = new Map<string, number>();
  for (const [name, amount] of bill.unpriced) {
    const more = amount - (less.unpriced.get(name) ?? 0);
    if (more > 0) unpriced.set(name, more);
  }
  return { counted: bill.counted - less.counted, unpriced };
}
