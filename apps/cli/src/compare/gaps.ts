import { hoursPerMonth } from '@outrigger/components';
import { type BillLine, nameOf } from '../cost/bill.ts';
import type { Price } from '../cost/price-row.ts';
import { columns, hang, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import type { Comparison } from './comparison.ts';
import { amountText } from './money.ts';

/** Everything that is billed under any of the strategies, each once. */
function linesOf({ strategies }: Comparison): readonly BillLine[] {
  const known = new Map<string, BillLine>();
  for (const { standing } of strategies) {
    for (const line of standing?.lines ?? []) {
      const name = `${nameOf(line.quantity)} ${line.quantity.amount === null}`;
      if (!known.has(name)) known.set(name, line);
    }
  }
  return [...known.values()].sort((one, other) =>
    nameOf(one.quantity) < nameOf(other.quantity) ? -1 : 1,
  );
}

/** What the figures above leave out, and what they rest on that no source says. */
export function gapLines(comparison: Comparison, style: Style): readonly string[] {
  const lines = linesOf(comparison);
  const missing = new Set(
    lines
      .filter(({ price, quantity }) => price === null && quantity.amount !== null)
      .map(({ quantity }) => nameOf(quantity)),
  );
  const unverified = new Set(
    lines.flatMap(({ price }) => (price === null || price.verified ? [] : [nameOf(price)])),
  );
  const byUse = lines.filter(({ quantity }) => quantity.amount === null).length;
  return [
    ...listed('No price, not counted', missing, style.warning),
    ...listed('Prices not verified', unverified, style.warning),
    ...wrap(
      `${byUse} things are billed by use, in amounts that a platform doesn’t say: --sources ` +
        'lists them with their prices, and where each price is from.',
      columns,
    ).map(style.quiet),
  ];
}

function listed(title: string, names: ReadonlySet<string>, paint: Style['warning']): string[] {
  if (names.size === 0) return [];
  const text = `${[...names].join(', ')}.`;
  return [...hang('  ', `${title}: ${text}`, columns).map(paint), ''];
}

/** Each price in use with its source, then what is billed by use. */
export function priceSourcesText(comparison: Comparison, style: Style): string {
  const lines = linesOf(comparison);
  const used = new Map<string, Price>();
  for (const { price } of lines) if (price !== null) used.set(nameOf(price), price);
  const bySource = new Map<string, Price[]>();
  for (const price of used.values()) {
    bySource.set(price.source, [...(bySource.get(price.source) ?? []), price]);
  }
  const told = [...bySource].flatMap(([source, prices]) => [
    ...hang('  ', source, columns).map(style.quiet),
    ...prices.flatMap((price) => hang('    ', priceText(price), columns)),
  ]);
  const open = lines
    .filter(({ quantity }) => quantity.amount === null)
    .flatMap(({ component, quantity, price }) => {
      const rate = price === null ? 'no price' : rateText(price);
      const text = `${nameOf(quantity)}: ${component}, ${quantity.what}; ${rate}`;
      return hang('  ', text, columns);
    });
  const month = `A month has ${amountText(hoursPerMonth)} hours; AWS’s GB are GiB.`;
  return [
    '',
    style.strong('Sources of the prices'),
    ...told,
    '',
    style.strong('Billed by use'),
    ...open,
    '',
    style.quiet(month),
    '',
  ].join('\n');
}

function priceText(price: Price): string {
  const mark = price.verified ? '' : '; not verified';
  return `${nameOf(price)}: ${rateText(price)}, as of ${price.asOf}${mark}`;
}

function rateText({ price, currency, unit }: Price): string {
  return `${price} ${currency} per ${unit}`;
}
