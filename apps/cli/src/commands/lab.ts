import type { Command } from 'commander';
import { type CommandOutcome, examples, stateFlag, stateHelp } from '../command.ts';
import type { Context } from '../context.ts';
import type { LabWords } from '../lab/operate.ts';
import type { UpWords } from '../lab/up.ts';
import { milliseconds, wholeNumber } from './drill.ts';

export function addLab(program: Command, context: Context, outcome: CommandOutcome): void {
  const lab = program
    .command('lab')
    .summary('keep a lab running, look at it, break it, mend it')
    .description(
      'A lab is a platform on this machine, with real processes and real databases. ' +
        'It runs until `lab down`, whatever becomes of the command that started it.',
    )
    .addHelpText(
      'after',
      examples(
        'lab up eks-failover',
        'lab inject region-loss:us-east-1',
        'lab status',
        'lab heal all',
        'lab down',
      ),
    );
  addUp(lab, context, outcome);
  addInject(lab, context, outcome);
  lab
    .command('status')
    .summary('who serves, who writes, who follows, what is broken')
    .description('Asks every part of the lab, and changes nothing.')
    .option(stateFlag, stateHelp)
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples('lab status', 'lab status --json'))
    .action(async (words: LabWords) => {
      const { statusCommand } = await import('../lab/operate.ts');
      outcome.exitCode = await statusCommand(words, context);
    });
  lab
    .command('heal')
    .summary('mend one fault, or all')
    .description(
      'Mends what was injected, and waits until it answers again. Without a name, what has ended ' +
        'by itself is started again too: the links, the entry, the witness, an agent.',
    )
    .argument('[fault]', 'as `lab status` lists it, its kind alone, or all', 'all')
    .option(stateFlag, stateHelp)
    .option('--json', 'print what was healed as JSON')
    .addHelpText('after', examples('lab heal', 'lab heal region-loss:us-east-1', 'lab heal cut'))
    .action(async (fault: string, words: LabWords) => {
      const { healCommand } = await import('../lab/operate.ts');
      outcome.exitCode = await healCommand(fault, words, context);
    });
  lab
    .command('down')
    .summary('end the lab, whoever started it')
    .description(
      'Ends every process of the lab, and nothing else; its files stay until the next ' +
        '`lab up`. A drill that runs in this folder is asked to stop first, as by Ctrl-C.',
    )
    .option(stateFlag, stateHelp)
    .option('--json', 'print what was ended as JSON')
    .addHelpText('after', examples('lab down', 'lab down --state /var/tmp/other'))
    .action(async (words: LabWords) => {
      const { downCommand } = await import('../lab/operate.ts');
      outcome.exitCode = await downCommand(words, context);
    });
}

function addUp(lab: Command, context: Context, outcome: CommandOutcome): void {
  lab
    .command('up')
    .summary('start a lab and leave it running')
    .description(
      'Starts the platform in the lab and leaves it running: open its page, break it, ' +
        'recover it. What an earlier lab left in the folder is removed.',
    )
    .argument(
      '[platform]',
      'a platform file, its folder, or the name of an example; default: the platform here, ' +
        'else eks-failover',
    )
    .option(stateFlag, stateHelp)
    .option(
      '--port <number>',
      'first of the ports that the lab takes',
      wholeNumber('--port', 21_000),
    )
    .option('--link <delay>', 'delay of every link, each way: 0ms, 30ms', milliseconds('--link'))
    .option(
      '--seed <number>',
      'kept with the lab, for its report',
      wholeNumber('--seed', 7041),
      7041,
    )
    .option('--json', 'print where it is as JSON')
    .addHelpText('after', examples('lab up', 'lab up eks-failover --link 0ms', 'lab up --json'))
    .action(async (platform: string | undefined, words: UpWords) => {
      const { upCommand } = await import('../lab/up.ts');
      outcome.exitCode = await upCommand(platform, words, context);
    });
}

function addInject(lab: Command, context: Context, outcome: CommandOutcome): void {
  lab
    .command('inject')
    .summary('break something')
    .description(
      'Breaks the lab, and returns when it is broken. Sites are regions, and witness:\n' +
        '  zone-loss:us-east-1a          region-loss:us-east-1     frozen:us-east-1a\n' +
        '  partition:us-east-1           witness-loss              frozen:us-east-1\n' +
        '  cut:us-east-1:us-west-2       cut:us-east-1:witness:one-way\n' +
        '  slow-link:us-east-1:us-west-2:200ms[:1MiB]   bytes a second\n' +
        '  process-crash:us-east-1a:orders              or agent, or a database\n' +
        'Without a place it is where the first database is written.',
    )
    .argument('<fault>', 'what, and where')
    .option(stateFlag, stateHelp)
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      examples('lab inject zone-loss:us-east-1a', 'lab inject partition:us-east-1'),
    )
    .action(async (fault: string, words: LabWords) => {
      const { injectCommand } = await import('../lab/operate.ts');
      outcome.exitCode = await injectCommand(fault, words, context);
    });
}
