/** Whether AWS offers what was written: by tables with a date, and with a way past them. */
import { isVouchedFor, usedOf, type WrittenFigure } from '../figures.ts';
import type { Tell } from '../kind.ts';
import { instanceTypes, instanceTypesOf } from '../offers/instance-types.ts';
import type { VersionOffer } from '../offers.ts';

type Field = readonly (string | number)[];

/** What is written where a figure is newer than our table. */
export function past(used: string): string {
  return `{ used: '${used}', source: 'where AWS offers it' }`;
}

/** Where in a field the figure itself is. */
function placeOf(field: Field, figure: WrittenFigure): Field {
  return typeof figure === 'string' ? field : [...field, 'used'];
}

export function checkVersion(
  figure: WrittenFigure,
  { title, versions, date, source }: VersionOffer,
  tell: Tell,
): void {
  const version = usedOf(figure);
  if (isVouchedFor(figure) || versions.includes(version)) return;
  const major = version.split('.')[0] ?? '';
  const majors = versions.filter((one) => !one.includes('.'));
  const near = versions.includes(major)
    ? versions.filter((one) => one.startsWith(`${major}.`))
    : majors.length > 0
      ? majors
      : versions;
  tell(
    placeOf(['version'], figure),
    `is no version of ${title} in the table of ${date} (${source}), which has ${near.join(', ')}`,
    `write '${near.at(-1) ?? versions.at(-1)}', or ${past(version)}`,
  );
}

/** `2xlarge` stands as 2. */
function sizesOf(family: string): readonly string[] {
  const own = Object.hasOwn(instanceTypes, family) ? instanceTypes[family] : undefined;
  return (own ?? '')
    .split(' ')
    .filter((size) => size !== '')
    .map((size) => size.replace(/^\d+$/, '$&xlarge'));
}

/** What EC2 lacks of a type or of the machine that a database class names; null: it has it. */
export function lackOf(type: string): string | null {
  const [family = '', size = ''] = type.replace(/^db\./, '').split('.');
  const sizes = sizesOf(family);
  const { date, source } = instanceTypesOf;
  const table = `in the table of ${date} (${source})`;
  if (sizes.length === 0) return `EC2 has no ${family} ${table}`;
  return sizes.includes(size) ? null : `EC2 has ${family} as ${sizes.join(', ')} only, ${table}`;
}

export function checkInstanceType(figure: WrittenFigure, field: Field, tell: Tell): void {
  const type = usedOf(figure);
  const lack = isVouchedFor(figure) ? null : lackOf(type);
  if (lack === null) return;
  const [family = ''] = type.split('.');
  const sizes = sizesOf(family);
  const instead = sizes.length === 0 ? 'm7i.large' : `${family}.${sizes[0]}`;
  const wrong = `is no instance type: ${lack}`;
  tell(placeOf(field, figure), wrong, `write one like '${instead}', or ${past(type)}`);
}
