import type { Command } from 'commander';
import { examples } from '../command.ts';
import type { Context } from '../context.ts';

export function addSchema(program: Command, context: Context): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a platform')
    .description('Prints the JSON Schema of platform.json, for editors and other programs.')
    .addHelpText('after', examples('schema > platform.schema.json'))
    .action(async () => {
      const { platformJsonSchema } = await import('@outrigger/model');
      context.stdout.write(`${JSON.stringify(platformJsonSchema(), null, 2)}\n`);
    });
}
