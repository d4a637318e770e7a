import type { Json, Problem as WrittenProblem } from '@outrigger/model';
import type { ExitCode } from './exit-codes.ts';

/** One thing that a user has to mend: in the platform, or on the command line (`--failure`). */
export interface Problem extends WrittenProblem {
  /** As the user would say it; null where it is not about a file. */
  readonly file: string | null;
}

/**
 * Something that the user can mend, in contrast to a bug of ours: printed without a stack trace.
 * `cause` is kept for `--debug`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;
  /** What is not as it was before, in a sentence. */
  readonly changed: string;

  constructor(
    /** `platform.ts cannot be used` */
    headline: string,
    problems: readonly Problem[],
    options: {
      readonly exitCode?: ExitCode;
      readonly cause?: unknown;
      readonly changed?: string;
    } = {},
  ) {
    super(headline, { cause: options.cause });
    this.problems = problems;
    this.exitCode = options.exitCode ?? 2;
    this.changed = options.changed ?? 'Nothing was changed.';
  }
}

/** A refusal of one word on the command line. */
export function refuseArgument(path: string, value: Json, wrong: string, mend: string): Refusal {
  const problem = { path, value, wrong, mend, file: null, line: null };
  return new Refusal('The command cannot be run', [problem]);
}
