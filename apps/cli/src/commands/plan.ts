import type { Loss, Plan, ServingCapacity, Timings } from '@outrigger/recovery';
import { type Command, Option } from 'commander';
import { examples, stateFlag, stateHelp } from '../command.ts';
import { type Context, styleOf } from '../context.ts';
import type { PlanWords } from '../plan-request.ts';
import { Refusal } from '../refusal.ts';
import { shellWord } from '../shell-word.ts';
import type { Style } from '../style.ts';
import { timingsFlag, timingsHelp } from '../timings-flag.ts';

const formats = ['text', 'markdown', 'mermaid', 'json'] as const;

interface Options extends PlanWords {
  readonly format: (typeof formats)[number];
  readonly world: 'aws' | 'lab';
  readonly timings?: string;
  readonly observed?: boolean;
  readonly state?: string;
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
    .addOption(
      new Option('--world <world>', 'whose durations are expected; only AWS judges the objective')
        .choices(['aws', 'lab'])
        .default('aws'),
    )
    .option(timingsFlag, timingsHelp)
    .option('--observed', 'the plan for the lab that runs, as it is now; implies --world lab')
    .option(stateFlag, stateHelp)
    .option('--sources', 'list where each expected duration comes from')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      examples(
        'plan eks-failover --failure region-loss:us-east-1',
        'plan --failure zone-loss:us-east-1a --format markdown > runbook.md',
        'plan --intent switchover --to us-west-2 --format mermaid',
        'plan --observed --intent failback',
      ),
    )
    .action(async (argument: string | undefined, options: Options) => {
      const {
        planned,
        platform: described,
        shown,
      } = options.observed === true
        ? await (await import('../lab/observed-plan.ts')).planObserved(argument, options, context)
        : await planAtRest(argument, options, context);
      const world = options.observed === true ? 'lab' : options.world;
      if (planned.problems !== undefined) {
        throw new Refusal(
          `${shown} has no such plan`,
          planned.problems.map((problem) => ({ ...problem, value: null, file: null, line: null })),
        );
      }
      const style = styleOf(context, context.stdout);
      const platform = argument ?? shown;
      const { loadTimings, worldTimings } = await import('../timings.ts');
      const base = await worldTimings(world);
      const timings = loadTimings(options.timings, base, context.folder, described);
      const { servingCapacity } = await import('@outrigger/recovery');
      const capacity = servingCapacity(planned.plan, described);
      const { servicesOf } = await import('@outrigger/model');
      const isPlayed = servicesOf(described).length > 0;
      const told = { plan: planned.plan, platform, isPlayed, timings, capacity };
      context.stdout.write(await written(told, options, style));
    });
}

async function planAtRest(argument: string | undefined, words: PlanWords, context: Context) {
  const { loadPlatform } = await import('../platform/load.ts');
  const { platform, shown } = await loadPlatform(argument, context);
  const { readRequest } = await import('../plan-request.ts');
  const { planFor } = await import('@outrigger/components');
  const { startTopology } = await import('@outrigger/recovery');
  const request = readRequest(words, platform);
  const planned = planFor({ platform, topology: startTopology(platform), request });
  return { planned, platform, shown };
}

interface Told {
  readonly plan: Plan;
  /** As the user said it. */
  readonly platform: string;
  /** Whether the lab has somebody who serves its clients. */
  readonly isPlayed: boolean;
  readonly timings: Timings;
  readonly capacity: ServingCapacity | null;
}

async function written(
  { capacity, plan, platform, isPlayed, timings }: Told,
  options: Options,
  style: Style,
): Promise<string> {
  const { estimate, explain } = await import('@outrigger/recovery');
  const { colourPlan, sourcesText } = await import('../plan-text.ts');
  const estimated = estimate(plan, timings);
  const format = options.json === true ? 'json' : options.format;
  const text = explain(plan, estimated, format, capacity);
  if (format !== 'text') return text;
  const sources = options.sources === true ? `\n${sourcesText(estimated, style)}` : '';
  const again = plan.failure === null || !isPlayed ? '' : rehearse(platform, plan.failure, style);
  return colourPlan(text, style) + sources + again;
}

/** `platform` is as the user said it: its file or folder need not be called like it. */
function rehearse(platform: string, failure: Loss, style: Style): string {
  const where = failure.zone ?? failure.region;
  const command = `outrigger drill ${shellWord(platform)} --failure ${failure.kind}:${where}`;
  return `\nRehearse it:  ${style.command(command)}\n`;
}
