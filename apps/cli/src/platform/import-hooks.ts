import { registerHooks } from 'node:module';

/**
 * What a platform file may import although its folder has no node_modules. Resolved once, before
 * any hook is there to be asked again.
 */
const ours = new Map(
  ['@outrigger/model'].map((specifier) => [specifier, import.meta.resolve(specifier)]),
);

/**
 * While a platform file is imported: `@outrigger/model` is the one of this command, whether or not
 * the user's folder has one, and a `.ts` file is a module whatever its package.json says.
 */
export async function withImportHooks<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(ours.get(specifier) ?? specifier, context);
      const isUsers = !resolved.url.includes('/node_modules/');
      return isUsers && /\.m?ts$/.test(resolved.url)
        ? { ...resolved, format: 'module-typescript' }
        : resolved;
    },
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}
