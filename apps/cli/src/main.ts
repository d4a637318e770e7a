import { type Command, CommanderError } from 'commander';
import { addressed, stateIn, stateWords } from './addressed.ts';
import { type Context, processContext, styleOf } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { Interrupted } from './interruption.ts';
import { programWords } from './operator.ts';
import { problemsText } from './problems.ts';
import { createProgram } from './program.ts';
import { Refusal, refuseArgument } from './refusal.ts';

/** Runs one command line and resolves to its exit code. */
export async function main(
  parameters: readonly string[],
  context: Context = processContext(),
): Promise<number> {
  const { program, outcome } = createProgram(context);
  try {
    if (parameters.length === 0) {
      program.outputHelp();
      return exitCodes.ok.code;
    }
    await program.parseAsync([...parameters], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    return tell(error, parameters, context, program);
  }
}

function tell(
  error: unknown,
  parameters: readonly string[],
  context: Context,
  program: Command,
): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok.code;
    return tellRefusal(fromCommander(error, namedIn(program, parameters)), parameters, context);
  }
  if (error instanceof Refusal) return tellRefusal(error, parameters, context);
  if (error instanceof Interrupted) {
    context.stderr.write('Interrupted.\n');
    return exitCodes.interrupted.code;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const report = [
    stack,
    '',
    'This is a bug of Outrigger, not of your platform. Please report it, with the lines above,',
    'the command, and what `outrigger --version` says.',
    '',
  ];
  context.stderr.write(report.join('\n'));
  return exitCodes.bug.code;
}

/** With `--json` stdout holds JSON and nothing else, whatever went wrong. */
function tellRefusal(refusal: Refusal, parameters: readonly string[], context: Context): number {
  const hints = { program: programWords(context), state: stateWords(stateIn(parameters)) };
  const told = addressed(refusal, hints);
  const { message, problems, exitCode } = told;
  if (parameters.includes('--json')) {
    const answer = { ok: false, exitCode, message, problems };
    context.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    context.stderr.write(problemsText(told, styleOf(context, context.stderr)));
  }
  if (parameters.includes('--debug')) context.stderr.write(`${causes(refusal).join('\n\n')}\n`);
  return exitCode;
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return error === undefined ? [] : [String(error)];
  return [error.stack ?? error.message, ...causes(error.cause)];
}

/** The words before the first that names no command: `lab inject`; empty when none does. */
function namedIn(program: Command, [word, ...more]: readonly string[]): string {
  const found = program.commands.find((command) => command.name() === word);
  return found === undefined ? '' : `${found.name()} ${namedIn(found, more)}`.trim();
}

/** `error: unknown option '--fast'` as a problem of ours; `command`: the one that was called. */
function fromCommander(error: CommanderError, command: string): Refusal {
  const message = error.message.replace(/^error: /, '');
  const suggestion = /\n?\(Did you mean (?:one of )?(.+?)\?\)/s.exec(message)?.[1];
  const [wrong = ''] = message.replace(/\n?\(Did you mean.*/s, '').split('\n');
  const subject = /'([^']+)'/.exec(wrong)?.[1] ?? 'command';
  const help = ['outrigger', command, '--help'].filter((each) => each !== '').join(' ');
  const mend = suggestion === undefined ? `\`${help}\` lists what there is` : `write ${suggestion}`;
  return refuseArgument(subject, null, wrong, mend);
}
