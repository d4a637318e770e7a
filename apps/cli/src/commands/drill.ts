import { type Command, Option } from 'commander';
import { type CommandOutcome, examples, stateFlag, stateHelp } from '../command.ts';
import type { Context } from '../context.ts';
import { refuseArgument } from '../refusal.ts';
import { timingsFlag } from '../timings-flag.ts';

interface Options {
  readonly failure?: string;
  readonly planned?: boolean;
  readonly bench?: boolean;
  readonly seed: number;
  readonly ask?: boolean;
  readonly link?: number;
  readonly rate?: number;
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
    .addOption(new Option('--planned', 'only a switchover and back').conflicts('failure'))
    .addOption(new Option('--bench', 'what the lab bench repeats').hideHelp())
    .option('--seed <number>', 'fixes arrivals and order sizes', wholeNumber('--seed', 7041), 7041)
    .option('--ask', 'ask at the terminal instead of approving in the lab')
    .option('--link <delay>', 'delay of every link, each way: 0ms, 30ms', milliseconds('--link'))
    .option(
      '--rate <number>',
      'requests a second of the clients, half of them writes: 40 to 400 (default: 400)',
      wholeNumber('--rate', 100),
    )
    .option(timingsFlag, 'what is predicted by: durations of the lab, from calibrate')
    .option(stateFlag, stateHelp)
    .option(
      '--port <number>',
      'first of the ports that the lab takes',
      wholeNumber('--port', 21_000),
    )
    .option('--json', 'print the report as JSON; progress goes to stderr')
    .addHelpText(
      'after',
      examples(
        'drill eks-failover',
        'drill eks-failover --failure region-loss:us-east-1',
        'drill --failure partition --ask',
        'drill --planned --link 0ms --json',
        'drill --rate 100',
      ),
    )
    .action(async (argument: string | undefined, options: Options) => {
      const { drillCommand } = await import('../drill/command.ts');
      outcome.exitCode = await drillCommand(argument, options, context);
    });
}

export function wholeNumber(option: string, example: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
    throw refuseArgument(option, text, 'it is no whole number', `write ${option} ${example}`);
  };
}

/** `0ms`, `30ms`, `30`. */
export function milliseconds(option: string): (text: string) => number {
  return (text) => {
    const value = Number(text.replace(/ms$/, ''));
    if (text !== '' && Number.isFinite(value) && value >= 0 && value <= 10_000) return value;
    const wrong = 'it is no delay of at most 10000ms';
    throw refuseArgument(option, text, wrong, `write ${option} 30ms`);
  };
}
