import type { Refusal } from './refusal.ts';
import type { Hints } from './runs/end-text.ts';
import { shellWord } from './shell-word.ts';

type Told = Pick<Refusal, 'message' | 'problems' | 'exitCode' | 'changed'>;

/**
 * What a refusal says to do, as the user has to type it: the way that they call us, and of commands
 * that act on a lab the folder that this command was given. Without it a hint would act on another
 * lab than the one it speaks of.
 */
export function addressed(refusal: Told, { program, state }: Hints): Told {
  const { message, exitCode, changed } = refusal;
  const asTyped = (mend: string): string =>
    mend.replace(/`outrigger ([^`]+)`/g, (_, words: string) => {
      const isOfLab =
        /^(?:lab|recover|runs|drill)\b/.test(words) && !/--(?:state|help)\b/.test(words);
      return `\`${program} ${words}${isOfLab ? state : ''}\``;
    });
  const problems = refusal.problems.map((each) => ({ ...each, mend: asTyped(each.mend) }));
  return { message, exitCode, changed, problems };
}

/** What a command that acts on a folder's lab needs; the folder as the user wrote it. */
export function stateWords(folder: string | undefined): string {
  return folder === undefined ? '' : ` --state ${shellWord(folder)}`;
}

/** The folder in words that may not have been understood; as commander, the last one counts. */
export function stateIn(parameters: readonly string[]): string | undefined {
  const at = parameters.findLastIndex((word) => word === '--state' || word.startsWith('--state='));
  const word = parameters[at];
  return word === '--state' ? parameters[at + 1] : word?.slice('--state='.length);
}
