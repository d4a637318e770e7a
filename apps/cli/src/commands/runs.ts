import type { Command } from 'commander';
import { type CommandOutcome, examples, stateFlag, stateHelp } from '../command.ts';
import type { Context } from '../context.ts';
import type { ReadWords, SayWords } from '../runs/commands.ts';
import type { RunWord } from '../runs/word.ts';

const runHelp = 'its id, or enough of its beginning or end';

export function addRuns(program: Command, context: Context, outcome: CommandOutcome): void {
  const runs = program
    .command('runs')
    .summary('list recoveries, read their journals, go on with them')
    .description(
      'A run is one recovery, and its journal tells all of it. Whoever says a word to a run ' +
        'drives it on from there: another controller that has it stops.',
    )
    .addHelpText(
      'after',
      examples(
        'runs list',
        'runs show 3f2a',
        'runs approve 3f2a orders-db/approve --why "the RPO is an hour"',
        'runs resume 3f2a',
        'runs cancel 3f2a',
      ),
    );
  runs
    .command('list')
    .summary('every run, newest first')
    .description('Lists the runs of this lab, newest first; also when it is down.')
    .option(stateFlag, stateHelp)
    .option('--json', 'print them as JSON')
    .addHelpText('after', examples('runs list'))
    .action(async (words: ReadWords) => {
      const { listCommand } = await import('../runs/commands.ts');
      outcome.exitCode = await listCommand(words, context);
    });
  runs
    .command('show')
    .summary('the journal of a run, record by record')
    .description('Prints what a run has decided and done, in its order; also when the lab is down.')
    .argument('<run>', runHelp)
    .option(stateFlag, stateHelp)
    .option('--json', 'print the records as JSON')
    .addHelpText('after', examples('runs show 3f2a', 'runs show 3f2a --json'))
    .action(async (run: string, words: ReadWords) => {
      const { showCommand } = await import('../runs/commands.ts');
      outcome.exitCode = await showCommand(run, words, context);
    });
  for (const saying of sayings) addSaying(saying, runs, context, outcome);
}

interface SayingCommand {
  readonly word: RunWord;
  readonly summary: string;
  readonly about: 'run' | 'step';
  readonly why: 'none' | 'may' | 'must';
}

const sayings: readonly SayingCommand[] = [
  { word: 'resume', summary: 'go on where its journal ends', about: 'run', why: 'none' },
  { word: 'approve', summary: 'say yes to a step that asks', about: 'step', why: 'may' },
  { word: 'retry', summary: 'try a step again that has failed', about: 'step', why: 'may' },
  { word: 'skip', summary: 'leave a step out', about: 'step', why: 'must' },
  { word: 'pause', summary: 'take it over and begin no further step', about: 'run', why: 'none' },
  {
    word: 'cancel',
    summary: 'give it up; a handover goes back, and ends if that has failed',
    about: 'run',
    why: 'may',
  },
];

function addSaying(
  { word, summary, about, why }: SayingCommand,
  runs: Command,
  context: Context,
  outcome: CommandOutcome,
): void {
  const isAboutStep = about === 'step';
  const command = runs
    .command(word)
    .summary(summary)
    .description(`${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.`)
    .argument('<run>', runHelp);
  if (isAboutStep) command.argument('<step>', 'as `runs show` calls it: orders-db/approve');
  if (why === 'may') command.option('--why <text>', 'your reason, for the journal');
  if (why === 'must') command.requiredOption('--why <text>', 'your reason, for the journal');
  command
    .option('--yes', 'approve whatever asks from there on, journaled with your name')
    .option(stateFlag, stateHelp)
    .option('--json', 'print the run as one line of JSON; steps go to stderr')
    .addHelpText('after', examples(exampleOf(word, isAboutStep, why)))
    .action(async (run: string, ...rest: readonly unknown[]) => {
      const { sayCommand } = await import('../runs/commands.ts');
      const step = isAboutStep ? String(rest[0]) : '';
      const words = rest[isAboutStep ? 1 : 0] as SayWords;
      outcome.exitCode = await sayCommand(word, run, step, words, context);
    });
}

function exampleOf(word: RunWord, isAboutStep: boolean, why: SayingCommand['why']): string {
  const step = word === 'approve' ? 'orders-db/approve' : 'gateway/scale';
  const reason = why === 'must' ? ' --why "done by hand"' : '';
  return `runs ${word} 3f2a${isAboutStep ? ` ${step}` : ''}${reason}`;
}
