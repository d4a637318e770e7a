import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CommandOutcome, examples, stateFlag, stateHelp } from '../command.ts';
import type { Context } from '../context.ts';
import { timingsFlag } from '../timings-flag.ts';

interface Options {
  readonly failure?: string;
  readonly planned?: boolean;
  readonly bench?: boolean;
  readonly seed: number;
  readonly ask?: boolean;
  readonly link?: number;
  readonly timings?: string;
  readonly state?: string;
  readonly port?: number;
  readonly json?: boolean;
}

export function addDrill(program: Command, context: Context, outcome: CommandOutcome): void {
  program
    .command('drill')
    .summary('lose a zone and a region in the lab, and measure what clients saw')
    .description(
      'Starts the platform in the lab, under load, breaks it, recovers it with the plan that ' +
        'would run for real, goes back, and writes a report of what clients saw.',
    )
    .argument('[platform]', 'a platform file, its folder, or the name of an example')
    .option(
      '--failure <what:where>',
      'one fault only: region-loss, zone-loss:us-east-1a, frozen, …',
    )
    .option('--planned', 'only a switchover and back')
    .addOption(new Option('--bench', 'what the lab bench repeats').hideHelp())
    .option('--seed <number>', 'fixes arrivals and order sizes', wholeNumber, 7041)
    .option('--ask', 'ask at the terminal instead of approving in the lab')
    .option('--link <delay>', 'delay of every link, each way: 0ms, 30ms', milliseconds)
    .option(timingsFlag, 'what is predicted by: durations of the lab, from calibrate')
    .option(stateFlag, stateHelp)
    .option('--port <number>', 'first of the ports that the lab takes', wholeNumber)
    .option('--json', 'print the report as JSON; progress goes to stderr')
    .addHelpText(
      'after',
      examples(
        'drill eks-failover',
        'drill eks-failover --failure region-loss:us-east-1',
        'drill --failure partition --ask',
        'drill --planned --link 0ms --json',
      ),
    )
    .action(async (argument: string | undefined, options: Options) => {
      const { drillCommand } = await import('../drill/command.ts');
      outcome.exitCode = await drillCommand(argument, options, context);
    });
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('It is a whole number.');
  return value;
}

/** `0ms`, `30ms`, `30`. */
export function milliseconds(text: string): number {
  const value = Number(text.replace(/ms$/, ''));
  if (!Number.isFinite(value) || value < 0 || value > 10_000) {
    throw new InvalidArgumentError('It is a delay such as 0ms or 30ms, at most 10000ms.');
  }
  return value;
}
