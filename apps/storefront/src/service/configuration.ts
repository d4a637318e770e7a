import { readFileSync } from 'node:fs';

/**
 * A service's settings come from its environment and nowhere else. Every wrong setting is told in
 * one message, so that a person mends a deployment once and not setting by setting.
 */
export interface Setting<Value> {
  /** One sentence for the README, the lab and the error message. */
  readonly what: string;
  readonly required: boolean;
  /** `text` is undefined when the variable is absent or empty. */
  readonly read: (text: string | undefined) => Reading<Value>;
}

export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly why: string; readonly mend: string };

export type Settings = { readonly [name: string]: Setting<unknown> };

export type Values<Spec extends Settings> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Setting<infer Value> ? Value : never;
};

export interface Problem {
  readonly name: string;
  readonly given: string | null;
  readonly why: string;
  readonly mend: string;
}

export type Environment = { readonly [name: string]: string | undefined };

export type Configuration<Spec extends Settings> =
  | { readonly kind: 'read'; readonly values: Values<Spec> }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] };

export function readConfiguration<Spec extends Settings>(
  environment: Environment,
  spec: Spec,
): Configuration<Spec> {
  const values: { [name: string]: unknown } = {};
  const problems: Problem[] = [];
  for (const [name, setting] of Object.entries(spec)) {
    const given = environment[name];
    const text = given === undefined || given.trim() === '' ? undefined : given.trim();
    const reading = setting.read(text);
    if (reading.kind === 'value') values[name] = reading.value;
    else problems.push({ name, given: text ?? null, why: reading.why, mend: reading.mend });
  }
  if (problems.length > 0) return { kind: 'wrong', problems };
  return { kind: 'read', values: values as Values<Spec> };
}

/** The message of a start that cannot be: every problem with its value and its mend. */
export function explainProblems(service: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 setting' : `${problems.length} settings`;
  const lines = problems.map((problem) => {
    const given = problem.given === null ? 'is not set' : `is "${problem.given}"`;
    return `  ${problem.name} ${given}: ${problem.why}\n    mend: ${problem.mend}`;
  });
  const title = `${service} cannot start: ${count} in its environment must be mended`;
  return `${title}\n${lines.join('\n')}\n`;
}

function value<Value>(given: Value): Reading<Value> {
  return { kind: 'value', value: given };
}

function wrong<Value>(why: string, mend: string): Reading<Value> {
  return { kind: 'wrong', why, mend };
}

export function text(what: string, fallback?: string): Setting<string> {
  return {
    what,
    required: fallback === undefined,
    read: (given) => {
      if (given !== undefined) return value(given);
      return fallback === undefined ? wrong('it is required', `set it: ${what}`) : value(fallback);
    },
  };
}

export function port(what: string): Setting<number> {
  return {
    what,
    required: true,
    read: (given) => {
      if (given === undefined) return wrong('it is required', `set it: ${what}`);
      const number = Number(given);
      if (Number.isInteger(number) && number >= 0 && number <= 65535) return value(number);
      return wrong('it is not a port', 'give a whole number from 0 (any free port) to 65535');
    },
  };
}

export function whole(
  what: string,
  range: { readonly fallback: number; readonly min: number; readonly max: number },
): Setting<number> {
  return {
    what,
    required: false,
    read: (given) => {
      if (given === undefined) return value(range.fallback);
      const number = Number(given);
      if (Number.isInteger(number) && number >= range.min && number <= range.max) {
        return value(number);
      }
      return wrong('it is out of range', `give a whole number from ${range.min} to ${range.max}`);
    },
  };
}

export function oneOf<Choice extends string>(
  what: string,
  choices: readonly Choice[],
  fallback: Choice,
): Setting<Choice> {
  return {
    what,
    required: false,
    read: (given) => {
      if (given === undefined) return value(fallback);
      const choice = choices.find((candidate) => candidate === given);
      if (choice !== undefined) return value(choice);
      return wrong('it is not one of the choices', `give one of ${choices.join(', ')}`);
    },
  };
}

export function urls(what: string, scheme: 'http' | 'postgres', required: boolean): Setting<URL[]> {
  return {
    what,
    required,
    read: (given) => {
      if (given === undefined) {
        return required ? wrong('it is required', `set it: ${what}`) : value([]);
      }
      const parsed = given.split(',').map((part) => parseUrl(part.trim(), scheme));
      const bad = parsed.indexOf(null);
      if (bad >= 0) {
        return wrong(
          `part ${bad + 1} is not a ${scheme} URL`,
          `give URLs like ${exampleOf(scheme)}, separated by commas`,
        );
      }
      return value(parsed.filter((candidate) => candidate !== null));
    },
  };
}

export interface RegionUrl {
  readonly region: string;
  readonly url: URL;
}

/** `us-west-2=http://127.0.0.1:20411,us-west-2=http://127.0.0.1:20412` */
export function regionUrls(what: string): Setting<RegionUrl[]> {
  return {
    what,
    required: false,
    read: (given) => {
      if (given === undefined) return value([]);
      const entries: RegionUrl[] = [];
      for (const part of given.split(',')) {
        const at = part.indexOf('=');
        const region = part.slice(0, at).trim();
        const url = at > 0 ? parseUrl(part.slice(at + 1).trim(), 'http') : null;
        if (url === null || region === '') {
          return wrong(
            `"${part.trim()}" is not region=URL`,
            'give pairs like us-west-2=http://127.0.0.1:8080, separated by commas',
          );
        }
        entries.push({ region, url });
      }
      return value(entries);
    },
  };
}

/**
 * A secret is named by its file, so that it is neither in `ps` nor in a crash dump's environment.
 */
export function secretFile(what: string, required: boolean): Setting<string | null> {
  return {
    what,
    required,
    read: (given) => {
      if (given === undefined) {
        return required
          ? wrong('it is required', `set it to the path of a file: ${what}`)
          : value(null);
      }
      try {
        const secret = readFileSync(given, 'utf8').trim();
        return secret === ''
          ? wrong('the file is empty', 'write the secret into it')
          : value(secret);
      } catch (error) {
        return wrong(
          `the file cannot be read (${codeOf(error)})`,
          'check the path and that this user may read it',
        );
      }
    },
  };
}

function parseUrl(text: string, scheme: 'http' | 'postgres'): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return null;
  const schemes = scheme === 'http' ? ['http:', 'https:'] : ['postgres:', 'postgresql:'];
  return schemes.includes(url.protocol) && url.hostname !== '' ? url : null;
}

function exampleOf(scheme: 'http' | 'postgres'): string {
  return scheme === 'http'
    ? 'http://127.0.0.1:8080'
    : 'postgres://storefront@127.0.0.1:5432/storefront';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** What every service needs. */
export const commonSettings = {
  SERVICE: text("the component's key, as in the platform", 'storefront'),
  HOST: text('the address to listen on', '127.0.0.1'),
  PORT: port('the port to listen on'),
  REGION: text('the region that this process runs in'),
  ZONE: text('the zone that this process runs in'),
  LOG_LEVEL: oneOf(
    'the least severe level that is logged',
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    'info',
  ),
  DRAIN_MS: whole('how long it still accepts requests after SIGTERM, not ready any more, in ms', {
    fallback: 100,
    min: 0,
    max: 60_000,
  }),
} as const satisfies Settings;

/** What a service with a database needs. */
export const databaseSettings = {
  DATABASE_URLS: urls(
    "every member's address in this region, own zone first; empty where the region has none",
    'postgres',
    false,
  ),
  DATABASE_PASSWORD_FILE: secretFile("a file with the application user's password", false),
} as const satisfies Settings;
