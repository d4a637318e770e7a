import { type Command, Option } from 'commander';
import { examples } from '../command.ts';
import type { Context } from '../context.ts';
import type { PlanWords } from '../plan-request.ts';
import { Refusal } from '../refusal.ts';

const formats = ['text', 'markdown', 'mermaid', 'json'] as const;

interface Options extends PlanWords {
  readonly format: (typeof formats)[number];
  readonly sources?: boolean;
  readonly json?: boolean;
}

export function addPlan(program: Command, context: Context): void {
  program
    .command('plan')
    .summary('show what would be done, before it is needed')
    .description(
      'Derives the recovery plan of a platform at rest: steps, order, what may lose data.',
    )
    .argument('[platform]', 'a platform file, its folder, or the name of an example')
    .option('--failure <what:where>', 'region-loss:<region>, zone-loss:<zone>, …')
    .option('--intent <intent>', 'failover, switchover or failback')
    .option('--from <region>', 'the region that writes leave')
    .option('--to <region>', 'the region that writes go to')
    .addOption(new Option('--format <format>', 'how to print it').choices(formats).default('text'))
    .option('--sources', 'list where each expected duration comes from')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      examples(
        'plan eks-failover --failure region-loss:us-east-1',
        'plan --failure zone-loss:us-east-1a --format markdown > runbook.md',
        'plan --intent switchover --to us-west-2 --format mermaid',
      ),
    )
    .action(async (argument: string | undefined, options: Options) => {
      const [{ loadPlatform }, { readRequest }, { planFor }, { startTopology }] = await Promise.all(
        [
          import('../platform/load.ts'),
          import('../plan-request.ts'),
          import('@outrigger/components'),
          import('@outrigger/recovery'),
        ],
      );
      const { platform, shown } = await loadPlatform(argument, context);
      const request = readRequest(options, platform);
      const planned = planFor({ platform, topology: startTopology(platform), request });
      if (planned.problems !== undefined) {
        throw new Refusal(
          `${shown} has no such plan`,
          planned.problems.map((problem) => ({ ...problem, value: null, file: null, line: null })),
        );
      }
      context.stdout.write(`${JSON.stringify({ ok: true, plan: planned.plan }, null, 2)}\n`);
    });
}
