/** Builds that are wrong in one place: what a rule has to see. */
import type { TerraformBuild } from '@outrigger/terraform';
import { expect } from 'vitest';
import { type ParsedModule, parseBuild } from './hcl.ts';

/** One file of a build with other text. */
export type Spoil = (text: string) => string;

export const replace =
  (from: string | RegExp, to: string): Spoil =>
  (text) => {
    const spoiled = text.replace(from, () => to);
    if (spoiled === text) throw new Error(`there is no ${from}`);
    return spoiled;
  };

/** With more at its end. */
export const add =
  (more: string): Spoil =>
  (text) =>
    `${text}\n${more}\n`;

export async function spoiledBuild(
  built: TerraformBuild,
  place: string,
  spoil: Spoil,
): Promise<Map<string, ParsedModule>> {
  const files = built.files.map((file) =>
    file.path === place ? { ...file, text: spoil(file.text) } : file,
  );
  expect(files.some(({ path }) => path === place)).toBe(true);
  return parseBuild({ ...built, files });
}
