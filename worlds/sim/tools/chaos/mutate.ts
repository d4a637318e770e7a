/**
 * Loaded before anything else (`node --import`): the module that a mutant changes is changed when
 * it is loaded, so what runs is the real source with one mistake in it.
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Change, mutants } from './mutants.ts';

/** Names the mutant; `none` changes nothing, to see that nothing is found then. */
const variable = 'OUTRIGGER_CHAOS_MUTANT';
const root = join(import.meta.dirname, '../../../..');

const name = process.env[variable] ?? 'none';
const mutant = mutants.find((one) => one.name === name);
if (mutant === undefined && name !== 'none') throw new Error(`there is no mutant ${name}`);

const left = new Map<string, readonly Change[]>();
for (const change of mutant?.changes ?? []) {
  const url = pathToFileURL(join(root, change.file)).href;
  left.set(url, [...(left.get(url) ?? []), change]);
}

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    const changes = left.get(url);
    if (changes === undefined) return loaded;
    let source = String(loaded.source);
    for (const { file, replace, by } of changes) {
      const count = source.split(replace).length - 1;
      if (count !== 1) {
        throw new Error(`mutant ${name}: what it replaces is ${count} times in ${file}, not once`);
      }
      source = source.replace(replace, () => by);
    }
    return { ...loaded, source };
  },
});
