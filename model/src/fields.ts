/**
 * What fields are made of. The schemas check the shape of what was written; what it refers to is
 * checked afterwards, over the whole platform. An error text is what is wrong and, on a second
 * line, the mend.
 */
import { z } from 'zod';
import {
  bytesPattern,
  durationPattern,
  parseBytes,
  parseDuration,
  type Quantity,
} from './quantities.ts';

/** `'10m'`, held in ms. */
export function duration(): z.ZodType<number, string> {
  return z
    .string({ error: "is not a length of time\nwrite it in quotes with its unit, like '10m'" })
    .regex(durationPattern, { error: (issue) => fault(parseDuration(String(issue.input))) })
    .meta({ examples: ['10m', '30s', '14d'] })
    .transform((text) => held(parseDuration(text)));
}

/** `'5 GiB'`, held in bytes. */
export function bytes(): z.ZodType<number, string> {
  return z
    .string({ error: "is not a size\nwrite it in quotes with its unit, like '5 GiB'" })
    .regex(bytesPattern, { error: (issue) => fault(parseBytes(String(issue.input))) })
    .meta({ examples: ['5 GiB', '256 MiB'] })
    .transform((text) => held(parseBytes(text)));
}

function fault(quantity: Quantity): string {
  return quantity.ok ? '' : `${quantity.wrong}\n${quantity.mend}`;
}

function held(quantity: Quantity): number {
  if (!quantity.ok) throw new Error(`the pattern let a wrong quantity through: ${quantity.wrong}`);
  return quantity.value;
}

/** A component's key. The compiler and `check` see that there is one. */
export function componentName() {
  return z.string().meta({ 'x-reference': 'component' });
}

/** A region's key. */
export function regionName() {
  return z.string().meta({ 'x-reference': 'region' });
}

export function regionNames() {
  return z.union([regionName(), z.array(regionName())], {
    error: "names no region\nwrite a region's key, or a list of them",
  });
}

export function integer(min: number, max: number, unit: string) {
  const span = `from ${min} to ${max}`;
  const error = `is not a whole number of ${unit} ${span}\nwrite one ${span}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

export function percent(min = 0) {
  return integer(min, 100, 'percent');
}

export function port() {
  const error = 'is not a port\nwrite a whole number from 1 to 65535';
  return z.int({ error }).min(1, { error }).max(65_535, { error });
}

/** A path prefix of a URL. */
export function urlPath() {
  return z.string().regex(/^\/[\w\-./~%]*$/, {
    error: "is not a path\nbegin it with a slash, like '/readyz'",
  });
}

/** What the mend quotes, and is right, are the schema's examples: editors offer them. */
export function pattern(expression: RegExp, wrong: string, mend: string) {
  const quoted = [...mend.matchAll(/'([^']+)'/g)].map(([, text = '']) => text);
  const examples = quoted.filter((text) => expression.test(text));
  const text = z.string().regex(expression, { error: `${wrong}\n${mend}` });
  return examples.length === 0 ? text : text.meta({ examples });
}

/** AWS's instance classes: `m6i.large`, `db.r6g.large`. */
export function instanceType() {
  return pattern(
    /^[a-z][a-z0-9-]*\.(nano|micro|small|medium|large|xlarge|\d+xlarge|metal(-\d+xl)?)$/,
    'is not an EC2 instance type',
    "write one like 'm6i.large'",
  );
}

export function databaseSize() {
  return pattern(
    /^db\.[a-z][a-z0-9-]*\.(micro|small|medium|large|xlarge|\d+xlarge)$/,
    'is not a database instance class',
    "write one like 'db.r6g.large'",
  );
}

const whoSays = () =>
  z.string().min(1, { error: 'is empty\nsay where AWS says so' }).describe('Who says so.');

/** A figure, or one that our tables don't know yet, with who says that AWS offers it. */
export function orVouchedFor<Schema extends z.ZodType>(figure: Schema) {
  const vouched = z.strictObject({
    used: figure.describe('What AWS offers by now.'),
    source: whoSays(),
  });
  return z.union([figure, vouched]);
}

/** Besides, one that AWS retired beside the one that is used in its place. */
export function orAsked<Schema extends z.ZodType>(figure: Schema) {
  const asked = z.strictObject({
    asked: z.string().optional().describe('What was asked for, and AWS does not offer.'),
    used: figure.describe('What is used in its place, or what AWS offers by now.'),
    source: whoSays(),
  });
  return z.union([figure, asked]);
}

export function namespace() {
  return pattern(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'is not a DNS label',
    'use lower-case letters, digits and hyphens, 63 at most',
  );
}

export function domain() {
  return pattern(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'is not a domain name',
    "write it in lower case, like 'shop.example.com'",
  );
}

export function healthCheck() {
  return z.strictObject({
    path: urlPath().optional().describe('What is asked.'),
    interval: duration().optional().describe('Between two checks.'),
    threshold: integer(1, 10, 'answers')
      .optional()
      .describe('Answers in a row that change the verdict.'),
  });
}

/** What every data kind lets its writer say about where it is. */
export const dataFields = {
  writerIn: regionName()
    .optional()
    .describe('The region that writes at the start. Default: the primary.'),
  replicaIn: regionNames()
    .optional()
    .describe('Regions that hold an asynchronous copy. Default: what the strategy needs.'),
  multiZone: z
    .boolean()
    .optional()
    .describe('A copy in a second zone holds every acknowledged write. Default true.'),
} as const;

const weekTime = '(mon|tue|wed|thu|fri|sat|sun):([01]\\d|2[0-3]):[0-5]\\d';

export const databaseFields = {
  ...dataFields,
  size: orAsked(databaseSize()).describe("Instance class, like 'db.r6g.large'."),
  port: port().optional().describe('Default: the usual port of the engine.'),
  database: pattern(
    /^[a-z][a-z0-9_]{0,62}$/,
    'is not a database name',
    'use lower-case letters, digits and underscores, 63 at most',
  )
    .optional()
    .describe("The database's own name. Default: the platform's."),
  backups: duration().optional().describe('How long automated backups are kept: 1d to 35d.'),
  backupWindow: pattern(
    /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
    'is not a daily window',
    "write it in UTC, like '03:00-04:00'",
  )
    .optional()
    .describe("Daily, in UTC: '03:00-04:00'."),
  maintenanceWindow: pattern(
    new RegExp(`^${weekTime}-${weekTime}$`),
    'is not a weekly window',
    "write it in UTC, like 'sun:04:30-sun:05:30'",
  )
    .optional()
    .describe("Weekly, in UTC: 'sun:04:30-sun:05:30'."),
  passwords: z
    .strictObject({
      rotation: duration()
        .optional()
        .describe('AWS changes it so often, in days, where no region follows.'),
      lengthMin: integer(16, 41, 'characters')
        .optional()
        .describe('Of a password that is made here: where other regions follow.'),
      version: integer(1, 1_000_000, 'changes')
        .optional()
        .describe('Raise it to change the password where other regions follow: AWS does not.'),
    })
    .optional()
    .describe('Credentials are managed by AWS Secrets Manager; nobody writes one down.'),
  alarms: z
    .strictObject({
      replicationLag: duration().optional().describe('Lag of a replica that calls the operator.'),
      cpu: percent(1).optional().describe('CPU use, in percent, that calls the operator.'),
    })
    .optional()
    .describe('When the operator is called.'),
} as const;
