import { databaseComponents } from '@outrigger/model';
import type { Command } from 'commander';
import { examples } from '../command.ts';
import type { Context } from '../context.ts';
import { styleOf } from '../context.ts';
import { columns, width, wrap } from '../layout.ts';
import type { LoadedPlatform } from '../platform/load.ts';
import { valueText } from '../problems.ts';
import type { Style } from '../style.ts';

interface Options {
  readonly explain?: boolean;
  readonly json?: boolean;
}

export function addCheck(program: Command, context: Context): void {
  program
    .command('check')
    .summary('find what is wrong with a platform, before it costs anything')
    .description('Reads a platform, fills its defaults, checks it, and says what to mend.')
    .argument('[platform]', 'a platform file, its folder, or the name of an example')
    .option('--explain', 'list every value that was not written, and why it is what it is')
    .option('--json', 'print the complete platform, or the problems, as JSON')
    .addHelpText('after', examples('check', 'check examples/peccy --explain', 'check --json'))
    .action(async (argument: string | undefined, options: Options) => {
      const { loadPlatform } = await import('../platform/load.ts');
      // What AWS would refuse is told by what would be sent to it.
      const { refusedToo, terraformOf } = await import('../build/terraform.ts');
      const loaded = await loadPlatform(argument, context, refusedToo);
      await terraformOf(loaded, undefined, context.folder);
      const style = styleOf(context, context.stdout);
      context.stdout.write(options.json === true ? asJson(loaded) : asText(loaded, options, style));
    });
}

function asJson({ shown, digest, platform, defaults }: LoadedPlatform): string {
  return `${JSON.stringify({ ok: true, file: shown, digest, platform, defaults }, null, 2)}\n`;
}

function asText({ shown, platform, defaults }: LoadedPlatform, options: Options, style: Style) {
  const regions = Object.values(platform.regions);
  const kinds = new Map<string, string[]>();
  for (const { kind, name } of Object.values(platform.components)) {
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  const kindWidth = Math.max(...[...kinds.keys()].map(width));
  const zones = (count: number) => (count === 1 ? '1 zone' : `${count} zones`);
  const components = Object.keys(platform.components).length;
  const lines = [
    `${style.good('✓')} ${style.strong(shown)}: ${platform.name}, ${platform.strategy}`,
    '',
    ...regions.map(
      ({ name, role, cidr, zones: { length } }) =>
        `  ${name.padEnd(16)}${role.padEnd(10)}${cidr.padEnd(20)}${style.quiet(zones(length))}`,
    ),
    '',
    ...[...kinds].map(([kind, names]) => {
      const label = `  ${kind.padEnd(kindWidth)}  `;
      return style.quiet(label) + names.join(', ');
    }),
    ...askedFor(platform, style),
    '',
    `${components === 1 ? '1 component' : `${components} components`}; ` +
      `${defaults.length} values by default` +
      (options.explain === true ? '' : style.quiet(' (--explain lists them)')),
  ];
  if (options.explain === true) lines.push('', ...explained(defaults, style));
  return `${lines.join('\n')}\n`;
}

/** What AWS retired, beside what is used in its place. */
function askedFor(platform: LoadedPlatform['platform'], style: Style): string[] {
  const figures = databaseComponents(platform).flatMap(({ name, sizeAsked }) =>
    sizeAsked === null ? [] : [{ path: `components.${name}.size`, ...sizeAsked }],
  );
  if (figures.length === 0) return [];
  return [
    '',
    ...figures.flatMap(({ path, asked, used, source }) => [
      `${style.strong(path)} asked ${asked}, used ${used}`,
      ...wrap(source, columns - 4).map((line) => style.quiet(`    ${line}`)),
    ]),
  ];
}

function explained(defaults: LoadedPlatform['defaults'], style: Style): string[] {
  const indented = (line: string) => `    ${line}`;
  return defaults.flatMap(({ path, value, reason }) => {
    const [first = '', ...more] = wrap(`${path} = ${valueText(value)}`, columns - 4);
    return [
      style.strong(path) + first.slice(path.length),
      ...more.map(indented),
      ...wrap(reason, columns - 4).map((line) => style.quiet(indented(line))),
    ];
  });
}
