import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Platform, primaryRegion } from '@outrigger/model';
import type { Loss } from '@outrigger/recovery';
import type { Command } from 'commander';
import { type CommandOutcome, examples } from '../command.ts';
import type { Comparison } from '../compare/comparison.ts';
import { type Context, styleOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Problem, Refusal, refuseArgument } from '../refusal.ts';
import { disturbancesNamed } from '../simulate/disturb-words.ts';
import { timingsFlag, timingsHelp } from '../timings-flag.ts';

interface Options {
  readonly failure?: string;
  readonly runs: string;
  readonly badDayRuns: string;
  readonly seed: string;
  readonly prices?: string;
  readonly timings?: string;
  /** What a bad day brings: names, with commas between. */
  readonly disturb: string;
  readonly sources?: boolean;
  readonly svg?: string;
  readonly json?: boolean;
}

/** Everybody goes to the region that is left, and takes the machines there. */
const badDay = 'nodes,capacity,quota';

export function addCompare(program: Command, context: Context, outcome: CommandOutcome): void {
  program
    .command('compare')
    .summary('what each strategy costs, and what it saves')
    .description(
      'Compares backup-restore, pilot-light, warm-standby and active-active of one platform: ' +
        'cost a month, cost of a disaster, and RTO and RPO as distributions, on an undisturbed ' +
        'day and on a bad one.',
    )
    .argument('[platform]', 'a platform file, its folder, or the name of an example')
    .option('--failure <what:where>', 'default: the loss of the region that serves')
    .option('--runs <number>', 'recoveries of each strategy', '20000')
    .option('--bad-day-runs <number>', 'the first so many once more, on a bad day', '1000')
    .option('--seed <number>', 'the same seed gives the same figures', '7041')
    .option('--prices <file>', 'your own price table, JSON or CSV, instead of ours')
    .option(timingsFlag, timingsHelp)
    .option('--disturb <list>', 'what makes the bad day bad; simulate --help lists all', badDay)
    .option('--sources', 'list where each price is from, and what is billed by use')
    .option('--svg <file>', 'write the scatter plot, cost against p99 RTO, as a picture')
    .option('--json', 'print all figures as JSON')
    .addHelpText(
      'after',
      examples(
        'compare eks-failover',
        'compare --failure region-loss:us-east-1 --prices our-prices.csv',
        'compare peccy --svg compare.svg --sources',
        'compare eks-failover --timings ours.json --runs 200000',
        'compare eks-failover --disturb throttling,neighbour,lag',
      ),
    )
    .action(async (argument: string | undefined, options: Options) => {
      const { loadPlatform } = await import('../platform/load.ts');
      const { Comparing } = await import('../compare/comparison.ts');
      const { runBlocks } = await import('../run-blocks.ts');
      const { loadTimings, worldTimings } = await import('../timings.ts');
      const { loadPrices } = await import('../cost/price-table.ts');
      const { platform, written, shown } = await loadPlatform(argument, context);
      if (Object.keys(platform.regions).length < 2) {
        throw oneRegion(shown);
      }
      const numbers = await numbersOf(options);
      const { runs } = numbers;
      const failure = await failureOf(options.failure, platform);
      const prices = loadPrices(options.prices, context.folder);
      const base = await worldTimings('aws');
      const timings = loadTimings(options.timings, base, context.folder, platform);
      const timingsFrom = options.timings ?? null;
      const durations = { timings, timingsFrom };
      const disturbances = await disturbancesNamed(options.disturb);
      const days = { disturbances, ...numbers };
      const asked = { platform, written, failure, prices, ...durations, ...days };
      const comparing = new Comparing(asked);
      const isInterrupted = await runBlocks(comparing, runs, context);
      const compared = comparing.result();
      if (options.svg !== undefined) await writePicture(options.svg, compared, context);
      context.stdout.write(await printed(compared, options, context));
      if (isInterrupted) outcome.exitCode = exitCodes.interrupted.code;
    });
}

async function failureOf(failure: string | undefined, platform: Platform): Promise<Loss> {
  const { readLoss } = await import('../plan-request.ts');
  return readLoss(failure ?? `region-loss:${primaryRegion(platform).name}`, platform);
}

/** All are told at once, as the simulator says it. */
async function numbersOf(options: Options) {
  const { runProblems } = await import('@outrigger/sim');
  const asked = {
    runs: numberOf(options.runs),
    badDayRuns: numberOf(options.badDayRuns),
    seed: numberOf(options.seed),
  };
  const { badDayRuns: runs, seed } = asked;
  const problems = [
    ...runProblems(asked).map((problem) => ({ ...problem, flag: problem.path })),
    ...runProblems({ runs, seed })
      .filter(({ path }) => path === 'runs')
      .map((problem) => ({ ...problem, flag: 'bad-day-runs' })),
  ].map(({ flag, ...problem }): Problem => {
    const { badDayRuns, runs, seed } = options;
    const given = new Map(Object.entries({ runs, seed, 'bad-day-runs': badDayRuns }));
    return { ...problem, path: `--${flag}`, value: given.get(flag) ?? problem.value, file: null };
  });
  if (problems.length > 0) throw new Refusal('The command cannot be run', problems);
  return asked;
}

/** `1e3` and an empty text are numbers to JavaScript, not to a person. */
function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function oneRegion(shown: string): Refusal {
  const mend = 'add a second region: every strategy is about one';
  return refuseArgument('platform', shown, 'has one region, so there is nothing to compare', mend);
}

async function writePicture(file: string, compared: Comparison, context: Context): Promise<void> {
  const { svgOf } = await import('../compare/svg.ts');
  const path = resolve(context.folder, file);
  try {
    writeFileSync(path, svgOf(compared));
  } catch (error) {
    const isNowhere = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const wrong = isNowhere ? 'is in a folder that does not exist' : 'cannot be written';
    throw refuseArgument('--svg', file, wrong, 'name a file that can be written');
  }
}

async function printed(compared: Comparison, options: Options, context: Context): Promise<string> {
  if (options.json === true) {
    const { comparisonJson } = await import('../compare/json.ts');
    return `${JSON.stringify(comparisonJson(compared), null, 2)}\n`;
  }
  const style = styleOf(context, context.stdout);
  const { comparisonText } = await import('../compare/text.ts');
  const { priceSourcesText } = await import('../compare/gaps.ts');
  const sources = options.sources === true ? priceSourcesText(compared, style) : '';
  return comparisonText(compared, style) + sources;
}
