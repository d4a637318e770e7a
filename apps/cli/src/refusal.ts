import type { ExitCode } from './exit-codes.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One thing that a user has to mend. `null` where there is nothing to say. */
export interface Problem {
  /** Where in what was given: `regions.us-west-2.cidr`, `--failure`. */
  readonly path: string;
  readonly value: Json;
  readonly wrong: string;
  readonly mend: string;
  readonly file: string | null;
  readonly line: number | null;
}

/**
 * Something that the user can mend, in contrast to a bug of ours: printed without a stack trace.
 * `cause` is kept for `--debug`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  constructor(
    /** `platform.ts cannot be used` */
    headline: string,
    problems: readonly Problem[],
    options: { readonly exitCode?: ExitCode; readonly cause?: unknown } = {},
  ) {
    super(headline, { cause: options.cause });
    this.problems = problems;
    this.exitCode = options.exitCode ?? 2;
  }
}

/** A refusal of one word on the command line. */
export function refuseArgument(path: string, value: Json, wrong: string, mend: string): Refusal {
  const problem = { path, value, wrong, mend, file: null, line: null };
  return new Refusal('The command cannot be run', [problem]);
}
