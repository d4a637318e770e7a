/** What each file of this folder exports. */
export interface Bench {
  /** What is measured, and which figure is to be reached: told before anything else. */
  readonly about: string;
  /** Takes what follows the name on the command line; resolves to the exit code. */
  run(parameters: readonly string[]): Promise<number>;
}
