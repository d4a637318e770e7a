import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';

/** What a command came to; `exitCode` is 0 unless it says otherwise. */
export interface CommandOutcome {
  exitCode: ExitCode;
}

/** A command adds itself to the program. It throws a `Refusal` for what the user can mend. */
export type AddCommand = (program: Command, context: Context, outcome: CommandOutcome) => void;

/** Of every command that uses a lab, or the journals that one has left. */
export const stateFlag = '--state <folder>';
export const stateHelp = 'where the lab keeps everything (default: .outrigger/lab)';

/** Lines that begin with the command, for the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ outrigger ${line}`).join('\n')}`;
}
