import { type Command, Option } from 'commander';
import type { CalibrateWords } from '../calibrate/command.ts';
import { type CommandOutcome, examples, stateFlag, stateHelp } from '../command.ts';
import type { Context } from '../context.ts';

export function addCalibrate(program: Command, context: Context, outcome: CommandOutcome): void {
  program
    .command('calibrate')
    .summary('fit a world’s timings to what drills measured')
    .description(
      'Reads reports and journals of drills and fits, for each kind of component and verb, how ' +
        'long it takes. The old values stand beside the new ones; of one world only.',
    )
    .argument('[drills...]', 'files, folders, or names of drills and runs (default: reports)')
    .addOption(
      new Option('--world <world>', 'whose timings; needed where journals are named').choices([
        'aws',
        'lab',
      ]),
    )
    .option('--since <day>', 'only drills of this day or later: 2026-11-21')
    .option('--timings <file>', 'the old values, instead of those of Outrigger')
    .option('--output <file>', 'write a file that --timings of other commands takes')
    .option(stateFlag, stateHelp)
    .option('--json', 'print JSON alone on stdout')
    .addHelpText(
      'after',
      examples(
        'calibrate reports --output lab.json',
        'calibrate eks-failover-1121-174218-cc97',
        'calibrate reports --since 2026-11-21 --json',
        'simulate --intent switchover --world lab --timings lab.json',
      ),
    )
    .action(async (drills: readonly string[], words: CalibrateWords) => {
      const { calibrateCommand } = await import('../calibrate/command.ts');
      outcome.exitCode = await calibrateCommand(drills, words, context);
    });
}
