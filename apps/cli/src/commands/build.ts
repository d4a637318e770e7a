import { join, resolve } from 'node:path';
import type { Platform } from '@outrigger/model';
import type { Command } from 'commander';
import type { Change } from '../build/changes.ts';
import { type CommandOutcome, examples } from '../command.ts';
import { type Context, styleOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { obstacleOf } from '../obstacle.ts';
import type { LoadedPlatform } from '../platform/load.ts';
import { type Problem, Refusal, refuseArgument } from '../refusal.ts';

interface Options {
  readonly out?: string;
  readonly check?: boolean;
  readonly only?: string;
  readonly region?: string;
  readonly layer?: string;
  readonly recoveryState?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

const layers: readonly string[] = ['network', 'data', 'cluster', 'edge', 'add-ons'];
/** Modules that belong to no region. */
const wide: readonly string[] = ['bootstrap', 'global', 'peering'];

export function addBuild(program: Command, context: Context, outcome: CommandOutcome): void {
  program
    .command('build')
    .summary('write the Terraform of a platform')
    .description(
      'Writes what runs the platform: Terraform, a module for each layer of each region. ' +
        'Files that it did not write are never touched.',
    )
    .argument('[platform]', 'a platform file, its folder, or the name of an example')
    .option('--out <folder>', 'where it goes (default: build/<platform>)')
    .option('--check', 'write nothing; exit with 1 and a short diff if something differs')
    .option('--only <part>', 'what is written: terraform')
    .option('--region <region>', 'this region alone')
    .option('--layer <layer>', `this layer alone: ${[...layers, ...wide].join(', ')}`)
    .option('--recovery-state <file>', 'default: recovery-state.json beside the platform')
    .option('--overwrite', 'also where a file was changed by hand')
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      examples(
        'build eks-failover',
        'build --check',
        'build shop --only terraform --region us-east-1 --layer data',
      ),
    )
    .action(async (argument: string | undefined, options: Options) => {
      const { loadPlatform } = await import('../platform/load.ts');
      const { refusedToo } = await import('../build/terraform.ts');
      const loaded = await loadPlatform(argument, context, refusedToo);
      checkOptions(options, loaded.platform);
      const wanted = await wantedFiles(loaded, options, context);
      const folder = resolve(context.folder, options.out ?? join('build', loaded.platform.name));
      const changes = await changesOf(folder, wanted.files, options);
      const { driftText, countText } = await import('../build/text.ts');
      const drifted = changes.filter(({ kind }) => kind !== 'same');
      if (options.check === true) {
        if (drifted.length > 0) outcome.exitCode = exitCodes.missed.code;
      } else {
        await write(folder, changes, options);
      }
      const style = styleOf(context, context.stdout);
      const { shownPath } = await import('../platform/find.ts');
      const shown = shownPath(folder, context.folder);
      if (options.json === true) {
        context.stdout.write(asJson(loaded.platform, shown, wanted.resources, changes, options));
        return;
      }
      const head = `${shown}: ${changes.length} files, ${wanted.resources} resources in all`;
      const isBad = options.check === true && drifted.length > 0;
      const sign = isBad ? style.bad('✗') : style.good('✓');
      const verdict = isBad ? 'it is not what the platform says' : countText(changes);
      const lines = [`${sign} ${style.strong(head)}; ${verdict}`];
      const left = changes.filter(({ kind }) => kind === 'left');
      if (isBad)
        lines.push(
          '',
          driftText(changes, style),
          '',
          mend(drifted, loaded.platform, style.command),
        );
      else if (left.length > 0) {
        lines.push('', driftText(left, style), '', leftMend);
      }
      context.stdout.write(`${lines.join('\n')}\n`);
    });
}

/** Terraform applies every file of a module, whoever wrote it. */
const leftMend =
  'Terraform still applies what was changed by hand: delete it, if that is not meant.';

function mend(
  drifted: readonly Change[],
  { name }: Platform,
  paint: (text: string) => string,
): string {
  const others = drifted.filter(({ kind }) => kind !== 'left');
  if (others.length === 0) return leftMend;
  const isHeld = others.some(({ kind }) => kind === 'edited' || kind === 'foreign');
  if (!isHeld) return `Write it anew: ${paint(`outrigger build ${name}`)}`;
  return `Say it in the platform, or give it up: ${paint(`outrigger build ${name} --overwrite`)}`;
}

async function wantedFiles(loaded: LoadedPlatform, { recoveryState }: Options, context: Context) {
  const { terraformOf } = await import('../build/terraform.ts');
  const built = await terraformOf(loaded, recoveryState, context.folder);
  const files = built.files.map(({ path, text }) => ({ path: `terraform/${path}`, text }));
  return { files, resources: built.resources };
}

/** All that is wrong with the command line is told at once. */
function checkOptions({ only, region, layer }: Options, platform: Platform): void {
  const problems: Problem[] = [];
  const tell = (path: string, value: string, wrong: string, known: readonly string[]) => {
    const mendText = `write one of these: ${known.join(', ')}`;
    problems.push({ path, value, wrong, mend: mendText, file: null, line: null });
  };
  const regions = Object.keys(platform.regions);
  if (only !== undefined && only !== 'terraform') {
    tell('--only', only, 'is nothing that can be built', ['terraform']);
  }
  if (region !== undefined && !regions.includes(region)) {
    tell('--region', region, `is no region of ${platform.name}`, regions);
  }
  if (layer !== undefined && ![...layers, ...wide].includes(layer)) {
    tell('--layer', layer, 'is no layer', [...layers, ...wide]);
  }
  if (layer !== undefined && wide.includes(layer) && region !== undefined) {
    tell('--layer', layer, 'belongs to no region: leave --region out', layers);
  }
  if (problems.length > 0) throw new Refusal('The command cannot be run', problems);
}

async function changesOf(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
  { region, layer }: Options,
): Promise<readonly Change[]> {
  const { changesIn } = await import('../build/changes.ts');
  const { manifestName, readManifest } = await import('../build/manifest.ts');
  const manifest = readManifest(folder);
  if (manifest === null) {
    const wrong = 'is no manifest of ours: what is ours in this folder cannot be told';
    throw refuseArgument(manifestName, folder, wrong, 'take it from the last commit that had it');
  }
  return changesIn(folder, files, manifest, (path) => {
    const [, inRegion, inLayer] = path.split('/');
    if (layer !== undefined && wide.includes(layer)) return inRegion === layer;
    const hasPlace = region === undefined || inRegion === region;
    return hasPlace && (layer === undefined || inLayer === layer);
  });
}

async function write(
  folder: string,
  changes: readonly Change[],
  { overwrite }: Options,
): Promise<void> {
  const { readManifest } = await import('../build/manifest.ts');
  const { writeChanges } = await import('../build/write.ts');
  const held = changes.filter(({ kind }) => kind === 'edited' || kind === 'foreign');
  if (held.length > 0 && overwrite !== true) {
    const problems = held.map(({ path, kind }) => ({
      path,
      value: null,
      wrong:
        kind === 'edited'
          ? 'was changed by hand since it was written'
          : 'has the name of a file that would be written, but was not written by us',
      mend:
        kind === 'edited'
          ? 'say it in the platform (terraform: { … }), or give up the change by --overwrite'
          : 'move it away, or give it up by --overwrite',
      file: null,
      line: null,
    }));
    throw new Refusal(`${folder.split('/').at(-1)} holds what is not ours`, problems);
  }
  try {
    writeChanges(folder, changes, readManifest(folder) ?? new Map());
  } catch (error) {
    throw obstacleOf(error, '--out', folder);
  }
}

function asJson(
  { name }: Platform,
  folder: string,
  resources: number,
  changes: readonly Change[],
  { check }: Options,
): string {
  const files = changes.map(({ path, kind }) => ({ path, change: kind }));
  const ok = check !== true || changes.every(({ kind }) => kind === 'same');
  return `${JSON.stringify({ ok, platform: name, folder, resources, files }, null, 2)}\n`;
}
