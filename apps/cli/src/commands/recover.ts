import { type Command, Option } from 'commander';
import { type CommandOutcome, examples, stateFlag, stateHelp } from '../command.ts';
import type { Context } from '../context.ts';
import type { RecoverWords } from '../lab/recover.ts';

export function addRecover(program: Command, context: Context, outcome: CommandOutcome): void {
  program
    .command('recover')
    .summary('recover what is lost, or move on purpose')
    .description(
      'Runs the controller: it waits for a loss, plans, and recovers; or it does what is ' +
        'asked. Each step is journaled first, so that a run can be resumed from anywhere. ' +
        'What may lose data is asked at the terminal; without one the run stops with exit ' +
        'code 3 and says how to go on.',
    )
    .argument('[platform]', 'default: the platform that the lab was started with')
    .addOption(new Option('--world <world>', 'where').choices(['lab']).default('lab'))
    .option('--failure <what:where>', 'recover from this, without looking: region-loss:<region>, …')
    .option('--intent <intent>', 'failover, switchover or failback')
    .option('--from <region>', 'the region that writes leave')
    .option('--to <region>', 'the region that writes go to')
    .option('--watch', 'go on watching after a recovery, until Ctrl-C')
    .option('--yes', 'approve whatever asks, journaled with your name')
    .option(stateFlag, stateHelp)
    .option('--json', 'print each run as one line of JSON; steps go to stderr')
    .addHelpText(
      'after',
      examples(
        'recover --world lab',
        'recover --world lab --watch',
        'recover --world lab --failure region-loss:us-east-1',
        'recover --world lab --intent failback',
        'recover --world lab --intent switchover --to us-west-2',
      ),
    )
    .action(async (platform: string | undefined, words: RecoverWords) => {
      const { recoverCommand } = await import('../lab/recover.ts');
      outcome.exitCode = await recoverCommand(platform, words, context);
    });
}
