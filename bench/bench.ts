/** What each file of this folder exports. */
export interface Bench {
  /** Takes what follows the name on the command line; resolves to the exit code. */
  run(parameters: readonly string[]): Promise<number>;
}
