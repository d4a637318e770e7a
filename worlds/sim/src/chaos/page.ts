import { report } from './report.ts';
import type { ChaosTally } from './tally.ts';

export interface PageInput {
  readonly seed: number;
  /** On which day it was written: `2026-11-21`. */
  readonly day: string;
  readonly tally: ChaosTally;
  /** The bad day that ended it, and how it is told again; null when none did. */
  readonly broken: {
    readonly number: number;
    readonly why: string;
    readonly replay: string;
  } | null;
  /** How many stories the code of each commit told, and how long that took. */
  readonly pieces: readonly {
    readonly commit: string;
    readonly stories: number;
    readonly wallMs: number;
  }[];
  /** The mistakes that were made on purpose; null when nobody has looked whether they are found. */
  readonly hunt: MutantHunt | null;
}

/** What became of the mistakes that were made on purpose. */
export interface MutantHunt {
  readonly seed: number;
  /** So many bad days each, if it was not found before. */
  readonly runs: number;
  /** The code in which they were made. */
  readonly commit: string;
  readonly hunted: readonly {
    readonly mutant: string;
    readonly wrong: string;
    /** Bad days; null: it was not found. */
    readonly foundAfter: number | null;
    readonly rule: string;
  }[];
}

/** The report of a campaign as a page of the documents. */
export function reportPage({ broken, day, hunt, pieces, seed, tally }: PageInput): string {
  const rows = pieces.map(({ commit, stories, wallMs }) => {
    const aSecond = Math.round((stories / Math.max(1, wallMs)) * 1000);
    return `| \`${commit}\` | ${stories} | ${Math.round(wallMs / 1000)} | ${aSecond} |`;
  });
  return [
    '# The engine under chaos: the report of a campaign',
    '',
    '<!-- Written by `npm run chaos -- … --report docs/chaos.md`: change nothing here. -->',
    '',
    `Seed ${seed}, written on ${day}: ${tally.stories} bad days, each with a platform of its own,`,
    broken === null
      ? 'in which no rule was broken.'
      : 'in which no rule was broken. **It is not over: one more broke a rule, and is open.**',
    ...(broken === null
      ? []
      : ['', `Bad day ${broken.number}: ${broken.why}`, '', '```', broken.replay, '```', '']),
    'A bad day depends on the seed and its number only, so any piece of it can be told again:',
    '',
    '```',
    `npm run chaos -- --runs ${tally.stories} --seed ${seed}`,
    '```',
    '',
    'What goes wrong, what is checked after each event and how a failure is told again stands in',
    "[the tool's own page](../worlds/sim/tools/chaos/README.md).",
    '',
    '| code of | bad days | seconds | a second |',
    '|---|---:|---:|---:|',
    ...rows,
    '',
    '```text',
    report(tally),
    '```',
    '',
    ...(hunt === null ? [] : huntSection(hunt)),
  ].join('\n');
}

function huntSection({ commit, hunted, runs, seed }: MutantHunt): readonly string[] {
  const rows = hunted.map(({ foundAfter, mutant, rule, wrong }) => {
    const after = foundAfter === null ? `not in ${runs}` : `${foundAfter}`;
    return `| \`${mutant}\` | ${wrong} | ${after} | ${rule === '' ? '–' : `\`${rule}\``} |`;
  });
  return [
    '## Whether it bites',
    '',
    '`npm run chaos -- mutants` makes mistakes on purpose in engine, plans and adapters, and looks',
    `for each in up to ${runs} bad days (code of \`${commit}\`, seed ${seed}).`,
    '',
    '| mistake | what is wrong | found after bad days | by the rule |',
    '|---|---|---:|---|',
    ...rows,
    '',
  ];
}
