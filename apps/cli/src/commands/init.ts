import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { examples } from '../command.ts';
import { type Context, styleOf } from '../context.ts';
import { codeOf, obstacleOf } from '../obstacle.ts';
import { shownPath } from '../platform/find.ts';
import { refuseArgument } from '../refusal.ts';
import { shellWord } from '../shell-word.ts';
import { platformTemplate } from './init-template.ts';

export function addInit(program: Command, context: Context): void {
  program
    .command('init')
    .summary('write a platform to begin with')
    .description('Writes a commented platform.ts. It never overwrites a file.')
    .argument('[folder]', 'where to write it; made if it is not there', '.')
    .addHelpText('after', examples('init', 'init shop'))
    .action(async (argument: string) => {
      const { makeFolder } = await import('@outrigger/lab');
      const folder = resolve(context.folder, argument);
      const file = join(folder, 'platform.ts');
      try {
        makeFolder(folder);
        writeOnce(file, platformTemplate(nameFrom(folder)));
      } catch (error) {
        throw obstacleOf(error, 'folder', argument);
      }
      const style = styleOf(context, context.stdout);
      const isHere = folder === resolve(context.folder);
      const next = isHere ? 'check' : `check ${shellWord(shownPath(folder, context.folder))}`;
      context.stdout.write(
        `${style.good('✓')} wrote ${style.strong(shownPath(file, context.folder))}\n` +
          `\nCheck it:  ${style.command(`outrigger ${next}`)}\n`,
      );
    });
}

/** Whole or not at all: the text is linked into place, which fails when the name is taken. */
function writeOnce(file: string, text: string): void {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw refuseArgument(
      'folder',
      file,
      'there is a platform.ts already, and init never overwrites one',
      'name another folder, or move the file away first',
    );
  } finally {
    rmSync(temporary, { force: true });
  }
}

function isTaken(error: unknown): boolean {
  return codeOf(error) === 'EEXIST';
}

/** A folder's name as a platform's: lower case, digits and hyphens, a letter first. */
export function nameFrom(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 24)
    .replace(/-+$/, '');
  return name === '' ? 'my-platform' : name;
}
