import { Command } from 'commander';
import { type AddCommand, type CommandOutcome, examples } from './command.ts';
import { addBuild } from './commands/build.ts';
import { addCalibrate } from './commands/calibrate.ts';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addCompletion } from './commands/completion.ts';
import { addDrill } from './commands/drill.ts';
import { addInit } from './commands/init.ts';
import { addLab } from './commands/lab.ts';
import { addPlan } from './commands/plan.ts';
import { addRecover } from './commands/recover.ts';
import { addRuns } from './commands/runs.ts';
import { addSchema } from './commands/schema.ts';
import { addSimulate } from './commands/simulate.ts';
import { type Context, styleOf } from './context.ts';
import { exitCodeTable } from './exit-codes.ts';
import { columns } from './layout.ts';
import { version } from './program-version.ts';

const commands: readonly AddCommand[] = [
  addInit,
  addCheck,
  addPlan,
  addBuild,
  addCompare,
  addSimulate,
  addDrill,
  addCalibrate,
  addLab,
  addRecover,
  addRuns,
  addSchema,
  addCompletion,
];

/** From nothing to a disaster. Every command has examples of its own. */
const firstSteps = [
  'init shop',
  'check shop',
  'plan shop --failure zone-loss:us-east-1a',
  'drill shop',
];

export function createProgram(context: Context): { program: Command; outcome: CommandOutcome } {
  const outcome: CommandOutcome = { exitCode: 0 };
  const style = styleOf(context, context.stdout);
  const program = new Command('outrigger')
    .description('Lose a region, keep the service.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({
      styleTitle: style.strong,
      subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trim(),
    })
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      // What is wrong on the command line is told by main, as every other problem is.
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => columns,
      getOutHasColors: () => true,
    })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', () => examples(...firstSteps))
    .addHelpText('after', () => `\n${style.strong('Exit codes:')}\n${exitCodeTable()}`);
  for (const add of commands) add(program, context, outcome);
  settle(program);
  return { program, outcome };
}

/** The program's own ways hold for all its commands, and for theirs: `lab up`, `runs list`. */
function settle(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    if (command.commands.length === 0) {
      command.option('--debug', 'print stack traces of what went wrong');
    }
    settle(command);
  }
}

function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))
    .join(' ');
}
