/** What went wrong with something that a person gave or can mend: a value, never thrown. */
export interface Problem {
  /** Where: a file, a setting, `ports 21000–21040`. */
  readonly path?: string;
  /** What was found there. */
  readonly value: string;
  readonly wrong: string;
  /** What to do about it, as an instruction. */
  readonly mend: string;
  /** What is not as it was before, in a sentence; left out: nothing was changed. */
  readonly changed?: string;
}

export type Attempt<Value> = { readonly value: Value } | { readonly problem: Problem };

/** One line for a terminal: path, value, what is wrong, the mend. */
export function describeProblem(problem: Problem): string {
  const where = problem.path === undefined ? '' : `${problem.path}: `;
  return `${where}${problem.value}: ${problem.wrong}. ${problem.mend}`;
}
