import { type Command, Option } from 'commander';
import { type CommandOutcome, examples } from '../command.ts';
import type { Context } from '../context.ts';
import { disturbanceHelp } from '../simulate/disturb-words.ts';
import type { SimulateWords } from '../simulate/request.ts';
import { timingsFlag, timingsHelp } from '../timings-flag.ts';

export function addSimulate(program: Command, context: Context, outcome: CommandOutcome): void {
  program
    .command('simulate')
    .summary('know how long a recovery takes, as a distribution')
    .description(
      'Runs the recovery plan thousands of times in virtual time: RTO and RPO as distributions, ' +
        'the probability of meeting each objective, what it waits for, and what to fix first.',
    )
    .argument('[platform]', 'a platform file, its folder, or the name of an example')
    .option('--failure <what:where>', 'region-loss:<region>, zone-loss:<zone>, …')
    .option('--intent <intent>', 'failover, switchover or failback')
    .option('--from <region>', 'the region that writes leave')
    .option('--to <region>', 'the region that writes go to')
    .option('--runs <number>', 'how many recoveries', '20000')
    .option('--seed <number>', 'the same seed gives the same runs', '7041')
    .option('--run <number>', 'tell this one run, step by step, through the engine')
    .option('--engine', 'every run through the engine, in the simulated world')
    .option('--disturb <list>', 'and with what goes wrong there: throttling,grey or all')
    .addOption(
      new Option('--world <world>', 'whose durations; only AWS judges an objective')
        .choices(['aws', 'lab'])
        .default('aws'),
    )
    .option(timingsFlag, timingsHelp)
    .option('--rto <duration>', 'an objective instead of the platform’s: 15m')
    .option('--rpo <duration>', 'an objective instead of the platform’s: 1m')
    .option('--svg <file>', 'write the histogram there')
    .option('--json', 'print JSON alone on stdout')
    .addHelpText(
      'after',
      examples(
        'simulate eks-failover --failure region-loss:us-east-1',
        'simulate --failure zone-loss:us-east-1a --runs 1000000 --json',
        'simulate --intent switchover --svg pause.svg',
        'simulate --failure region-loss:us-east-1 --rto 10m --rpo 1m',
        'simulate --failure region-loss:us-east-1 --disturb throttling,grey',
        'simulate --failure region-loss:us-east-1 --run 12345',
      ),
    )
    .addHelpText('after', () => `\nWhat --disturb knows:\n${disturbanceLines()}`)
    .action(async (argument: string | undefined, words: SimulateWords) => {
      const { simulateCommand } = await import('../simulate/command.ts');
      outcome.exitCode = await simulateCommand(argument, words, context);
    });
}

function disturbanceLines(): string {
  return disturbanceHelp.map(([name, about]) => `  ${name.padEnd(15)} ${about}`).join('\n');
}
