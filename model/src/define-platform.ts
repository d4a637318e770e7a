import type { PlatformInput } from './input.ts';

/**
 * Types a platform file: the editor completes it, and a name that no component or region has is an
 * error there. It returns what it is given; `resolve` completes and checks it.
 */
export function definePlatform<N extends string, R extends string>(
  platform: PlatformInput<N, R>,
): PlatformInput<N, R> {
  return platform;
}
