import { withoutComments } from './imports.ts';
import { type Check, packageOf, type Violation } from './rules.ts';

const linesMax = 400;
const columnsMax = 100;

/** A file is one noun; what is longer is several. */
export const filesAreShort: Check = ({ files }) =>
  files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > linesMax)
    .map(({ path, lines }) => ({
      path,
      line: linesMax + 1,
      wrong: `it has ${lines} lines`,
      mend: `move a noun of its own into its own file; up to ${linesMax} lines`,
    }));

function eachLine(
  text: string,
  path: string,
  visit: (line: string) => { wrong: string; mend: string } | null,
): Violation[] {
  return text.split('\n').flatMap((content, index) => {
    const told = visit(content);
    return told === null ? [] : [{ path, line: index + 1, ...told }];
  });
}

/** Addresses, outlines of drawings, regular expressions; markup: a break would be in the page. */
const unbreakable =
  /https:\/\/|['"`]M(\d+[ \d]|\$\{)|^ *\/.*\/g?;$|html`|<\/?[a-z]+[ >]|^ *[\])}]*\}\$\{/;

/** The formatter breaks code; comments and strings it leaves to us. */
export const linesFitTheScreen: Check = ({ files }) =>
  files.flatMap(({ path, text }) =>
    eachLine(text, path, (line) =>
      [...line].length <= columnsMax || unbreakable.test(line)
        ? null
        : { wrong: `${[...line].length} columns`, mend: `break it; up to ${columnsMax}` },
    ),
  );

/** A name is the same wherever it is imported. */
export const namedExportsOnly: Check = ({ files }) =>
  files
    .filter(({ path }) => !/(^|\/)(platform|[\w.-]+\.config)\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      eachLine(withoutComments(text), path, (line) =>
        /^\s*export\s+default\b/.test(line)
          ? { wrong: 'a default export', mend: 'export it by its name' }
          : null,
      ),
    );

/** Each is put together here, so that this file passes its own rule. */
const leftOver = ['TO-DO', 'FIX-ME', 'HA-CK', 'XX-X'].map((word) => word.replace('-', ''));
const bannedWords: readonly { readonly word: RegExp; readonly mend: string }[] = [
  {
    word: new RegExp(`\\b(${leftOver.join('|')})\\b`),
    mend: 'do it, or write an issue',
  },
  {
    word: new RegExp(`\\bas ${'unknown'} as\\b`),
    mend: 'check the value, and let the check narrow its type',
  },
  { word: new RegExp(`@ts-${'nocheck'}`), mend: 'give it the type that it has' },
];

/** Work that is left, and types that are forced, are not left in the code. */
export const noBannedWords: Check = ({ files }) =>
  files.flatMap(({ path, text }) =>
    eachLine(text, path, (line) => {
      for (const { word, mend } of bannedWords) {
        const found = word.exec(line);
        if (found !== null) return { wrong: `'${found[0]}'`, mend };
      }
      return null;
    }),
  );

/** Every source file of a package belongs to a package: no stray code beside them. */
export const everyFileHasAHome: Check = (repository) =>
  repository.files
    .filter(({ path }) => /^(model|recovery|components|projections|worlds|apps)\//.test(path))
    .filter(({ path }) => packageOf(repository, path) === undefined)
    .map(({ path }) => ({
      path,
      line: 1,
      wrong: 'it lies in no package',
      mend: 'give its folder a package.json, or move it into a package',
    }));
